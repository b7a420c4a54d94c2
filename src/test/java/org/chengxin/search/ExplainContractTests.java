package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.chengxin.search.Subjects.subject;

import java.util.List;
import org.chengxin.search.SearchExplanation.Candidate;
import org.chengxin.search.SearchExplanation.Points;
import org.chengxin.search.SearchExplanation.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an explanation says is what the look-up does, whatever the engine. */
public abstract class ExplainContractTests extends SearchEngineContract {

    @BeforeEach
    void city() {
        putCity();
    }

    private SearchExplanation.Subject asked(String text, String subject) {
        SearchExplanation explanation = engine.explain(text, subject, NOW);
        assertThat(explanation.subjects()).as(text + " " + subject).hasSize(1);
        return explanation.subjects().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "港饼",
                "黄石 宏达",
                "gangbing",
                "hsgbwl",
                "港病网络",
                "張記小吃店",
                "磁湖糕点铺",
                "港饼优选",
                "柯港生",
                "91420202MA4F0K8H7X",
                "MA4F0K8H",
                "www.gangbing.example.cn",
                "网络科技 港饼",
                "长杀银行",
                "港bing"
            })
    void theHitsAreThoseOfTheLookUpAndTheirPointsAddUp(String text) {
        SearchPage<SubjectHit> page = find(text);
        SearchExplanation explanation = engine.explain(text, null, NOW);
        assertThat(page.items()).as(text).isNotEmpty();
        assertThat(explanation.total()).isEqualTo(page.total().value());
        assertThat(explanation.understood()).isEqualTo(page.understood());
        assertThat(explanation.candidates())
                .extracting(Candidate::id, Candidate::score, Candidate::evidence)
                .isEqualTo(page.items().stream()
                        .map(hit -> tuple(hit.id(), hit.score(), hit.matched()))
                        .toList());
        for (Candidate candidate : explanation.candidates()) {
            double sum = candidate.points().stream().mapToDouble(Points::points).sum();
            assertThat(Math.max(0, sum)).as(text + " " + candidate).isCloseTo(candidate.score(), within(1e-4));
            assertThat(candidate.points())
                    .allMatch(points -> points.most() == 0 || points.points() <= points.most() + 1e-6);
        }
        assertThat(explanation.steps())
                .anyMatch(step -> step.way().equals(explanation.answeredBy())
                        && step.best() == explanation.candidates().get(0).score());
    }

    @Test
    void tellsWhatTheQueryWasTakenForAndWhatWasAsked() {
        SearchExplanation explanation = engine.explain("黄石港饼网络", null, NOW);
        assertThat(explanation.words())
                .extracting(SearchExplanation.Word::text, SearchExplanation.Word::role)
                .startsWith(tuple("黄石", "region"));
        SearchExplanation.Step step = explanation.steps().get(0);
        assertThat(step.way()).isEqualTo("strict");
        assertThat(step.asked().toString()).contains("names.pairs:港饼", "names:黄石港饼网络");
        assertThat(step.brought()).isPositive();
    }

    @Test
    void aNamedSubjectIsFoundByIdCodeAndName() {
        for (String subject : List.of("a1", "91420202MA4F0K8H7X", "黄石市港饼网络科技有限公司", "黄石磁湖糕点铺", "黄石市港餅網絡科技有限公司")) {
            SearchExplanation.Subject one = asked("港饼", subject);
            assertThat(one.candidate().id()).isEqualTo("a1");
            assertThat(one.why()).isEqualTo(Why.HIT);
            assertThat(one.place()).isEqualTo(1);
        }
        assertThat(engine.explain("港饼", "nobody", NOW).subjects()).isEmpty();
    }

    @Test
    void whyOneIsNotThere() {
        SearchExplanation.Subject other = asked("港饼网络", "a5");
        assertThat(other.why()).isEqualTo(Why.NOT_RECALLED);
        assertThat(other.place()).isZero();
        assertThat(other.recalled())
                .isNotEmpty()
                .allMatch(way ->
                        !way.brought() && Boolean.FALSE.equals(way.asked().has()));
        assertThat(asked("420102199001011234", "a5").why()).isEqualTo(Why.NOT_SEARCHED);
        SearchExplanation.Subject below = asked("港饼网络科技饮食文化", "a4");
        assertThat(below.why()).isIn(Why.BELOW, Why.OTHER_WAY, Why.NOT_RECALLED);
    }

    @Test
    void aBranchBehindItsCompanyIsCountedWithIt() {
        put(subject("b1", GANGBING + "大冶分公司").branchOf("a1"));
        SearchExplanation.Subject branch = asked(GANGBING, "b1");
        assertThat(branch.why()).isEqualTo(Why.GROUPED);
        assertThat(branch.under()).isEqualTo("a1");
    }

    @Test
    void whoMayNotBeShownIsNobody() {
        put(subject("h1", "黄石港饼隐退商行").visibleUntil(NOW.toEpochMilli()));
        SearchExplanation explanation = engine.explain("港饼隐退", "h1", NOW);
        assertThat(explanation.subjects()).isEmpty();
        assertThat(explanation.toString()).doesNotContain("隐退商行");
    }
}
