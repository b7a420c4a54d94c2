package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.util.List;
import org.chengxin.search.SubjectHit.Evidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a subject is surely the one, whatever the engine. */
public abstract class MatchContractTests extends SearchEngineContract {

    private static final String CODE = "91420202MA4F0K8H7X";
    private static final String SNACKS = "张记小吃店";

    private MatchAnswer match(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String region,
            @Nullable String representative,
            @Nullable String domain) {
        return engine.match(new MatchQuery(name, uscc, region, representative, domain), 5, NOW);
    }

    private MatchAnswer named(String name) {
        return match(name, null, null, null, null);
    }

    private static void assertSurely(MatchAnswer answer, String id) {
        assertThat(answer.match()).isTrue();
        assertThat(answer.candidates().get(0).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {GANGBING, "黃石市港餅網絡科技有限公司", " 黄石市港饼　网络科技有限公司 ", "黄石市（港饼）网络科技有限公司", "黄石市港饼网络科技"})
    void aWholeNameIsSure(String name) {
        putCity();
        assertSurely(named(name), "a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "91420202 ma4f 0k8h7x", "9142O2O2MA4FOK8H7X", "MA4F0K8H7"})
    void aWholeCodeIsSure(String code) {
        putCity();
        assertSurely(match(null, code, null, null, null), "a1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "港饼网络科技有限公司",
                "港饼",
                "黄石市港冰网络科技有限公司",
                "武汉市港饼网络科技有限公司",
                "黄石市港饼食品有限公司",
                "黄石市磁湖网络科技有限公司",
                "黄石市港饼网络科技有限公司大冶分公司",
                "黄石市港饼网络科技股份有限公司",
                "港饼优选",
                "gangbing",
                "柯港生",
                "黄石市",
                "有限公司",
                "😀*'"
            })
    void whatIsMerelyLikeIsNot(String name) {
        putCity();
        assertThat(named(name).match()).isFalse();
    }

    @Test
    void whatIsLikeIsNamedAllTheSame() {
        putCity();
        assertThat(named("黄石市港冰网络科技有限公司").candidates())
                .first()
                .extracting(MatchAnswer.Candidate::id)
                .isEqualTo("a1");
        assertThat(match(null, "91420202MA4F0K9H7X", null, null, null).candidates())
                .first()
                .extracting(MatchAnswer.Candidate::id)
                .isEqualTo("a1");
        assertThat(named("").candidates()).isEmpty();
        assertThat(named("某个从未有人听说的名字").candidates()).isEmpty();
    }

    @Test
    void saysWhatAgrees() {
        putCity();
        MatchAnswer answer = match(GANGBING, CODE, "4202", "柯港生", "gangbing.example.cn");
        assertThat(answer.candidates().get(0).matched())
                .containsExactly(
                        new Evidence("code", "exact", CODE),
                        new Evidence("name", "exact", GANGBING),
                        new Evidence("representative", "exact", "柯港生"),
                        new Evidence("site", "exact", "gangbing.example.cn"),
                        new Evidence("region", "exact", "420200"));
    }

    @Test
    void aCodeThatDisagreesMeansNo() {
        putCity();
        assertThat(match(GANGBING, "91420202MA4F0K9H7X", null, null, null).match())
                .isFalse();
        // its own code, but the name of another
        assertThat(match("黄石市磁湖电子商务有限公司", CODE, null, null, null).match()).isFalse();
        // its own code, and nobody's name that is not like it
        assertThat(match("湖北楚天物流集团", CODE, null, null, null).match()).isFalse();
        // its own code, and a slip in the name
        assertSurely(match("黄石市港冰网络科技有限公司", CODE, null, null, null), "a1");
    }

    @Test
    void whatDisagreesBesideTheNameMeansNo() {
        putCity();
        assertThat(match(GANGBING, null, "420100", null, null).match()).isFalse();
        assertThat(match(GANGBING, null, null, "王大明", null).match()).isFalse();
        assertSurely(match(GANGBING, null, "420202", null, null), "a1");
        assertSurely(match(GANGBING, null, "42", "柯港生", "else.example.cn"), "a1");
        // a code decides alone: places and people change
        assertSurely(match(GANGBING, CODE, "420100", "王大明", null), "a1");
    }

    @Test
    void aFormerNameIsSureUnlessSomeoneCarriesItNow() {
        putCity();
        MatchAnswer answer = named("黄石磁湖糕点铺");
        assertSurely(answer, "a1");
        assertThat(answer.candidates().get(0).matched())
                .first()
                .isEqualTo(new Evidence("formerName", "exact", "黄石磁湖糕点铺"));

        put(subject("b1", "黄石磁湖糕点铺").region("420202"));
        assertSurely(named("黄石磁湖糕点铺"), "b1");
        put(subject("b2", "阳新磁湖糕点铺").formerly("黄石磁湖糕点铺"), subject("b1", "黄石糕点铺"));
        assertThat(named("黄石磁湖糕点铺").match()).isFalse();
    }

    @Test
    void ofSeveralWithOneNameThePlaceTheCodeOrTheRepresentativeDecides() {
        put(
                subject("z1", SNACKS)
                        .region("420202")
                        .uscc("92420202MA4A00001A")
                        .representative("张一"),
                subject("z2", SNACKS)
                        .region("420203")
                        .uscc("92420203MA4A00002B")
                        .representative("张二"));
        assertThat(named(SNACKS).match()).isFalse();
        assertThat(match(SNACKS, null, "4202", null, null).match()).isFalse();
        assertSurely(match(SNACKS, null, "420203", null, null), "z2");
        assertSurely(match(SNACKS, "92420202MA4A00001A", null, null, null), "z1");
        assertSurely(match(SNACKS, null, null, "张二", null), "z2");
        assertThat(match(SNACKS, null, "420203", "张一", null).match()).isFalse();
        // one of which nothing is known may be meant too
        put(subject("z3", SNACKS).region(null));
        assertThat(match(SNACKS, null, "420203", null, null).match()).isFalse();
    }

    @Test
    void beingInBusinessSettlesNothing() {
        put(subject("e1", SNACKS).status("closed"));
        assertSurely(named(SNACKS), "e1");
        put(subject("e2", SNACKS));
        assertThat(named(SNACKS).match()).isFalse();
    }

    @Test
    void aNameWithoutItsFormIsOfOneOnly() {
        put(subject("f1", "大冶丰诚建筑劳务有限公司"));
        assertSurely(named("大冶丰诚建筑劳务"), "f1");
        put(subject("f2", "大冶丰诚建筑劳务中心"));
        assertThat(named("大冶丰诚建筑劳务").match()).isFalse();
        assertSurely(named("大冶丰诚建筑劳务有限公司"), "f1");
        put(subject("f2", "大冶丰诚"), subject("f3", "大冶宏图").alias("大冶丰诚建筑劳务"));
        assertThat(named("大冶丰诚建筑劳务").match()).isFalse();
    }

    @Test
    void aBranchIsItself() {
        put(
                subject("c", GANGBING),
                subject("d", GANGBING + "大冶分公司").branchOf("c").region("420281"));
        assertSurely(named(GANGBING), "c");
        assertSurely(named(GANGBING + "大冶分公司"), "d");
        assertThat(named(GANGBING + "阳新分公司").match()).isFalse();
    }

    @Test
    void aPersonNeverIs() {
        put(subject("p", "欧阳海波").person().region("420202").representative("欧阳海波"));
        assertThat(named("欧阳海波")).isEqualTo(new MatchAnswer(false, List.of()));
        assertThat(match("欧阳海波", null, "420202", "欧阳海波", null).match()).isFalse();
        // a business that is called like a person
        put(subject("q", "王小二").kind("individual-business").uscc("92420202MA4A00001A"));
        assertThat(named("王小二").match()).isFalse();
        assertSurely(match("王小二", "92420202MA4A00001A", null, null, null), "q");
    }

    @Test
    void aNumberOfAPersonIsNotLookedUp() {
        put(subject("p", "张记小吃店420281199001011237"));
        assertThat(named("张记小吃店420281199001011237")).isEqualTo(new MatchAnswer(false, List.of()));
    }

    @Test
    void twoKnownToBeNotTheSameAreNotDecidedByWhatBothCarry() {
        put(
                subject("n1", "黄石港饼食品有限公司").notSame("n2").region("420202"),
                subject("n2", "黄石味道食品有限公司").formerly("黄石港饼食品有限公司").notSame("n1").region("420281"));
        assertThat(named("黄石港饼食品有限公司").match()).isFalse();
        assertSurely(match("黄石港饼食品有限公司", null, "420202", null, null), "n1");
        assertSurely(named("黄石味道食品有限公司"), "n2");
        put(
                subject("n1", "黄石港饼食品有限公司").region("420202"),
                subject("n2", "黄石味道食品有限公司").formerly("黄石港饼食品有限公司").region("420281"));
        assertSurely(named("黄石港饼食品有限公司"), "n1");
    }

    @Test
    void whatMayNotBeShownIsNoCandidate() {
        put(subject("g", GANGBING).visibleUntil(NOW.toEpochMilli()));
        assertThat(named(GANGBING)).isEqualTo(new MatchAnswer(false, List.of()));
    }
}
