package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whether people find who they mean in {@link MadeUpCity}, whatever the engine: {@code judgements.tsv} says what they type
 * and whom they mean, {@code nobody.txt} names that nobody bears.
 */
public abstract class JudgementContractTests extends SearchEngineContract {

    private static final Path QUESTIONS = Path.of("src/test/resources/judgements.tsv");
    private static final Path NOBODY = Path.of("src/test/resources/nobody.txt");

    @BeforeEach
    void city() {
        engine.apply(new IndexBatch(MadeUpCity.subjects(), List.of(), List.of(), List.of(), "1", 0));
        engine.flush();
    }

    @Test
    void whoIsMeantComesFirst() throws IOException {
        List<Relevance.Question> questions = Relevance.read(QUESTIONS);
        Set<String> names =
                MadeUpCity.subjects().stream().map(SubjectDocument::name).collect(Collectors.toSet());
        assertThat(questions).allSatisfy(question -> {
            assertThat(names).as(question.query()).containsAll(question.expected());
            assertThat(names).as(question.query()).containsAll(question.grades().keySet());
        });
        List<String> missed = new ArrayList<>();
        Relevance.Report report = new Relevance(engine).measure(questions, NOW, answered -> {
            if (answered.place() != 1) {
                missed.add(
                        answered.question().kind() + "\t" + answered.question().query() + "\t" + answered.place() + "\t"
                                + answered.names().stream().limit(3).toList());
            }
        });
        String told = report.table() + "\n" + String.join("\n", missed);
        report.kinds().forEach((kind, figures) -> {
            assertThat(figures.first()).as(kind + " hit@1\n" + told).isGreaterThanOrEqualTo(0.9);
            assertThat(figures.ten()).as(kind + " hit@10\n" + told).isGreaterThanOrEqualTo(0.93);
            assertThat(figures.mrr()).as(kind + " MRR\n" + told).isGreaterThanOrEqualTo(0.93);
            if (!Double.isNaN(figures.ndcg())) {
                // the shop of a brand is not always second behind its company
                assertThat(figures.ndcg()).as(kind + " nDCG@10\n" + told).isGreaterThanOrEqualTo(0.8);
            }
        });
    }

    @Test
    void aNameOfNobodyIsNeverSurelyAnybody() throws IOException {
        for (String name : Files.readAllLines(NOBODY)) {
            assertThat(engine.match(MatchQuery.ofName(name), 3, NOW).match())
                    .as(name)
                    .isFalse();
            assertThat(find(name).items()).as(name).allSatisfy(hit -> assertThat(hit.matched())
                    .as("said to bear the name")
                    .noneMatch(evidence -> evidence.text().equals(name)));
            SearchPage<SubjectHit> page = find(name);
            assertThat(page.items().isEmpty() || SoughtName.isOnlyResembled(page.understood(), page.items()))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void whoIsRememberedInPartIsNotSaidToBeNobody() {
        for (String part : List.of("港饼", "港饼科技", "黄石港饼", "楚小优", "张记小吃店团城山", "科技港饼", "黃石港餅", "长沙港饼")) {
            SearchPage<SubjectHit> page = find(part);
            assertThat(page.items()).as(part).isNotEmpty();
            assertThat(SoughtName.isOnlyResembled(page.understood(), page.items()))
                    .as(part)
                    .isFalse();
        }
        assertThat(SoughtName.isOnlyResembled(
                        find("港冰网络").understood(), find("港冰网络").items()))
                .isTrue();
    }

    @Test
    void lettersBesideCharactersAndWordsOfPinyinInAnyOrder() {
        assertThat(first("黄石gb").name()).isEqualTo(GANGBING);
        assertThat(first("大冶tch").name()).isEqualTo("大冶市铜草花服饰有限公司");
        assertThat(first("zhangji xiaochi tuanchengshan").name()).isEqualTo("下陆区团城山张记小吃店");
        assertThat(first("xiaochi zhangji xingguozhen").name()).isEqualTo("阳新县兴国镇张记小吃店");
        assertThat(first("gangbing huangshi").name()).isEqualTo(GANGBING);
    }

    @Test
    void manyOfOneNameAreSaidToBeMany() {
        SearchPage<SubjectHit> page = find("张记小吃店");
        assertThat(page.sameNames()).isNotNull();
        assertThat(page.sameNames().value()).isGreaterThanOrEqualTo(3);
        assertThat(page.total().value()).isGreaterThanOrEqualTo(40);
        // those that bear nothing but the name and a place say the same: the one that has closed comes last of them
        assertThat(page.items().subList(0, 5)).allMatch(hit -> hit.status().equals("active"));
        assertThat(page.items().get(5).name()).isEqualTo("大冶市张记小吃店");
    }
}
