package org.chengxin.intake.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Tells a subject's kind: as stated, else by the prefix of its code, else by the form of its name. */
public final class Kinds {

    private static final Map<String, SubjectKind> WORDS = Map.ofEntries(
            Map.entry("法人及非法人组织", SubjectKind.ENTERPRISE),
            Map.entry("法人", SubjectKind.ENTERPRISE),
            Map.entry("非法人组织", SubjectKind.ENTERPRISE),
            Map.entry("企业", SubjectKind.ENTERPRISE),
            Map.entry("企业法人", SubjectKind.ENTERPRISE),
            Map.entry("个体", SubjectKind.INDIVIDUAL_BUSINESS),
            Map.entry("个体工商户", SubjectKind.INDIVIDUAL_BUSINESS),
            Map.entry("自然人", SubjectKind.NATURAL_PERSON),
            Map.entry("个人", SubjectKind.NATURAL_PERSON),
            Map.entry("电子商务平台", SubjectKind.PLATFORM),
            Map.entry("平台", SubjectKind.PLATFORM),
            Map.entry("网店", SubjectKind.SHOP),
            Map.entry("自然人经营者", SubjectKind.NATURAL_PERSON_SELLER),
            Map.entry("自然人经营者(依法免登记)", SubjectKind.NATURAL_PERSON_SELLER),
            Map.entry("快递企业", SubjectKind.COURIER),
            Map.entry("从业人员", SubjectKind.PRACTITIONER),
            Map.entry("支付机构", SubjectKind.PAYMENT_INSTITUTION),
            Map.entry("服务机构", SubjectKind.SERVICE_AGENCY),
            Map.entry("评价机构", SubjectKind.EVALUATOR),
            Map.entry("事业单位", SubjectKind.OTHER_ORGANISATION),
            Map.entry("社会组织", SubjectKind.OTHER_ORGANISATION),
            Map.entry("其他组织", SubjectKind.OTHER_ORGANISATION));

    private Kinds() {}

    /** The kind a word or code names, empty when it names none. */
    public static Optional<SubjectKind> stated(String text) {
        String word = Texts.narrow(Texts.clean(text)).replaceAll("\\s", "");
        SubjectKind kind = WORDS.get(word);
        return kind != null
                ? Optional.of(kind)
                : SubjectKind.ofCode(word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The kind of a subject that no source names a kind for. */
    public static SubjectKind guess(String name, @Nullable CreditCode uscc) {
        if (uscc != null) {
            return switch (uscc.value().substring(0, 2)) {
                case "92" -> SubjectKind.INDIVIDUAL_BUSINESS;
                case "91", "93" -> SubjectKind.ENTERPRISE;
                default -> SubjectKind.OTHER_ORGANISATION;
            };
        }
        if (PartyNames.person(name)) {
            return SubjectKind.NATURAL_PERSON;
        }
        return name.matches(".*(个体工商户|\\(个体\\)|（个体）).*")
                ? SubjectKind.INDIVIDUAL_BUSINESS
                : name.matches(".*(公司|厂|集团|企业|合作社|矿).*") || !name.matches(".*(协会|学会|医院|学校|局|所|委员会|中心)")
                        ? SubjectKind.ENTERPRISE
                        : SubjectKind.OTHER_ORGANISATION;
    }
}
