package org.chengxin.subject;

import java.util.Optional;
import org.chengxin.shared.Codes;

/** Kinds of credit subject. */
public enum SubjectKind {
    /** 电子商务平台. */
    PLATFORM,
    /** 网店. */
    SHOP,
    /** 企业. */
    ENTERPRISE,
    /** 个体工商户. */
    INDIVIDUAL_BUSINESS,
    /** 自然人经营者（依法免登记）. */
    NATURAL_PERSON_SELLER,
    /** 快递企业. */
    COURIER,
    /** 从业人员. */
    PRACTITIONER,
    /** 支付机构. */
    PAYMENT_INSTITUTION,
    /** 服务机构. */
    SERVICE_AGENCY,
    /** 评价机构. */
    EVALUATOR,
    /** 事业单位、社会组织等其他组织. */
    OTHER_ORGANISATION,
    /** 自然人 named in a record, no business of its own. */
    NATURAL_PERSON;

    /** Public code, e.g. {@code individual-business}. */
    public String code() {
        return Codes.of(this);
    }

    /** The kind with this code, empty when there is none. */
    public static Optional<SubjectKind> ofCode(String code) {
        return Codes.find(SubjectKind.class, code);
    }

    /** Natural persons are not public by default. */
    public boolean naturalPerson() {
        return this == NATURAL_PERSON_SELLER || this == PRACTITIONER || this == NATURAL_PERSON;
    }
}
