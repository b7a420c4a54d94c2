package org.chengxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengxin.shared.PersonalNumbers.Found;
import org.chengxin.shared.PersonalNumbers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTests {

    private static List<String> found(Kind kind, String text) {
        return PersonalNumbers.in(text).stream()
                .filter(one -> one.kind() == kind)
                .map(one -> text.substring(one.start(), one.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "11010519491231002×",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105 19491231 002X",
                "110105-1949-1231-002X",
                "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
                "1.1.0.1.0.5.1.9.4.9.1.2.3.1.0.0.2.X",
                "110105、19491231、002X",
                "110105)19491231(002X",
                "1101051949\u200B1231\u2060002X",
                "11010519491231002尾号X",
                "11010519491231002，尾号为X",
                "11010519491231OO2X",
                "ll0l05l949l23l002X",
                "①①0105①949①23①002X",
                "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X",
                "\uD835\uDFCF\uD835\uDFCF\uD835\uDFCE\uD835\uDFCF\uD835\uDFCE\uD835\uDFD319491231002X",
                "一一零一零五一九四九一二三一零零二X",
                "420281199001011237",
                "420202900101123",
                "420202 900101 123"
            })
    void anIdentityNumberIsFoundHoweverItIsWritten(String number) {
        assertThat(found(Kind.IDENTITY, "当事人张某（" + number + "）销售")).containsExactly(number);
        assertThat(found(Kind.IDENTITY, "序号12、" + number + "，罚款5000元")).containsExactly(number);
        assertThat(Masks.freeText("身份证" + number + "。")).doesNotContain(number);
    }

    @Test
    void anOldNumberCutByAnySignsIsFoundAfterItsName() {
        assertThat(found(Kind.IDENTITY, "身份证号为420202,900101,123。")).containsExactly("420202,900101,123");
    }

    @ParameterizedTest
    @CsvSource({"护照E12345678, E12345678", "护照号码：G12345678, G12345678", "持港澳居民来往内地通行证H1234567801, H1234567801"})
    void travelDocumentsAreFoundAfterTheirName(String text, String number) {
        assertThat(found(Kind.TRAVEL_DOCUMENT, text)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "+8613812345678",
                "+86 138-1234-5678",
                "008613812345678",
                "138 1234 5678",
                "138.1234.5678",
                "1381 234 5678",
                "１３８１２３４５６７８",
                "1 3 8 1 2 3 4 5 6 7 8",
                "1-3-8-1-2-3-4-5-6-7-8",
                "138\u200B12345678",
                "一三八一二三四五六七八",
                "幺三八一二三四五六七八"
            })
    void aMobileIsFoundHoweverItIsWritten(String number) {
        assertThat(found(Kind.MOBILE, "投诉人（" + number + "）称")).containsExactly(number);
    }

    @Test
    void aMobileCutByAnySignsIsFoundBesideItsWord() {
        assertThat(found(Kind.MOBILE, "联系电话138，1234，5678")).containsExactly("138，1234，5678");
        assertThat(found(Kind.MOBILE, "微信同号：138/12/34/56/78")).containsExactly("138/12/34/56/78");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0714-6543210",
                "0714—6543210",
                "（0714）6543210",
                "+86 0714-6543210",
                "010-87654321",
                "0714 6543210"
            })
    void aLandlineIsFound(String number) {
        assertThat(found(Kind.LANDLINE, "家里座机" + number + "。")).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鄂B12345",
                "鄂B·12345",
                "鄂B 12345",
                "鄂 B 12345",
                "鄂B-12345",
                "鄂Ｂ１２３４５",
                "鄂b12345",
                "鄂BD12345",
                "鄂B·D12345",
                "鄂B12345F",
                "鄂B1234挂",
                "鄂B1234学",
                "鄂B1234警",
                "粤Z1234港"
            })
    void aPlateIsFound(String plate) {
        assertThat(found(Kind.PLATE, "驾驶" + plate + "小型客车")).containsExactly(plate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6222021234567890128",
                "6222 0212 3456 7890 128",
                "6222-0212-3456-7890-128",
                "６２２２０２１２３４５６７８９０１２８",
                "6222.0212.3456.7890.128",
                "4111 1111 1111 1111"
            })
    void aBankCardIsFound(String number) {
        assertThat(found(Kind.BANK_CARD, "退至" + number + "账户")).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（2019）粤01民终12345号、鄂黄市监处罚〔2026〕12号、鄂0204民初1611号",
                "统一社会信用代码91330106673959654P、9133 0106 6739 5965 4P、11420200011111111A",
                "注册号420288048413497",
                "没收违法所得13812345678元，货值19800000000.50元，合计1,381,234,567.80元，￥13812345678",
                "共13812345678件、15012345678 吨",
                "2024年1月1日至2026-12-31，2024-01-01 2024-12-31，20240101-20241231",
                "二〇二六年一月一日至二〇二六年十二月三十一日",
                "第一、二、三、四、五、六、七、八、九、十、十一、十二条，第1、3、4、5、6、7、8、9、10项",
                "订单号20260115123456789012，批号20190805，规格1.5L*12",
                "条码6901234567892，许可证JY14202020012345，鄂ICP备12345678号-1，京公网安备11010502030143号",
                "热线12315、12345、400-800-1234、95588",
                "全新A12345型设备、新K12345款",
                "GB 32100-2015、ISO 7064:1983、GB/T 40478-2021"
            })
    void whatIsNoNumberOfAPersonPasses(String text) {
        assertThat(PersonalNumbers.in(text)).isEmpty();
    }

    @Test
    void placesAreThoseOfTheTextAsItWasWritten() {
        String text = "\uD83D\uDE00１３８１２３４５６７８ 与 鄂B12345";
        assertThat(PersonalNumbers.in(text))
                .containsExactly(new Found(Kind.MOBILE, 2, 13), new Found(Kind.PLATE, 16, 23));
    }

    /** Four times the text may take about four times as long; a search that backtracks takes sixteen times and more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "1.",
                "13812345678 ",
                "4202811990010112",
                "420281199001011237 ",
                "鄂B1",
                "0714-",
                "a@a.",
                "电话1",
                "身份证4",
                "护照A",
                "62",
                "(0",
                "鄂A1A1A",
                "+86 ",
                "4 2,",
                "尾号",
                "一二三"
            })
    void noTextMakesTheSearchSlow(String unit) {
        long small = Long.MAX_VALUE;
        long large = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            small = Math.min(small, nanos(unit.repeat(10_000 / unit.length())));
            large = Math.min(large, nanos(unit.repeat(80_000 / unit.length())));
        }
        assertThat((double) large / small)
                .as(Map.of(unit, large / 1_000_000 + " ms").toString())
                .isLessThan(24);
    }

    private static long nanos(String text) {
        long begun = System.nanoTime();
        PersonalNumbers.in(text);
        return System.nanoTime() - begun;
    }
}
