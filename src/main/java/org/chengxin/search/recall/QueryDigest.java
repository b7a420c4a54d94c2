package org.chengxin.search.recall;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.ranking.ReadQuery;
import org.jspecify.annotations.Nullable;

/** A number that tells one query from another; size and cursor do not count. */
public final class QueryDigest {

    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private QueryDigest() {}

    /** Of a look-up of subjects.
     *
     * @param read the query read: two texts that ask for the same share their cursors
     */
    public static long of(SubjectQuery query, ReadQuery read) {
        return digest(
                "subjects",
                read.text().text(),
                read.code(),
                read.site(),
                ordered(query.kinds()),
                ordered(query.regions()),
                ordered(query.statuses()),
                ordered(query.lists()),
                ordered(query.recordTypes()),
                query.sort().name());
    }

    /** Of a look-up of records. */
    public static long of(RecordQuery query) {
        RecordFilter filter = query.filter();
        return digest(
                "records",
                query.text(),
                query.sort().name(),
                filter.subjectId(),
                ordered(filter.types()),
                ordered(filter.polarities()),
                ordered(filter.lists()),
                ordered(filter.regions()),
                filter.authority(),
                Objects.toString(filter.validity(), ""),
                Objects.toString(filter.from(), ""),
                Objects.toString(filter.to(), ""),
                Objects.toString(filter.publishedFrom(), ""),
                Objects.toString(filter.publishedTo(), ""),
                Objects.toString(filter.leastAmount(), ""),
                Objects.toString(filter.mostAmount(), ""));
    }

    private static String ordered(Collection<String> values) {
        return String.join("\u0000", new TreeSet<>(values));
    }

    /** FNV-1a. */
    private static long digest(@Nullable String... parts) {
        long hash = BASIS;
        for (String part : Arrays.asList(parts)) {
            for (char c : (part == null ? "" : part).toCharArray()) {
                hash = (hash ^ c) * PRIME;
            }
            hash = (hash ^ 0xFFFF) * PRIME;
        }
        return hash;
    }
}
