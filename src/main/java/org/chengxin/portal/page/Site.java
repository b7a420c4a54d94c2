package org.chengxin.portal.page;

import java.util.Map;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * The site as its pages state it: name, place and the lines a government site must carry. Blank lines are left out.
 *
 * @param url public address without a slash at the end
 * @param region division code of the city
 */
public record Site(
        String url,
        LocalName name,
        String region,
        String hostedBy,
        String operatedBy,
        String siteCode,
        String icp,
        String policeRecord,
        String contact) {

    /** Entry of the national credit portal. */
    public static final String NATIONAL_PORTAL = "https://www.creditchina.gov.cn/";

    /** Province (first two digits of the division code) to its name in the addresses of the enterprise publicity system. */
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("11", "bj"),
            Map.entry("12", "tj"),
            Map.entry("13", "he"),
            Map.entry("14", "sx"),
            Map.entry("15", "nm"),
            Map.entry("21", "ln"),
            Map.entry("22", "jl"),
            Map.entry("23", "hl"),
            Map.entry("31", "sh"),
            Map.entry("32", "js"),
            Map.entry("33", "zj"),
            Map.entry("34", "ah"),
            Map.entry("35", "fj"),
            Map.entry("36", "jx"),
            Map.entry("37", "sd"),
            Map.entry("41", "ha"),
            Map.entry("42", "hb"),
            Map.entry("43", "hn"),
            Map.entry("44", "gd"),
            Map.entry("45", "gx"),
            Map.entry("46", "hi"),
            Map.entry("50", "cq"),
            Map.entry("51", "sc"),
            Map.entry("52", "gz"),
            Map.entry("53", "yn"),
            Map.entry("54", "xz"),
            Map.entry("61", "sn"),
            Map.entry("62", "gs"),
            Map.entry("63", "qh"),
            Map.entry("64", "nx"),
            Map.entry("65", "xj"));

    /** Entry of the enterprise publicity system (GSXT) of the city's province. */
    public String enterpriseRegister() {
        @Nullable String province = region.length() < 2 ? null : PROVINCES.get(region.substring(0, 2));
        return province == null ? "https://www.gsxt.gov.cn/" : "https://" + province + ".gsxt.gov.cn/";
    }
}
