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
                "110105 19491231 002X",
                "110105194912310021", // wrong check character
                "420202900101123"
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
                "11010519491331002X", // no such month
                "91330106673959654P",
                "911101050000000000",
                "1101051949123100"
            })
    void takesNoOtherNumberForOne(String text) {
        assertThat(QueryReader.read(text).understanding().as()).isNotEqualTo(As.IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名称：黄石港饼科技有限公司 税号：91420202MA4F0K8H7X 开户行：工行 账号：6222021234567890128 电话：13812345678|INVOICE|91420202MA4F0K8H7X",
                "购买方名称：甲商贸有限公司 纳税人识别号：91420202MA44G5GY9R 销售方名称：乙商贸有限公司|INVOICE|乙商贸有限公司",
                "抬头：黄石港饼科技有限公司|INVOICE|黄石港饼科技有限公司",
                "甲方（盖章）：黄石港饼科技有限公司|CONTRACT|黄石港饼科技有限公司",
                "张三 总经理 黄石港饼科技有限公司 手机：13812345678|BUSINESS_CARD|黄石港饼科技有限公司",
                "【港饼旗舰店】https://m.tb.cn/h.5x?tk=abc 复制打开|SHARE|港饼",
                "7.53 复制打开抖音 来自港饼老味道专营店|SHARE|港饼老味道",
                "https://m.cihudaojia.example.cn/store/568?utm_source=wx&spm=1#top|SITE|cihudaojia.example.cn/store/568",
                "黄市监罚（2026）15号|DOCUMENT|黄市监罚〔2026〕15号",
                "黄市监罚【2026】 15 号|DOCUMENT|黄市监罚〔2026〕15号",
                "黄市监罚［２０２６］第１５号|DOCUMENT|黄市监罚〔2026〕15号",
                "黄市监罚2026-15号|DOCUMENT|黄市监罚〔2026〕15号",
                "（2026）鄂0204民初1611号|DOCUMENT|(2026)鄂0204民初1611号",
                "鄂B12345|PLATE|",
                "鄂AD12345是谁的车|PLATE|",
                "13812345678|PHONE|",
                "138-1234-5678是不是骗子|PHONE|",
                "港饼网络 13812345678|PHONE|港饼网络",
                "6222 0212 3456 7890 128|BANK_CARD|",
                "SF1234567890123|PARCEL|SF1234567890123",
                "773412345678901|PARCEL|773412345678901",
                "6901234567892|BARCODE|6901234567892"
            })
    void takesWhatPeopleTypeForWhatItIs(String text, As as, String searched) {
        var understood = QueryReader.read(text).understanding();
        assertThat(understood.as()).isEqualTo(as);
        assertThat(understood.searched()).isEqualTo(searched == null ? "" : searched);
        // the page links with what it shows: cursor and facets go on asking for the same
        String again = understood.repeatable(text);
        assertThat(QueryReader.read(again).understanding().searched()).isEqualTo(understood.searched());
    }

    @ParameterizedTest
    @CsvSource({
        "帮我查一下港饼网络, 港饼网络",
        "港饼网络是不是骗子, 港饼网络",
        "港饼网络电话多少, 港饼网络",
        "查港饼网络有没有处罚, 港饼网络",
        "港饼网络怎么样啊？, 港饼网络",
        "who is gangbing, gangbing",
        "查马投资, 查马投资",
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
