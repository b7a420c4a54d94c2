package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.chengxin.search.Subjects.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.chengxin.search.lucene.LuceneEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelevanceTests {

    @TempDir
    private Path folder;

    @Test
    void countsFirstPlacesByKind() throws IOException {
        Path file = Files.writeString(
                folder.resolve("questions.tsv"),
                """
                query\tkind\texpected
                 港饼 \tspaces\t黄石港饼有限公司|黄石港饼店
                gangbing\tpinyin\t黄石港饼有限公司
                磁湖\tnone\t黄石磁湖有限公司
                """);
        try (SearchEngine engine = LuceneEngines.open(folder.resolve("index"), "")) {
            engine.apply(new IndexBatch(
                    List.of(
                            subject("a", "黄石港饼有限公司").build(),
                            subject("b", "港冰有限公司").build()),
                    List.of(),
                    List.of(),
                    List.of(),
                    "1",
                    0));
            engine.flush();
            List<Relevance.Question> questions = Relevance.read(file);
            assertThat(questions).first().extracting(Relevance.Question::query).isEqualTo(" 港饼 ");

            Relevance.Report report = new Relevance(engine).measure(questions, Instant.EPOCH, answered -> {});
            assertThat(report.kinds()).containsOnlyKeys("none", "pinyin", "spaces");
            assertThat(report.kinds().get("spaces").first()).isEqualTo(1);
            assertThat(report.kinds().get("pinyin").ten()).isEqualTo(1);
            assertThat(report.kinds().get("none")).isEqualTo(new Relevance.Figures(1, 0, 0, 0, Double.NaN));
            assertThat(report.overall().ten()).isCloseTo(2 / 3.0, within(1e-9));
            assertThat(report.table()).contains("overall").contains("hit@10");
        }
    }

    @Test
    void tellsTheOrderOfAllWhereGradesAreGiven() throws IOException {
        Path file = Files.writeString(
                folder.resolve("questions.tsv"),
                """
                query\tkind\texpected
                港饼\tbest first\t黄石港饼有限公司=3|黄石港饼食品有限公司=1
                港饼\tbest second\t黄石港饼食品有限公司=3|黄石港饼有限公司
                港饼\tplain\t黄石港饼食品有限公司
                """);
        try (SearchEngine engine = LuceneEngines.open(folder.resolve("index"), "")) {
            engine.apply(new IndexBatch(
                    List.of(
                            subject("a", "黄石港饼有限公司").build(),
                            subject("b", "黄石港饼食品有限公司").build()),
                    List.of(),
                    List.of(),
                    List.of(),
                    "1",
                    0));
            engine.flush();
            Relevance.Report report =
                    new Relevance(engine).measure(Relevance.read(file), Instant.EPOCH, answered -> {});
            assertThat(report.kinds().get("best first").ndcg()).isEqualTo(1);
            assertThat(report.kinds().get("best first").first()).isEqualTo(1);
            double discount = Math.log(2) / Math.log(3);
            assertThat(report.kinds().get("best second").ndcg())
                    .isCloseTo((1 + 7 * discount) / (7 + discount), within(1e-9));
            assertThat(report.kinds().get("best second").mrr()).isEqualTo(0.5);
            assertThat(report.kinds().get("plain").ndcg()).isNaN();
            assertThat(report.table().lines().map(String::stripTrailing))
                    .anyMatch(line -> line.matches("plain +1 .*0\\.500"))
                    .anyMatch(line -> line.matches("best first +1 .*1\\.000 +1\\.000"));
        }
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("questions.tsv"), "query\tkind\texpected\nx\ty\n");
        assertThatThrownBy(() -> Relevance.read(file)).hasMessageContaining("line 2");
    }
}
