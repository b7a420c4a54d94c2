package org.chengxin.site;

import java.time.Instant;
import java.util.List;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;

/**
 * Whose site an address is, as far as it is known here.
 *
 * @param address as it was read: no scheme, no tracking, in characters
 * @param owners subjects it is bound to, or those it is taken for; empty when unknown
 */
public record Whose(String address, Verdict verdict, List<Owner> owners) {

    /** How an address stands to those that are bound to somebody; an open set. */
    public enum Verdict {
        /** Bound to the owners. */
        BOUND,
        /** Below a bound site, where others may publish too: it is bound to nobody itself. */
        UNDER,
        /** Bound to nobody, and like a site of the owners. */
        LOOKS_LIKE,
        /** Bound to nobody that is known here. */
        UNKNOWN;

        /** Public code, e.g. {@code looks-like}. */
        public String code() {
            return Codes.of(this);
        }
    }

    /**
     * A subject with the site in question.
     *
     * @param site its site, without a scheme and in characters
     * @param proof how it is known to be its site: {@code registered} with a source, by the register of the {@code platform} on which
     *     it is, or proved by {@code dns}, {@code file} or {@code meta}
     * @param since since when it is known so without a break, null when that is not known
     * @param how in what the address is like the site, null when it is not merely like it
     */
    public record Owner(
            String subject, String name, String site, String proof, @Nullable Instant since, @Nullable Likeness how) {}
}
