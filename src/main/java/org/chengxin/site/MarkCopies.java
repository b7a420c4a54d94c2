package org.chengxin.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.chengxin.platform.ChengxinProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps where marks were shown though the site is not bound to their subject: host, day and how often; nothing about who looked.
 * Blocks; call it off the event loop.
 */
@Component
public class MarkCopies {

    /** Hosts kept of one subject on one day, those with most first: whoever makes hosts up fills no disk. */
    static final int MOST_HOSTS = 200;

    private static final int KEPT_DAYS = 400;
    private static final int MOST_LINES = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ChengxinProperties.Site site;

    /** Times that a mark was shown on a host on a day. */
    public record Shown(String subject, String host, LocalDate day, long times) {}

    /** A host with the marks of a subject that were shown there. */
    public record Copy(String host, String subject, long times, LocalDate first, LocalDate last) {}

    public MarkCopies(JdbcClient jdbc, Clock clock, ChengxinProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.site = properties.site();
    }

    /** Adds to what is known, in one statement. */
    public void add(Collection<Shown> shown) {
        jdbc.sql(
                        """
                        insert into mark_copy (subject_id, host, day, shown)
                        select subject, host, day, times from (
                            select *, row_number() over (partition by subject, day order by known desc, times desc, host) as place,
                                (select count(*) from mark_copy m where m.subject_id = subject and m.day = seen.day) as kept
                            from (select subject, host, day, times, exists (select from mark_copy m
                                      where m.subject_id = subject and m.day = given.day and m.host = given.host) as known
                                  from unnest(:subjects::text[], :hosts::text[], :days::date[], :times::bigint[])
                                      as given (subject, host, day, times)) seen) ranked
                        where known or kept + place <= :most
                        on conflict (subject_id, day, host) do update set shown = mark_copy.shown + excluded.shown""")
                .param("subjects", texts(shown, Shown::subject))
                .param("hosts", texts(shown, Shown::host))
                .param("days", texts(shown, one -> one.day().toString()))
                .param("times", texts(shown, one -> Long.toString(one.times())))
                .param("most", MOST_HOSTS)
                .update();
    }

    private static String[] texts(Collection<Shown> shown, Function<Shown, String> what) {
        return shown.stream().map(what).toArray(String[]::new);
    }

    /** Forgets what is older than the owner of a mark may want to know. */
    public void forget() {
        jdbc.sql("delete from mark_copy where day < :day")
                .param("day", today().minusDays(KEPT_DAYS))
                .update();
    }

    /**
     * Where marks were copied, those with most first.
     *
     * @param subject null for all
     * @param days how many to look back
     */
    public List<Copy> list(@Nullable String subject, int days) {
        return jdbc.sql(
                        """
                        select host, subject_id, sum(shown) as times, min(day) as first, max(day) as last from mark_copy
                        where day > :since and (:subject::text is null or subject_id = :subject)
                        group by host, subject_id order by times desc, host, subject_id limit :most""")
                .param("since", today().minusDays(days))
                .param("subject", subject)
                .param("most", MOST_LINES)
                .query((row, number) -> new Copy(
                        row.getString("host"),
                        row.getString("subject_id"),
                        row.getLong("times"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** The day on which something happens now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.zone());
    }
}
