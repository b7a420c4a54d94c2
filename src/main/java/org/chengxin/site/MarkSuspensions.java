package org.chengxin.site;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.subject.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps on which of its sites a subject does not want its mark shown for the time being. Blocks; call it off the event loop. */
@Component
public class MarkSuspensions {

    /** In the place of an address: all sites of the subject. */
    public static final String EVERYWHERE = "";

    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A suspension in force.
     *
     * @param site address without a scheme, or {@link #EVERYWHERE}
     */
    public record Suspension(String subject, String site, String by, Instant since) {}

    public MarkSuspensions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Suspends the mark of a subject.
     *
     * @param site a domain or shop page of the subject's as somebody writes it; {@link #EVERYWHERE} for all
     * @return whether it was shown before
     * @throws IllegalArgumentException when it is no site of the subject's
     */
    public boolean suspend(Subject subject, String site, String by) {
        return jdbc.sql(
                                """
                        insert into mark_suspension (subject_id, site, suspended_by, suspended_at)
                        values (:subject, :site, :by, :now) on conflict do nothing""")
                        .param("subject", subject.id())
                        .param("site", address(subject, site))
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /**
     * Has the mark shown again.
     *
     * @param site as it was suspended
     * @return whether it was suspended
     * @throws IllegalArgumentException when it is no address
     */
    public boolean resume(Subject subject, String site, String by) {
        return jdbc.sql("update mark_suspension set resumed_by = :by, resumed_at = :now"
                                + " where subject_id = :subject and site = :site and resumed_at is null")
                        .param("subject", subject.id())
                        // the site may not be the subject's any more
                        .param(
                                "site",
                                site.isBlank()
                                        ? EVERYWHERE
                                        : page(site)
                                                .map(BoundSite::address)
                                                .orElseThrow(() ->
                                                        new IllegalArgumentException("不是网址 (no address): " + site)))
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** Addresses where the mark of a subject is suspended; {@link #EVERYWHERE} among them for all. */
    public List<String> of(String subject) {
        return jdbc.sql("select site from mark_suspension where subject_id = :subject and resumed_at is null")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    /** All that are in force, the oldest first. */
    public List<Suspension> all() {
        return jdbc.sql("select * from mark_suspension where resumed_at is null order by id")
                .query((row, number) -> new Suspension(
                        row.getString("subject_id"),
                        row.getString("site"),
                        row.getString("suspended_by"),
                        row.getTimestamp("suspended_at").toInstant()))
                .list();
    }

    private static String address(Subject subject, String site) {
        if (site.isBlank()) {
            return EVERYWHERE;
        }
        Optional<BoundSite> meant = page(site);
        return subject.identifiers().stream()
                .flatMap(identifier -> BoundSite.of(identifier).stream())
                .filter(bound -> meant.filter(bound::equals).isPresent())
                .map(BoundSite::address)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("不是该主体登记的网站或网店 (no site of this subject's): " + site));
    }

    private static Optional<BoundSite> page(String site) {
        return BoundSite.page("https://" + SCHEME.matcher(site.strip()).replaceFirst(""));
    }
}
