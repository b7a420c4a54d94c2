package org.chengxin.catalog;

/** What a field means to the record as a whole, beyond its type; fields without a role are type-specific data. */
public enum FieldRole {
    /** 决定文书号, 编号. */
    DOCUMENT_NUMBER,
    /** 决定机关, 认定机关, 签发机构. */
    AUTHORITY,
    AUTHORITY_CODE,
    /** 决定日期, 认定日期: publication counts from here. */
    DECIDED_ON,
    VALID_FROM,
    /** 有效期至; null is an open end. */
    VALID_UNTIL,
    /** 公示截止期 as given by the source. */
    PUBLISH_UNTIL,
    /** Level of the publication rule: {@code minor}, {@code ordinary}, {@code serious}. */
    LEVEL,
    /** Legal basis. */
    BASIS,
    /** Whom the source opens the record to; anything but {@code public} keeps it from the public and from platforms. */
    DISCLOSURE,
    /** Record state as the source gives it; published when absent. */
    STATE,
    STATE_REASON,
    SUBJECT_NAME,
    SUBJECT_KIND,
    SUBJECT_USCC,
    SUBJECT_REGISTRATION_NUMBER,
    SUBJECT_ORGANISATION_CODE,
    SUBJECT_TAX_NUMBER,
    SUBJECT_INSTITUTION_NUMBER,
    SUBJECT_SOCIAL_ORGANISATION_NUMBER,
    SUBJECT_REPRESENTATIVE,
    SUBJECT_REPRESENTATIVE_IDENTITY_TYPE,
    SUBJECT_REPRESENTATIVE_IDENTITY_NUMBER,
    SUBJECT_IDENTITY_TYPE,
    SUBJECT_IDENTITY_NUMBER
}
