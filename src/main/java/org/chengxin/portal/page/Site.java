package org.chengxin.portal.page;

import org.chengxin.shared.EnterpriseRegister;
import org.chengxin.shared.LocalName;

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

    /** Entry of the enterprise publicity system (GSXT) of the city's province. */
    public String enterpriseRegister() {
        return EnterpriseRegister.entry(region);
    }
}
