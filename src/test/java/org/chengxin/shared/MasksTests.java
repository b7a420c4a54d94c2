package org.chengxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTests {

    @Test
    void showsWhatTheStandardAllows() {
        assertThat(Masks.identity("420202199001011234")).isEqualTo("4202**********1234");
        assertThat(Masks.person("张三丰")).isEqualTo("张**");
        assertThat(Masks.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masks.address("湖北省黄石市黄石港区某路1号")).isEqualTo("湖北省黄石市********");
        assertThat(Masks.identity("1234")).isEqualTo("****");
    }

    @Test
    void masksNumbersOfPersonsInRunningTextAndNothingElse() {
        assertThat(Masks.freeText(
                        "当事人（420202199001011234，电话13812341234）于2026年销售12345678901234567890件，代码91330106673959654P"))
                .isEqualTo("当事人（4202**********1234，电话138****1234）于2026年销售12345678901234567890件，代码91330106673959654P");
    }

    @ParameterizedTest
    @CsvSource({
        "当事人420202199001011235（号码有误）, 当事人4202**********1235（号码有误）",
        "旧号420202900101123。, 旧号4202*******1123。",
        "收款卡号6222021234567890128, 收款卡号6222***********0128",
        "卡4111 1111 1111 1111, 卡4111***********1111",
        "驾驶鄂B12345小型客车, 驾驶鄂B****5小型客车",
        "驾驶鄂AD12345新能源车, 驾驶鄂A*****5新能源车",
        "驾驶鄂B·1234挂, 驾驶鄂B*****挂",
        "致电138-1234-1234, 致电138******1234",
        "写信给zhang.san@mail.example.cn, 写信给z***@mail.example.cn"
    })
    void masksEveryKindOfPersonalNumber(String text, String masked) {
        assertThat(Masks.freeText(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "黄市监处罚〔2026〕12号",
                "（2026）鄂0204民初1611号",
                "鄂ICP备12345678号",
                "统一社会信用代码91420202MA44G5GY9R、51420204834247923X、914202020000000123",
                "注册号420288048413497",
                "罚款50000元，没收违法所得1234567.89元",
                "2024年1月1日至2026-12-31",
                "订单号20260115123456789012、2026011512345678、202601151234567、4202602021234567890",
                "商品条码6901234567892、69012341、16901234567899",
                "许可编号JY14202020012345",
                "投诉举报电话12315，热线400-800-1234"
            })
    void leavesInnocentNumbersAlone(String text) {
        assertThat(Masks.freeText(text)).isEqualTo(text);
    }

    @Test
    void aRegistrationNumberWithAValidCheckDigitIsNoOldIdentityNumber() {
        String first14 = "42020290010112";
        long registrations = IntStream.range(0, 10)
                .filter(check -> !IdentityNumber.isOne(first14 + check))
                .count();
        assertThat(registrations)
                .as("one of ten check digits makes a registration number")
                .isEqualTo(1);
    }
}
