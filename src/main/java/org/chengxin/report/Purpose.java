package org.chengxin.report;

import java.util.Arrays;
import java.util.List;
import org.chengxin.shared.Codes;

/**
 * What a reader states that a report is for, named as the fields of application of joint measures are. It is printed as stated and
 * changes nothing of what the report shows; from a list, so that nobody has words of his own signed.
 */
public enum Purpose {
    /** 政府采购与招标投标. */
    TENDER,
    /** 融资信贷. */
    FINANCE,
    /** 财政资金支持. */
    SUBSIDY,
    /** 资质许可. */
    QUALIFICATION,
    /** 平台入驻与经营. */
    PLATFORM,
    /** 任职资格. */
    POST,
    /** 评优评先. */
    HONOUR,
    /** 商务合作. */
    COOPERATION,
    /** 自查. */
    OWN_USE,
    /** 其他. */
    OTHER;

    /** Codes in their order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Codes::of).toList();
    }
}
