package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer says beside its hits: names merely like the one asked for, and names that are the same. */
public abstract class NearContractTests extends SearchEngineContract {

    private List<String> near(String text) {
        SearchPage<SubjectHit> page = find(text);
        assertThat(page.items()).as("hits of " + text).isEmpty();
        assertThat(page.total().value()).isZero();
        return page.near().stream().map(SubjectHit::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"磁湖光电材料研究院, 黄石市磁湖电子商务有限公司", "宏达汽车修理连锁服务, 黄石宏达建筑工程有限公司", "港湾国际假日酒店管理, 大冶市港湾物流有限公司"})
    void nothingFoundComesWithWhatIsLikeIt(String text, String name) {
        putCity();
        assertThat(near(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "柯港",
                "张伟",
                "欧阳磁湖",
                "柯港生 11010519491231002X",
                "13812345678",
                "鄂B12345",
                "91420202MA4F0K8H7A",
                "unknown.example.org",
                "有限公司",
                "zzzzqqq",
                "😀",
                ""
            })
    void nobodyIsGuessedAtFromPeopleNumbersAndNoise(String text) {
        putCity();
        assertThat(find(text).near()).isEmpty();
    }

    @Test
    void whatIsFoundComesWithNothingBeside() {
        putCity();
        assertThat(find("港饼").near()).isEmpty();
        assertThat(engine.subjects(SubjectQuery.of("", 10), NOW).near()).isEmpty();
    }

    @Test
    void whatIsNearStaysUnderTheFiltersAndInPublication() {
        put(
                subject("n1", "黄石磁湖电子商务有限公司").visibleUntil(NOW.toEpochMilli() + 1),
                subject("n2", "黄石磁湖电子经营部").kind("individual-business"));
        String text = "磁湖光电材料研究院";
        assertThat(near(text)).containsExactlyInAnyOrder("黄石磁湖电子商务有限公司", "黄石磁湖电子经营部");
        assertThat(engine.subjects(SubjectQuery.of(text, 10), NOW.plusMillis(1)).near())
                .extracting(SubjectHit::id)
                .containsExactly("n2");
        assertThat(engine.subjects(filtered(text, Set.of("individual-business"), Set.of(), Set.of()), NOW)
                        .near())
                .extracting(SubjectHit::id)
                .containsExactly("n2");
    }

    private void putSnackBars(int number) {
        Subjects[] bars = new Subjects[number];
        for (int i = 0; i < number; i++) {
            String place = List.of("", "黄石市", "黄石港区", "大冶市").get(i % 4);
            bars[i] = subject("z" + (1000 + i), place + (i % 3 == 0 ? "张记小吃部" : "张记小吃店"))
                    .kind("individual-business");
        }
        put(bars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张记小吃店", "张记小吃", "zhangjixiaochi", "大冶张记小吃店"})
    void manyOfOneNameAreCounted(String text) {
        putCity();
        putSnackBars(40);
        // one of the city bears the name too
        assertThat(find(text).sameNames()).isEqualTo(new SearchPage.Total(41, SearchPage.Relation.EQ));
    }

    @Test
    void beyondTheWindowThereAreAtLeastThatMany() {
        putSnackBars(300);
        SearchPage.Total same = find("张记小吃店").sameNames();
        assertThat(same).isNotNull();
        assertThat(same.relation()).isEqualTo(SearchPage.Relation.GTE);
        assertThat(same.value()).isBetween(64L, 300L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"港饼", "磁湖", "黄石", "宏达", ""})
    void namesThatOnlyShareAWordAreNotTheSame(String text) {
        putCity();
        assertThat(find(text).sameNames()).isNull();
    }
}
