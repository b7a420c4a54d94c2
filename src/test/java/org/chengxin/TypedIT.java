package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What people really type, on the page and at the API of the whole portal with the seed. */
class TypedIT extends PortalTest {

    private static final String COMPANY = "黄石市港饼网络科技有限公司";
    private static final String CODE = "91420202MA44G5GY9R";

    private Document page(String text) {
        return Jsoup.parse(new String(plain("/search?lang=zh&q=" + encoded(text)), StandardCharsets.UTF_8));
    }

    private JsonNode api(String text) {
        return json.readTree(plain("/api/v1/subjects?lang=zh&q=" + encoded(text)));
    }

    /** The query is escaped already. */
    private byte[] plain(String path) {
        return http().get()
                .uri(java.net.URI.create("http://localhost:" + port + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> names(JsonNode items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.at("/name").asString()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名称：黄石市港饼网络科技有限公司\\n税号：91420202MA44G5GY9R\\n地址、电话：湖滨大道 0714-6300000\\n账号：6222021234567890128|invoice",
                "单位名称：黄石市港饼网络科技有限公司单位地址：黄石纳税人识别号：91420202MA44G5GY9R电话：13812345678|invoice",
                "甲方（盖章）：黄石市港饼网络科技有限公司|contract",
                "方维舟 总经理\\n黄石市港饼网络科技有限公司\\n手机 13812345678|business-card",
                "7.53 复制打开抖音，看看【港饼旗舰店】 https://m.cihudaojia.example.cn/store/568?share_id=1&utm_source=wx|share",
                "https://m.cihudaojia.example.cn:443/store/568/?from=timeline#top|site",
                "http://www.GANGBING.example.cn|site",
                "请问港饼网络科技靠谱吗？|name",
                "港饼网络科技 13812345678|phone",
                "91420202 ma44g5gy9r|code",
                "gangbing|pinyin"
            })
    void findsTheCompanyAndSaysWhatItWasTakenFor(String text, String as) {
        String typed = text.replace("\\n", "\n");
        JsonNode answer = api(typed);
        assertThat(answer.at("/understood/as").asString()).isEqualTo(as);
        assertThat(names(answer.at("/items"))).first().isEqualTo(COMPANY);
        assertThat(answer.at("/near")).isEmpty();
        Document page = page(typed);
        assertThat(page.selectFirst(".card-name").text()).isEqualTo(COMPANY);
        assertThat(page.html()).doesNotContain("13812345678", "6222021234567890128", "0714-6300000");
    }

    @Test
    void aPasteIsReadToItsEnd() {
        String text = "家人们这家店真的绝绝子，快来看看！".repeat(30) + "https://m.cihudaojia.example.cn/store/568?spm=1";
        assertThat(text.length()).isBetween(500, 2000);
        assertThat(page(text).selectFirst(".card-name").text()).isEqualTo(COMPANY);
        assertThat(names(api(text).at("/items"))).first().isEqualTo(COMPANY);
        String path = "?q=" + "港".repeat(2001);
        assertThat(new String(bytes("/search" + path, 400), StandardCharsets.UTF_8))
                .contains("输入的内容太长");
        assertThat(json.readTree(bytes("/api/v1/subjects" + path, 400)).toString())
                .contains("\"q\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11010519491231002X|identity-number|个人信息",
                "帮我查 110105 19491231 002x|identity-number|个人信息",
                "13812345678|phone|电话属于个人信息",
                "6222021234567890128|bank-card|银行卡号",
                "鄂B12345|plate|指向个人和车辆",
                "鄂BD12345是谁的车|plate|指向个人和车辆"
            })
    void numbersOfPersonsAreNeitherSearchedNorSaidBack(String text, String as, String why) {
        JsonNode answer = api(text);
        assertThat(answer.at("/understood/as").asString()).isEqualTo(as);
        assertThat(answer.at("/understood/note").asString()).isNotEmpty();
        assertThat(answer.at("/items")).isEmpty();
        assertThat(answer.at("/near")).isEmpty();
        Document page = page(text);
        assertThat(page.selectFirst(".notice").text()).contains(why);
        assertThat(page.selectFirst(".nothing h2").text()).isEqualTo("没有进行查询");
        assertThat(page.selectFirst(".nothing a[href^=/objections/new]").attr("href"))
                .isEqualTo("/objections/new?lang=zh");
        String number = text.replaceAll("[^0-9A-Za-z]", "");
        for (String shown : List.of(page.outerHtml(), answer.toString())) {
            assertThat(shown.replaceAll("\\s", "")).doesNotContainIgnoringCase(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"张伟", "欧阳小敏", "李向阳"})
    void peopleAreNotSearchedAndTheAnswerSaysWhy(String name) {
        JsonNode answer = api(name);
        assertThat(answer.at("/understood/as").asString()).isEqualTo("person");
        assertThat(answer.at("/items")).isEmpty();
        assertThat(answer.at("/near")).isEmpty();
        Document page = page(name);
        assertThat(page.selectFirst(".notice").text()).contains("依法默认不公开", "不查询自然人");
        assertThat(page.select(".near")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "黄市监列严〔2025〕7号",
                "黄市监列严［２０２５］７号",
                "黄市监列严（2025）第7号",
                "黄市监列严【2025】7号",
                "黄市监列严字[2025]7",
                "黄市监列严〔2025 7号",
                "黄市监列严2025-7号",
                "黄市监列严20257号",
                "请问黄市监列严〔2025〕7号是什么"
            })
    void aDocumentNumberIsOneHoweverItIsWritten(String text) {
        Document page = page(text);
        assertThat(page.selectFirst(".documents h2").text()).isEqualTo("文号完全相同的记录");
        assertThat(page.select(".documents .row-title")).hasSize(1);
        assertThat(page.select(".alike, .nothing")).isEmpty();
        JsonNode records = json.readTree(plain("/api/v1/records?q=" + encoded(text)));
        assertThat(records.at("/items")).hasSize(1);
        assertThat(records.at("/items/0/exact").asBoolean()).isTrue();
        assertThat(records.at("/items/0/documentNumber").asString()).isEqualTo("黄市监列严〔2025〕7号");
    }

    @Test
    void aNumberThatNoRecordHasIsNotGivenToOthers() {
        Document page = page("黄市监列严〔2025〕999号");
        assertThat(page.select(".documents:not(.alike)")).isEmpty();
        assertThat(page.selectFirst(".nothing").text()).contains("理解为 文号", "黄市监列严〔2025〕999号");
        assertThat(page.selectFirst(".alike").text()).contains("不是您要查的那一份");
        JsonNode records = json.readTree(plain("/api/v1/records?q=" + encoded("黄市监列严〔2025〕999号")));
        records.at("/items")
                .forEach(item -> assertThat(item.at("/exact").asBoolean()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "SF1234567890123, parcel, 快递单号",
        "快递单号YT1234567890123到哪了, parcel, 快递单号",
        "6901234567892, barcode, 商品条码",
        "有限公司, meaningless, 没有可以查询的文字"
    })
    void whatIsNoSubjectIsToldSo(String text, String as, String word) {
        JsonNode answer = api(text);
        assertThat(answer.at("/understood/as").asString()).isEqualTo(as);
        assertThat(answer.at("/items")).isEmpty();
        assertThat(page(text).selectFirst(".notice").text()).contains(word);
    }

    @Test
    void nothingFoundSaysWhatWhereAndWhatIsNear() {
        String text = "楚东万达国际影城";
        JsonNode answer = api(text);
        assertThat(answer.at("/total/value").asInt()).isZero();
        assertThat(names(answer.at("/near"))).contains("湖北楚东优品电子商务有限公司").hasSizeLessThanOrEqualTo(5);
        assertThat(answer.at("/coverage").size()).isGreaterThan(5);
        Element nothing = page(text).selectFirst(".nothing");
        assertThat(nothing.text()).contains("查询的内容 楚东万达国际影城", "理解为 名称", "相近的名称", "不是您所查名称的主体", "黄石市市场监督管理局 更新至");
        assertThat(nothing.select("a[href*=creditchina.gov.cn], a[href*=hb.gsxt.gov.cn]"))
                .hasSize(2);
        String report = nothing.selectFirst("a[href^=/objections/new]").attr("href");
        Document form = Jsoup.parse(new String(plain(report), StandardCharsets.UTF_8));
        assertThat(form.selectFirst("#about").val()).isEqualTo(text);
    }

    @Test
    void subjectsOfOneNameAreToldApart() {
        JsonNode same = api("张记小吃店").at("/sameNames");
        assertThat(same.at("/total/value").asInt()).isEqualTo(4);
        assertThat(same.at("/note").asString()).contains("4", "region");
        Element notice = page("张记小吃店").selectFirst(".same-names");
        assertThat(notice.text()).contains("4 个主体的名称相同或几乎相同");
        String narrow = notice.selectFirst("a").attr("href");
        assertThat(Jsoup.parse(new String(plain(narrow), StandardCharsets.UTF_8))
                        .select(".card"))
                .isNotEmpty();
        assertThat(api("港饼").at("/sameNames").isNull()).isTrue();
    }
}
