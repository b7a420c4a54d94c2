package org.chengxin.intake.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.LocalName;
import org.chengxin.subject.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as sheets really have them. */
class ValuesTests {

    private static void refused(ThrowingCallable reading, String code) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(BadValueException.class, bad -> assertThat(bad.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91330106673959654P",
                " 91330106673959654p ",
                "９１３３０１０６６７３９５９６５４Ｐ",
                "9133 0106\u00a06739 59654P",
                "'91330106673959654P"
            })
    void aCodeIsReadThroughWidthCaseAndBlanks(String text) {
        assertThat(Codes.credit(text).code()).isEqualTo(CreditCode.of("91330106673959654P"));
        assertThat(Codes.credit(text).repaired()).isFalse();
    }

    @Test
    void lettersForDigitsAreMendedWhenTheCheckCharacterThenAgrees() {
        Codes.Credit read = Codes.credit("9133O1O667395965 4P");
        assertThat(read.code().value()).isEqualTo("91330106673959654P");
        assertThat(read.repaired()).isTrue();
        refused(() -> Codes.credit("9133O1O6673959655P"), "code.characters");
    }

    @Test
    void codesThatAreNoneSayWhy() {
        refused(() -> Codes.credit("9.142E+17"), "code.scientific");
        refused(() -> Codes.credit("9133010667395965"), "code.length");
        refused(() -> Codes.credit("91330106673959654P、91320105780688132K"), "code.several");
        refused(() -> Codes.credit("000000000000000000"), "code.placeholder");
        assertThat(Codes.credit("91350211M0000XUF46").code().status()).isEqualTo(CreditCode.Status.MISMATCH);
    }

    @Test
    void olderCodesAreChecked() {
        assertThat(Codes.organisation("66312847-8")).isEqualTo("663128478");
        refused(() -> Codes.organisation("563338而"), "code.organisation");
        refused(() -> Codes.organisation("663128479"), "code.organisation");
        assertThat(Codes.registration("４２０２８８０４８４１３４９７")).isEqualTo("420288048413497");
        refused(() -> Codes.registration("无号"), "code.registration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-05",
                "2024/1/5",
                "2024.1.5",
                "20240105",
                "2024年1月5日",
                "２０２４年１月５日",
                "2024年 1月 5日",
                "45296",
                "45296.0",
                "2024-01-05 00:00:00",
                "2024/1/5 9:30",
                "2024-01-05T08:00:00"
            })
    void aDayIsReadInAllItsForms(String text) {
        assertThat(Dates.day(text)).isEqualTo(LocalDate.of(2024, 1, 5));
    }

    @Test
    void daysThatAreNoneSayWhy() {
        refused(() -> Dates.day("2024-02-30"), "date.calendar");
        refused(() -> Dates.day("24.1.5"), "date.unreadable");
        refused(() -> Dates.day("2024年1月"), "date.unreadable");
        refused(() -> Dates.day("0024-01-05"), "date.implausible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "永久有效", "2099-12-31", "2099/12/31", "9999-12-31", "20991231"})
    void anOpenEndIsNoDay(String text) {
        assertThat(Dates.end(text)).isEmpty();
    }

    @Test
    void anEndMayBeWrittenAsAPeriod() {
        assertThat(Dates.end("2020年1月1日至2025年6月30日")).contains(LocalDate.of(2025, 6, 30));
        assertThat(Dates.end("2025/6/30")).contains(LocalDate.of(2025, 6, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 万元, 50000, false",
        "'0.73', 万元, 7300, false",
        "50000, 万元, 500000000, true",
        "50000元, 万元, 50000, false",
        "'50,000.50', 元, 50000.5, false",
        "'￥1,000', 元, 1000, false",
        "'人民币３万元整', 元, 30000, false",
        "0, 元, 0, false"
    })
    void moneyIsReadInItsUnit(String text, String unit, String yuan, boolean doubtful) {
        Money money = Money.of(text, unit);
        assertThat(money.yuan().toPlainString()).isEqualTo(yuan);
        assertThat(money.doubtful()).isEqualTo(doubtful);
    }

    @Test
    void moneyThatIsNoneIsRefused() {
        refused(() -> Money.of("若干", "元"), "money.unreadable");
        refused(() -> Money.of("-5", "元"), "money.negative");
        refused(() -> Money.of("1E999999999", "元"), "money.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "无", " — ", "N/A", "null", "\u00a0", "－", "\u3000"})
    void wordsForNothingAreNothing(String text) {
        assertThat(Texts.clean(text)).isEmpty();
    }

    @Test
    void identityNumbersAreFoundTakenOutAndMasked() {
        String name = "张三（身份证：420202199001011234）";
        assertThat(IdentityNumbers.in(name)).contains("420202199001011234");
        assertThat(IdentityNumbers.without(name)).isEqualTo("张三");
        assertThat(IdentityNumbers.masked("见 42020219900101123X，电话13812345678"))
                .isEqualTo("见 4202**********123X，电话138****5678");
        assertThat(IdentityNumbers.in("91420202MA44G5GY9R")).isEmpty();
    }

    @Test
    void namesTellTheirForm() {
        assertThat(PartyNames.several("黄石甲商贸有限公司、黄石乙商贸有限公司")).isTrue();
        assertThat(PartyNames.several("黄石甲商贸有限公司\n黄石乙超市")).isTrue();
        assertThat(PartyNames.several("大冶市东风路、金湖大道综合商店")).isFalse();
        assertThat(PartyNames.several("黄石市港饼网络科技有限公司")).isFalse();
        assertThat(PartyNames.person("张伟")).isTrue();
        assertThat(PartyNames.person("张某某")).isTrue();
        assertThat(PartyNames.person("张记小吃店")).isFalse();
        assertThat(PartyNames.person("港饼")).isFalse();
    }

    @Test
    void aBranchNamesItsCompaniesLongestFirst() {
        assertThat(PartyNames.companies("中国石油天然气股份有限公司湖北销售分公司崇阳白霓加油站"))
                .containsExactly("中国石油天然气股份有限公司湖北销售分公司", "中国石油天然气股份有限公司");
        assertThat(PartyNames.companies("黄石市港饼网络科技有限公司（大冶）分公司")).containsExactly("黄石市港饼网络科技有限公司");
        assertThat(PartyNames.companies("黄石市港饼网络科技有限公司")).isEmpty();
    }

    @Test
    void kindsComeFromWordsCodesAndNames() {
        assertThat(Kinds.stated("法人及非法人组织")).contains(SubjectKind.ENTERPRISE);
        assertThat(Kinds.stated("individual-business")).contains(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(Kinds.stated("什么")).isEmpty();
        assertThat(Kinds.guess("张记小吃店", CreditCode.of("92420202MA4AAAAAXX")))
                .isEqualTo(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(Kinds.guess("张伟", null)).isEqualTo(SubjectKind.NATURAL_PERSON);
        assertThat(Kinds.guess("山东省临沂金普石化有眼公司", null)).isEqualTo(SubjectKind.ENTERPRISE);
    }

    @Test
    void aChoiceIsNamedByCodeOrLabel() {
        Map<String, LocalName> options = Map.of("serious", new LocalName("严重", "Serious"));
        assertThat(Choice.of("严 重", options)).isEqualTo("serious");
        assertThat(Choice.of("SERIOUS", options)).isEqualTo("serious");
        refused(() -> Choice.of("很坏", options), "choice.unknown");
    }
}
