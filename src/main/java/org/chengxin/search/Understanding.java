package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/**
 * What a query was taken for.
 *
 * @param as the reading of the query
 * @param searched the text that was searched after cleaning; empty when nothing may be searched
 * @param region division code recognised in the query, null for none
 */
public record Understanding(As as, String searched, @Nullable String region) {

    /** Readings of a query; an open set, readers ignore those they do not know. */
    public enum As {
        /** Nothing to search for: browse. */
        NOTHING,
        /** A name or part of one, in characters. */
        NAME,
        /** A name in pinyin or initials. */
        PINYIN,
        /** A USCC or older identifier, whole or in part. */
        CODE,
        /** A domain, URL or shop link. */
        SITE,
        /** A document number (文号). */
        DOCUMENT,
        /** Invoice details (开票信息): name and tax number were searched, the rest left out. */
        INVOICE,
        /** A party line of a contract or decision. */
        CONTRACT,
        /** A business card or signature: its company was searched. */
        BUSINESS_CARD,
        /** A text an app shares, with a link or the name of a shop. */
        SHARE,
        /** A barcode of goods (GTIN): looked for in records. */
        BARCODE,
        /** A tracking number of a parcel: not searched. */
        PARCEL,
        /** The name of a person: companies it represents by exactly that name, never the person. */
        PERSON,
        /** A phone number: not searched, not kept. */
        PHONE,
        /** A vehicle plate: not searched, not kept. */
        PLATE,
        /** A bank card: not searched, not kept. */
        BANK_CARD,
        /** An identity number, whole or mistyped: recognised, not searched, not kept. */
        IDENTITY_NUMBER,
        /** Nothing that could name a subject is left after cleaning. */
        MEANINGLESS;

        /** Whether a number of a person was typed: the query must not be kept or repeated. */
        public boolean personal() {
            return this == IDENTITY_NUMBER || this == BANK_CARD || this == PHONE || this == PLATE;
        }

        /** Whether a block was pasted that holds more than what was searched. */
        public boolean pasted() {
            return this == INVOICE || this == CONTRACT || this == BUSINESS_CARD;
        }
    }

    /** What of a query may be said back: what was searched where it holds more than that, else what was typed. */
    public String repeatable(String typed) {
        return as == As.IDENTITY_NUMBER ? "" : as.personal() || as.pasted() ? searched : typed;
    }
}
