package org.chengxin.subject;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which subjects are known to be not the same, though people take one for the other: stated by the operator or by an
 * import, honoured where subjects are matched and where statements are merged. Blocks; call it off the event loop.
 */
@Component
public class DistinctSubjects {

    private final JdbcClient jdbc;

    public DistinctSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A pair in force.
     *
     * @param one the smaller id
     * @param by who stated it
     */
    public record Pair(String one, String other, String reason, String by, Instant at) {}

    /**
     * States that two subjects are not the same; does nothing when that is in force already.
     *
     * @return whether it is new
     * @throws IllegalArgumentException when both are one
     */
    public boolean state(String subject, String another, String reason, String by, Instant at) {
        if (subject.equals(another)) {
            throw new IllegalArgumentException("a subject is the same as itself: " + subject);
        }
        return jdbc.sql(
                                """
                        insert into distinct_subjects (one, other, reason, stated_by, stated_at)
                        values (:one, :other, :reason, :by, :at) on conflict do nothing""")
                        .param("one", first(subject, another))
                        .param("other", second(subject, another))
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Lifts what was stated of two subjects; false when nothing was. */
    public boolean lift(String subject, String another, String by, Instant at) {
        return jdbc.sql("update distinct_subjects set lifted_by = :by, lifted_at = :at"
                                + " where one = :one and other = :other and lifted_at is null")
                        .param("one", first(subject, another))
                        .param("other", second(subject, another))
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** To each of these subjects that has any: the ids of those it is not. */
    public Map<String, Set<String>> of(Collection<String> ids) {
        Map<String, Set<String>> distinct = new HashMap<>();
        if (ids.isEmpty()) {
            return distinct;
        }
        jdbc.sql(
                        """
                        select one as id, other as another from distinct_subjects
                            where lifted_at is null and one = any(:ids)
                        union all select other, one from distinct_subjects
                            where lifted_at is null and other = any(:ids)""")
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    distinct.computeIfAbsent(row.getString("id"), id -> new HashSet<>())
                            .add(row.getString("another"));
                });
        return distinct;
    }

    /** All pairs in force, oldest first. */
    public List<Pair> all() {
        return jdbc.sql("select * from distinct_subjects where lifted_at is null order by id")
                .query((row, number) -> new Pair(
                        row.getString("one"),
                        row.getString("other"),
                        row.getString("reason"),
                        row.getString("stated_by"),
                        row.getTimestamp("stated_at").toInstant()))
                .list();
    }

    private static String first(String a, String b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String second(String a, String b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
