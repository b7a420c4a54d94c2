package org.chengxin.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The enterprise publicity system (国家企业信用信息公示系统, GSXT), which has an entry for each province. */
public final class EnterpriseRegister {

    private static final String COUNTRY = "https://www.gsxt.gov.cn/";

    /** Province (first two digits of the division code) to its name in the addresses of the system. */
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

    private EnterpriseRegister() {}

    /** The entry of the province that a division code lies in; that of the country when there is none. */
    public static String entry(String region) {
        @Nullable String province = region.length() < 2 ? null : PROVINCES.get(region.substring(0, 2));
        return province == null ? COUNTRY : "https://" + province + ".gsxt.gov.cn/";
    }
}
