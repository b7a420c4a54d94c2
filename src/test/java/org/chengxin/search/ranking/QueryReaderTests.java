package org.chengxin.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.search.Understanding.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "身份证11010519491231002X查询",
                "110105 19491231 002X"
            })
    void recognisesIdentityNumbers(String text) {
        ReadQuery read = QueryReader.read(text);
        assertThat(read.understanding().as()).isEqualTo(As.IDENTITY_NUMBER);
        assertThat(read.understanding().searched()).isEmpty();
        assertThat(read.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // wrong check character
                "11010519491331002X", // no such month
                "91330106673959654P",
                "911101050000000000",
                "1101051949123100"
            })
    void takesNoOtherNumberForOne(String text) {
        assertThat(QueryReader.read(text).understanding().as()).isNotEqualTo(As.IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "港饼网络科技靠谱吗, 港饼网络科技",
        "港饼网络科技有限公司怎么样？, 港饼网络科技有限公司",
        "港饼官方旗舰店, 港饼",
        "港饼是骗子吗, 港饼",
        "港饼 客服电话, 港饼",
        "请问港饼, 港饼",
        "  黄石   港饼 , 黄石 港饼"
    })
    void cleansChatter(String text, String searched) {
        assertThat(QueryReader.read(text).understanding().searched()).isEqualTo(searched);
    }

    @Test
    void readsAnInvoiceBlock() {
        ReadQuery read = QueryReader.read("名称：黄石市港饼网络科技有限公司\n纳税人识别号：91420202MA4F0K8H7X\n地址、电话：黄石");
        assertThat(read.code()).isEqualTo("91420202MA4F0K8H7X");
        assertThat(read.text().text()).isEqualTo("黄石市港饼网络科技有限公司");
    }

    @ParameterizedTest
    @CsvSource({"港饼 黄石, 4202", "黄石港饼, 4202", "绿化工程鹤壁, 4106", "港饼,"})
    void recognisesThePlace(String text, String region) {
        assertThat(QueryReader.read(text).understanding().region()).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"haitiantiaoweishipin", "jiehonguojimaoyi", "oioioi"})
    void takesNoPinyinForACode(String text) {
        assertThat(QueryReader.read(text).understanding().as()).isEqualTo(As.PINYIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"600151", "558425761", "91420281MA48P6H", "MA48P6H"})
    void recognisesPartsOfCodes(String text) {
        assertThat(QueryReader.read(text).understanding().as()).isEqualTo(As.CODE);
    }

    @Test
    void cutsEndlessText() {
        assertThat(QueryReader.read("港".repeat(50_000)).text().length()).isEqualTo(200);
    }
}
