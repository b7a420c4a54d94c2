package org.chengxin.subject;

import org.chengxin.shared.Codes;

/** An identifier other than the USCC: an older code, a domain or a shop link. */
public record Identifier(Scheme scheme, String value) {

    /** What kind of identifier. */
    public enum Scheme {
        /** 工商注册号, 15 digits. */
        REGISTRATION_NUMBER,
        /** 组织机构代码, GB 11714. */
        ORGANISATION_CODE,
        /** 税务登记号. */
        TAX_NUMBER,
        /** 事业单位证书号. */
        INSTITUTION_NUMBER,
        /** 社会组织登记证号. */
        SOCIAL_ORGANISATION_NUMBER,
        /** A USCC it had before. */
        FORMER_USCC,
        /** Keyed hash of a natural person's identity number; never shown. */
        IDENTITY_HASH,
        /** A domain, lower case, punycode. */
        DOMAIN,
        /** The address of a shop on a platform. */
        SHOP_URL;

        /** Public code, e.g. {@code tax-number}. */
        public String code() {
            return Codes.of(this);
        }

        /** Whether it is a site rather than a registered code. */
        public boolean site() {
            return this == DOMAIN || this == SHOP_URL;
        }
    }

    /** Kept in {@code codes} of the store for exact look-up: {@code scheme:value}. */
    public String key() {
        return scheme.code() + ':' + value;
    }
}
