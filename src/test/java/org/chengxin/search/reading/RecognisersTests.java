package org.chengxin.search.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each recogniser alone: what it takes, what of it, and what it leaves to others. */
class RecognisersTests {

    private static @Nullable Reading by(Recogniser recogniser, String text) {
        return recogniser.read(Typed.of(text));
    }

    private static void isNone(Recogniser recogniser, String text) {
        assertThat(by(recogniser, text)).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"11010519491231002X", "110105 19491231 002x", "身份证：１１０１０５１９４９１２３１００２Ｘ，请查", "420202900101123"})
    void identityNumbers(String text) {
        Reading reading = by(new IdentityNumbers(), text);
        assertThat(reading).isEqualTo(Reading.nothing(As.IDENTITY_NUMBER));
        isNone(new IdentityNumbers(), "91420202MA4F0K8H7X");
        isNone(new IdentityNumbers(), "420288048413497");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名称：黄石市港饼网络科技有限公司 税号：91420202MA4F0K8H7X 地址：湖滨大道88号|黄石市港饼网络科技有限公司|91420202MA4F0K8H7X",
                "单位名称:黄石市港饼网络科技有限公司；纳税人识别号：91420202ma4f0k8h7x；开户行：工行|黄石市港饼网络科技有限公司|91420202MA4F0K8H7X",
                "名　　称：黄石市港饼网络科技有限公司 统一社会信用代码/纳税人识别号：91420202MA4F0K8H7X|黄石市港饼网络科技有限公司|91420202MA4F0K8H7X",
                "发票抬头：黄石市港饼网络科技有限公司|黄石市港饼网络科技有限公司|",
                "名称：黄石市港饼网络科技有限公司税号：91420202MA4F0K8H7X电话：0714-1234567|黄石市港饼网络科技有限公司|91420202MA4F0K8H7X",
                "购买方名称：甲商贸有限公司 税号：91420202MA44G5GY9R 销售方名称：乙商贸有限公司|乙商贸有限公司|",
            })
    void invoiceBlocks(String text, String name, @Nullable String code) {
        Reading reading = by(new InvoiceBlock(), text);
        assertThat(reading).isEqualTo(new Reading(As.INVOICE, name, code, null, null));
        isNone(new InvoiceBlock(), "港饼网络科技");
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲方（盖章）：黄石市港饼网络科技有限公司", "供货单位: 黄石市港饼网络科技有限公司，地址：黄石", "被告：黄石市港饼网络科技有限公司，住所地湖北省黄石市"})
    void contractParties(String text) {
        assertThat(by(new ContractParty(), text)).isEqualTo(Reading.words(As.CONTRACT, "黄石市港饼网络科技有限公司"));
        isNone(new ContractParty(), "甲方公司");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "方维舟 总经理\n黄石市港饼网络科技有限公司\n手机：13812345678",
                "黄石市港饼网络科技有限公司 | 地址：湖滨大道88号 | Tel: 0714-1234567",
                "黄石市港饼网络科技有限公司 销售代表 小王"
            })
    void businessCards(String text) {
        assertThat(by(new BusinessCard(), text)).isEqualTo(Reading.words(As.BUSINESS_CARD, "黄石市港饼网络科技有限公司"));
        isNone(new BusinessCard(), "黄石市港饼网络科技有限公司");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13812345678|PHONE|",
                "+86 138 1234 5678|PHONE|",
                "138-1234-5678是不是骗子|PHONE|",
                "港饼网络 13812345678|PHONE|港饼网络",
                "港饼网络 电话0714-1234567|PHONE|港饼网络",
                "6222 0212 3456 7890 128|BANK_CARD|",
                "鄂B12345|PLATE|",
                "鄂B·D12345|PLATE|",
                "鄂b12345是谁的车|PLATE|"
            })
    void numbersOfPersons(String text, As as, @Nullable String words) {
        assertThat(by(new NumbersOfPersons(), text)).isEqualTo(Reading.words(as, words == null ? "" : words));
        isNone(new NumbersOfPersons(), "黄市监罚〔2026〕15号");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gangbing.example.cn|SITE||gangbing.example.cn",
                "【港饼旗舰店】https://m.tb.cn/h.5x?tk=abc 复制打开|SHARE|港饼|tb.cn/h.5x",
                "7.53 复制打开抖音，看看【港饼老味道专营店的作品】 https://v.douyin.com/iAbc/|SHARE|港饼老味道专营店的作品|v.douyin.com/iAbc",
                "7.53 复制打开抖音 来自港饼老味道专营店|SHARE|港饼老味道|",
                "￥AbCdEfGh12￥ 打开淘宝|SHARE||"
            })
    void shareTexts(String text, As as, @Nullable String words, @Nullable String site) {
        Reading reading = by(new ShareText(), text);
        assertThat(reading)
                .isEqualTo(new Reading(
                        as, words == null ? "" : words, null, site == null ? null : site.toLowerCase(), null));
        isNone(new ShareText(), "600151.SH");
    }

    @Test
    void aShareTextIsReadToItsEnd() {
        String text = "我在淘宝发现了一个好东西！".repeat(40) + "https://shop.chuhuotong.example.cn/s/10188?spm=a1z10&utm_source=wx";
        assertThat(text.length()).isGreaterThan(500);
        assertThat(by(new ShareText(), text)).extracting(Reading::site).isEqualTo("shop.chuhuotong.example.cn/s/10188");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "黄市监罚〔2026〕15号",
                "黄市监罚［２０２６］１５号",
                "黄市监罚[2026]15号",
                "黄市监罚（2026）15号",
                "黄市监罚(2026)15号",
                "黄市监罚【2026】15号",
                "黄市监罚﹝2026﹞15号",
                "黄市监罚「2026」15号",
                "黄市监罚{2026}15号",
                "黄市监罚〔2026〕第15号",
                "黄市监罚〔2026〕15",
                "黄市监罚〔2026 15号",
                "黄市监罚2026〕15号",
                "黄市监罚 2026 15号",
                "黄市监罚2026年15号",
                "黄市监罚2026-15号",
                "黄市监罚202615号",
                "请问黄市监罚〔2026〕15号是什么"
            })
    void documentNumbers(String text) {
        assertThat(by(new DocumentNumbers(), text)).isEqualTo(Reading.number(As.DOCUMENT, "黄市监罚〔2026〕15号", null));
    }

    @Test
    void documentNumbersOfCourtsPartsAndNone() {
        DocumentNumbers numbers = new DocumentNumbers();
        assertThat(by(numbers, "（2026）鄂0204民初1611号")).extracting(Reading::shown).isEqualTo("(2026)鄂0204民初1611号");
        assertThat(by(numbers, "黄市监罚〔2026〕15—1号")).extracting(Reading::shown).isEqualTo("黄市监罚〔2026〕15-1号");
        assertThat(by(numbers, "黄市监罚字〔2026〕15号")).extracting(Reading::shown).isEqualTo("黄市监罚字〔2026〕15号");
        isNone(numbers, "港饼2026");
        isNone(numbers, "湖滨大道20261号楼");
        isNone(numbers, "港饼网络科技");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567892", "商品条码：6901234567892", "条码 6901234567892"})
    void barcodes(String text) {
        assertThat(by(new Barcodes(), text)).extracting(Reading::as).isEqualTo(As.BARCODE);
        isNone(new Barcodes(), "6901234567893");
        isNone(new Barcodes(), "12345670");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SF1234567890123",
                "快递单号：YT1234567890123",
                "圆通快递 YT1234567890123",
                "JDVA12345678901-1-1-",
                "快递单号YT1234567890123到哪了？"
            })
    void parcelNumbers(String text) {
        assertThat(by(new ParcelNumbers(), text)).extracting(Reading::as).isEqualTo(As.PARCEL);
        isNone(new ParcelNumbers(), "SF港饼");
        isNone(new ParcelNumbers(), "914202020000000");
    }

    @ParameterizedTest
    @CsvSource({"张伟, true", "欧阳小敏, true", "阿卜杜·买买提, true", "港饼, false", "张记小吃店, false", "zhang, false"})
    void namesOfPersons(String name, boolean shaped) {
        assertThat(PersonNames.isShaped(name)).isEqualTo(shaped);
    }

    @ParameterizedTest
    @CsvSource({"请问港饼网络靠谱吗？, 港饼网络", "港饼网络电话多少, 港饼网络", "查马投资, 查马投资"})
    void questions(String text, String name) {
        assertThat(Chatter.without(text)).isEqualTo(name);
    }
}
