package org.chengxin.report;

import java.util.Locale;

/**
 * A document just issued.
 *
 * @param number its number, for {@code /verify/{number}}
 * @param title what kind of document it is, in its language
 * @param pdf the file; not kept anywhere else
 */
public record Report(String number, String title, String subjectName, Locale language, byte[] pdf) {

    /** {@code 公共信用信息报告-黄石市港饼网络科技有限公司-CX....pdf}, without characters file systems refuse. */
    public String fileName() {
        String name = subjectName.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return title.replace(' ', '-') + "-" + name + "-" + number + ".pdf";
    }
}
