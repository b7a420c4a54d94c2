package org.chengxin.report;

import java.util.Locale;
import org.chengxin.shared.LocalName;

/**
 * A report just issued.
 *
 * @param number its number, for {@code /verify/{number}}
 * @param pdf the file; not kept anywhere else
 */
public record Report(String number, String subjectName, Locale language, byte[] pdf) {

    /** {@code 公共信用信息报告-黄石市港饼网络科技有限公司-CX....pdf}, without characters file systems refuse. */
    public String fileName() {
        boolean english = LocalName.isEnglish(language);
        String title = english ? "credit-report" : "公共信用信息报告";
        String name = subjectName.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return title + "-" + name + "-" + number + ".pdf";
    }
}
