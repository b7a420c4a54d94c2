package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a subject that is to be found among those of the index. What is not known is null.
 *
 * @param name its name as someone wrote it
 * @param uscc its unified social credit code (GB 32100-2015) or an older code
 * @param region division code of its place; a code covers what lies below it
 * @param representative full name of its legal representative
 * @param domain a domain or shop link of it
 */
public record MatchQuery(
        @Nullable String name,
        @Nullable String uscc,
        @Nullable String region,
        @Nullable String representative,
        @Nullable String domain) {

    public static MatchQuery ofName(String name) {
        return new MatchQuery(name, null, null, null, null);
    }

    public static MatchQuery ofCode(String uscc) {
        return new MatchQuery(null, uscc, null, null, null);
    }
}
