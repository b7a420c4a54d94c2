package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectHit.Evidence;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.shared.CreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How subjects are found, whatever the engine. */
public abstract class SubjectContractTests extends SearchEngineContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "黄石市港饼网络科技有限公司",
                "港饼",
                "gangbing",
                "黃石市港餅",
                "hsgb",
                "hssgb",
                "黄石港饼",
                "港饼科技",
                "港 饼",
                "gang bing",
                "港bing",
                "黄石gb",
                "gb黄石",
                "岗冰网络科技",
                "港网饼络科技",
                "科技网络港饼黄石",
                "ｇａｎｇｂｉｎｇ",
                "港饼网络科技靠谱吗",
                "港饼旗舰店",
                "港饼优选",
                "黄石磁湖糕点铺",
                "gangbin",
                "91420202MA4F0K8H7X",
                "91420202 ma4f 0k8h7x",
                "914202O2MA4FOK8H7X",
                "MA4F0K8H7",
                "91420202MA4F0K9H7X",
                "gangbing.example.cn",
                "http://www.gangbing.example.cn/about?x=1",
                "看看这个 https://shop100.market.example.com/index.htm 很好",
                "柯港生",
                "名称：黄石市港饼网络科技有限公司 税号：91420202MA4F0K8H7X 地址：黄石"
            })
    void isFoundFirstBy(String text) {
        putCity();
        assertThat(names(text)).first().isEqualTo(GANGBING);
    }

    @ParameterizedTest
    @CsvSource({
        "港饼, brand, exact",
        "gangbing, brand, pinyin",
        "hsgb, brand, initials",
        "港冰网络, brand, homophone",
        "港饼优选, alias, exact",
        "黄石磁湖糕点铺, formerName, exact",
        "91420202MA4F0K8H7X, code, exact",
        "gangbing.example.cn, site, exact",
        "柯港生, representative, exact",
        "黄石市港饼网络科技有限公司, name, exact"
    })
    void saysWhyItWasFound(String text, String part, String how) {
        putCity();
        assertThat(first(text).matched())
                .first()
                .extracting(Evidence::part, Evidence::how)
                .containsExactly(part, how);
    }

    @Test
    void marksTheCharactersThatPinyinMatched() {
        putCity();
        assertThat(first("gangbing").highlight())
                .containsExactly(new Piece("黄石市", false), new Piece("港饼", true), new Piece("网络科技有限公司", false));
    }

    @ParameterizedTest
    @CsvSource({"chongqinghongda, 重庆宏达建材有限公司", "changshayinhang, 长沙银行股份有限公司", "hongdajianzhu, 黄石宏达建筑工程有限公司"})
    void readsCharactersAsTheirWordDoes(String pinyin, String name) {
        putCity();
        assertThat(names(pinyin)).first().isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"600151, h1", "600151.SH, h1", "阿卜杜·买买提, h2", "John Smith, h3", "黄石, h4", "SHOP-778, h5"})
    void takesCodesPeopleAndPlacesForWhatTheyAre(String text, String id) {
        put(
                subject("h1", "上海航天机电股份有限公司").region("310000").alias("600151.SH"),
                subject("h2", "武汉天山商贸有限公司").region("420100").representative("阿卜杜·买买提"),
                subject("h3", "武汉史密商贸有限公司").region("420100").representative("JOHN SMITH"),
                subject("h4", "黄石矿业有限公司"),
                subject("h5", "大冶铜草花网店").site("shop-778"),
                subject("h6", "大冶模具厂").representative("黄石"));
        assertThat(first(text).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 12, 14})
    void findsACodeWithASlipAmongHundredsThatBeginAlike(int place) {
        List<Subjects> many = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String organisation = "MA4F%04d".formatted(i * 31);
            String first = "91420202" + organisation + CreditCode.organisationCheckCharacter(organisation);
            codes.add(first + CreditCode.checkCharacter(first));
            many.add(subject("s" + i, "黄石第" + i + "商贸有限公司").uscc(codes.get(i)));
        }
        put(many.toArray(Subjects[]::new));
        String code = codes.get(200);
        String typed = code.substring(0, place) + (code.charAt(place) == 'K' ? 'L' : 'K') + code.substring(place + 1);
        assertThat(first(typed).id()).isEqualTo("s200");
    }

    @Test
    void findsNoOneByPartOfAPersonsName() {
        putCity();
        assertThat(names("柯港")).doesNotContain(GANGBING);
        assertThat(engine.suggest("柯港生", 10, NOW)).extracting(Suggestion::name).doesNotContain(GANGBING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"港", "港饼", "gangb", "gb", "hsgb", "黄石市港", "黄石港饼", "huangshigang", "91420202MA4F0"})
    void suggestsWhileTyping(String typed) {
        putCity();
        assertThat(engine.suggest(typed, 5, NOW)).extracting(Suggestion::name).contains(GANGBING);
    }

    @Test
    void whatDoesNotAgreeIsNoHit() {
        putCity();
        assertThat(find("浙江义乌针织袜业").total().value()).isZero();
        assertThat(find("港饼").items()).extracting(SubjectHit::name).containsExactly(GANGBING);
    }

    @Test
    void filtersByKindStatusAndRegionWithAllBelowIt() {
        putCity();
        put(subject("b1", "大冶市港饼小吃店")
                .kind("individual-business")
                .region("420281")
                .status("closed"));
        assertThat(engine.subjects(filtered("港饼", Set.of("individual-business"), Set.of(), Set.of()), NOW)
                        .items())
                .extracting(SubjectHit::id)
                .containsExactly("b1");
        assertThat(engine.subjects(filtered("港饼", Set.of(), Set.of("4202"), Set.of()), NOW)
                        .items())
                .extracting(SubjectHit::id)
                .containsExactlyInAnyOrder("a1", "b1");
        assertThat(engine.subjects(filtered("港饼", Set.of(), Set.of("420281"), Set.of()), NOW)
                        .items())
                .extracting(SubjectHit::id)
                .containsExactly("b1");
        assertThat(engine.subjects(filtered("港饼", Set.of(), Set.of("420200"), Set.of("active")), NOW)
                        .items())
                .extracting(SubjectHit::id)
                .containsExactly("a1");
    }

    @Test
    void aFilterNeverAddsHits() {
        putCity();
        Set<String> all = ids(find("黄石"));
        for (String region : List.of("42", "4202", "420202", "50")) {
            assertThat(all).containsAll(ids(engine.subjects(filtered("黄石", Set.of(), Set.of(region), Set.of()), NOW)));
        }
    }

    private static Set<String> ids(SearchPage<SubjectHit> page) {
        return page.items().stream().map(SubjectHit::id).collect(Collectors.toSet());
    }

    @Test
    void facetsCountAllHits() {
        putCity();
        SearchPage<SubjectHit> page = engine.subjects(SubjectQuery.of("", 2), NOW);
        assertThat(page.total()).isEqualTo(new SearchPage.Total(9, SearchPage.Relation.EQ));
        assertThat(page.facets().get("kind"))
                .containsExactly(new FacetValue("enterprise", 8), new FacetValue("individual-business", 1));
        assertThat(page.facets().get("region")).first().isEqualTo(new FacetValue("420200", 3));
        assertThat(page.facets().get("status")).containsExactly(new FacetValue("active", 9));
    }

    @Test
    void aRecordPastItsEndIsGoneWithoutAnyWrite() {
        long end = NOW.toEpochMilli() + 1_000;
        put(
                subject("c1", "黄石市磁湖商贸有限公司")
                        .record("penalty", end)
                        .record("penalty", Long.MAX_VALUE)
                        .list("serious-default", end),
                subject("c2", "黄石市团城商贸有限公司").record("permit", Long.MAX_VALUE));

        SubjectQuery listed = with("", Set.of("serious-default"), Set.of());
        SubjectQuery punished = with("商贸", Set.of(), Set.of("penalty"));
        assertThat(engine.subjects(listed, NOW).items()).singleElement().satisfies(hit -> {
            assertThat(hit.lists()).containsExactly("serious-default");
            assertThat(hit.counts()).containsEntry("penalty", 2);
        });
        assertThat(engine.subjects(listed, NOW).facets().get("list"))
                .containsExactly(new FacetValue("serious-default", 1));

        var after = NOW.plusMillis(1_000);
        assertThat(engine.subjects(listed, after).total().value()).isZero();
        assertThat(engine.subjects(punished, after).items()).singleElement().satisfies(hit -> {
            assertThat(hit.lists()).isEmpty();
            assertThat(hit.counts()).containsEntry("penalty", 1);
        });
        assertThat(engine.subjects(SubjectQuery.of("", 10), after).facets().get("list"))
                .isEmpty();
    }

    @Test
    void aSubjectPastItsVisibilityIsGoneEverywhere() {
        put(subject("d1", "张小娥网店").visibleUntil(NOW.toEpochMilli() + 1).representative("张小娥"), subject("d2", "李小娥网店"));
        var after = NOW.plusMillis(1);
        assertThat(names("张小娥网店")).contains("张小娥网店");
        assertThat(engine.subjects(SubjectQuery.of("张小娥网店", 10), after).items())
                .extracting(SubjectHit::id)
                .doesNotContain("d1");
        assertThat(engine.suggest("张小娥", 10, after)).extracting(Suggestion::id).doesNotContain("d1");
        assertThat(engine.subjects(SubjectQuery.of("", 10), after).total().value())
                .isEqualTo(1);
    }

    @Test
    void thoseThatBeginSoAreFoundAmongManyThatSoundAlike() {
        Subjects[] many = new Subjects[170];
        for (int i = 0; i < many.length; i++) {
            many[i] = subject("m" + i, "金山" + "东南西北中".charAt(i % 5) + i + "商贸有限公司");
        }
        put(many);
        put(subject("z", "武汉境尚环保科技有限公司"));
        assertThat(first("jingshang").id()).isEqualTo("z");
    }

    /** Whatever an engine remembers of one moment it does not answer for another. */
    @Test
    void browsingFollowsTheClock() {
        long end = NOW.toEpochMilli() + 1;
        put(
                subject("d1", "张小娥网店").visibleUntil(end),
                subject("d2", "李小娥网店").list("red", end + 1).record("penalty", end + 2),
                subject("d3", "王小娥网店"));
        List<String> seen = new ArrayList<>();
        for (int millis : new int[] {0, 1, 2, 3, 2, 1, 0}) {
            var page = engine.subjects(SubjectQuery.of("", 10), NOW.plusMillis(millis));
            seen.add(page.total().value() + " " + page.facets().get("list").size()
                    + page.facets().get("recordType").size() + " "
                    + page.items().size());
        }
        assertThat(seen).containsExactly("3 11 3", "2 11 2", "2 01 2", "2 00 2", "2 01 2", "2 11 2", "3 11 3");
    }

    @Test
    void tiesGoToThoseInBusinessThenLocalThenById() {
        put(
                subject("e4", "宏图商贸有限公司").region("110000"),
                subject("e3", "宏图商贸有限公司").status("closed"),
                subject("e2", "宏图商贸有限公司").region("420202"),
                subject("e1", "宏图商贸有限公司").region("420281"));
        assertThat(find("宏图商贸").items()).extracting(SubjectHit::id).containsExactly("e1", "e2", "e4", "e3");
    }

    @Test
    void groupsBranchesUnderTheirCompany() {
        put(
                subject("f1", "黄石磁湖大药房有限公司"),
                subject("f2", "黄石磁湖大药房有限公司团城山店").branchOf("f1"),
                subject("f3", "黄石磁湖大药房有限公司胜阳港店").branchOf("f1"));
        SearchPage<SubjectHit> company = find("磁湖大药房");
        assertThat(company.items()).extracting(SubjectHit::id).containsExactly("f1");
        assertThat(company.items().get(0).branches()).isEqualTo(2);
        assertThat(company.cursor()).isNull();
        assertThat(names("磁湖大药房胜阳港店")).first().isEqualTo("黄石磁湖大药房有限公司胜阳港店");
    }

    /** A total is the number that each facet adds up to, and that filtering by one of its values leaves. */
    @ParameterizedTest
    @ValueSource(strings = {"磁湖大药房", "cihu dayaofang", ""})
    void totalsAndFacetsCountTheSameHits(String text) {
        put(
                subject("f1", "黄石磁湖大药房有限公司").region("420202").list("red", Long.MAX_VALUE),
                subject("f2", "黄石磁湖大药房有限公司团城山店").region("420281").branchOf("f1"),
                subject("f3", "黄石磁湖大药房有限公司胜阳港店").region("420202").branchOf("f1"));
        SearchPage<SubjectHit> page = engine.subjects(SubjectQuery.of(text, 10), NOW);
        assertThat(page.total()).isEqualTo(new SearchPage.Total(3, SearchPage.Relation.EQ));
        assertThat(page.items().stream().mapToLong(hit -> 1 + hit.branches()).sum())
                .isEqualTo(3);
        for (String facet : List.of("kind", "region", "status")) {
            assertThat(page.facets().get(facet).stream()
                            .mapToLong(FacetValue::count)
                            .sum())
                    .as(facet)
                    .isEqualTo(3);
        }
        for (FacetValue region : page.facets().get("region")) {
            assertThat(engine.subjects(filtered(text, Set.of(), Set.of(region.value()), Set.of()), NOW)
                            .total()
                            .value())
                    .as(region.value())
                    .isEqualTo(region.count());
        }
        assertThat(page.facets().get("list")).containsExactly(new FacetValue("red", 1));
    }

    @Test
    void sortsByNameAndByRegistration() {
        put(
                subject("g1", "波记商行").registeredOn(LocalDate.of(2020, 1, 1)),
                subject("g2", "阿记商行").registeredOn(LocalDate.of(2024, 1, 1)),
                subject("g3", "才记商行"));
        assertThat(sorted(SubjectQuery.Sort.NAME, "")).containsExactly("g2", "g1", "g3");
        assertThat(sorted(SubjectQuery.Sort.REGISTERED, "")).containsExactly("g2", "g1", "g3");
        assertThat(sorted(SubjectQuery.Sort.NAME, "商行")).containsExactly("g2", "g1", "g3");
    }

    private List<String> sorted(SubjectQuery.Sort sort, String text) {
        return engine
                .subjects(new SubjectQuery(text, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), sort, 10, null), NOW)
                .items()
                .stream()
                .map(SubjectHit::id)
                .toList();
    }
}
