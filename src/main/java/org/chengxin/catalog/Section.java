package org.chengxin.catalog;

/** Sections of a profile and a report, in their order (public credit report standard, 2022 edition). */
public enum Section {
    /** 许可认证. */
    LICENSING,
    /** 承诺. */
    COMMITMENT,
    /** 守信激励. */
    INCENTIVE,
    /** 行政处罚. */
    PENALTY,
    /** 严重失信名单. */
    SERIOUS_DEFAULT,
    /** 经营异常. */
    ABNORMAL,
    /** 监管. */
    SUPERVISION,
    /** 评价. */
    EVALUATION,
    /** 投诉处理. */
    COMPLAINT,
    /** 司法与履约. */
    JUDICIAL,
    /** 其他. */
    OTHER
}
