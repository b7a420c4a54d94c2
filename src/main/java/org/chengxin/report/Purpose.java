package org.chengxin.report;

import java.util.Arrays;
import java.util.List;
import org.chengxin.shared.Codes;

/**
 * What a reader states that a report is for. It is printed as stated and changes nothing of what the report shows; from a list, so
 * that nobody has words of his own signed.
 */
public enum Purpose {
    /** 招标投标. */
    TENDER,
    /** 政府采购. */
    PROCUREMENT,
    /** 行政审批. */
    LICENSING,
    /** 资质审核. */
    QUALIFICATION,
    /** 评优评先. */
    AWARD,
    /** 融资信贷. */
    FINANCING,
    /** 商务合作. */
    COOPERATION,
    /** 平台入驻. */
    PLATFORM_ENTRY,
    /** 自查. */
    OWN_USE,
    /** 其他. */
    OTHER;

    /** Codes in their order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Codes::of).toList();
    }
}
