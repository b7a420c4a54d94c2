package org.chengxin.catalog;

import org.chengxin.shared.Codes;

/** Kinds of document that are issued on a subject. */
public enum DocumentKind {
    /** 公共信用信息报告: all that is published of a subject. */
    CREDIT_REPORT,
    /** 公共信用信息查询结果: types of record and a period that the reader chose. */
    CREDIT_QUERY,
    /** 主体身份核验结果: who a subject is. */
    IDENTITY,
    /** 网站主体核验结果: whose a site is. */
    SITE,
    /** 信用承诺书: one commitment. */
    COMMITMENT,
    /** 红名单查询结果: whether a subject stands on the red list. */
    RED_LIST;

    /** Public code, e.g. {@code red-list}: in statements, in the register and in addresses. */
    public String code() {
        return Codes.of(this);
    }
}
