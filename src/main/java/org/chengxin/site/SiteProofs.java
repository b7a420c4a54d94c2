package org.chengxin.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.shared.Codes;
import org.chengxin.shared.Ids;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proofs that a subject holds a domain of its (网站主体核验): asked for, checked, checked again, lapsed. Blocks; call it off the
 * event loop.
 */
public class SiteProofs {

    /** A proof holds so long after the last check that found it. */
    static final Duration HOLDS = Duration.ofDays(30);

    /** It is checked again after so long. */
    static final Duration AGAIN = Duration.ofDays(7);

    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    private final JdbcClient jdbc;
    private final SiteCheck check;
    private final Ids ids;
    private final Clock clock;

    /** How a proof stands at the moment. */
    public enum State {
        /** Never shown yet. */
        ASKED,
        /** Found by the last check. */
        PROVED,
        /** Not found by the last check, and not yet lapsed. */
        FAILING,
        /** Not found for so long that it does not count any more. */
        LAPSED;

        /** Public code, e.g. {@code lapsed}. */
        public String code() {
            return Codes.of(this);
        }
    }

    /**
     * A proof.
     *
     * @param host in ASCII, without {@code www.}
     * @param token what the site has to show
     * @param method how it was last shown, null while it never was
     * @param since from when on it was shown without lapsing, null while it never was
     * @param failure why the last check did not find it, null when it did or there was none
     */
    public record Proof(
            String subject,
            String host,
            String token,
            State state,
            @Nullable String method,
            @Nullable Instant checkedAt,
            @Nullable Instant since,
            @Nullable String failure) {

        /** Whether it counts. */
        public boolean holds() {
            return state == State.PROVED || state == State.FAILING;
        }
    }

    SiteProofs(JdbcClient jdbc, SiteCheck check, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.check = check;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a subject has to show for a domain: the same each time it is asked.
     *
     * @throws IllegalArgumentException when it is no domain of the subject's
     */
    public Proof ask(Subject subject, String domain, String by) {
        String host = own(subject, domain);
        jdbc.sql(
                        """
                        insert into site_proof (subject_id, host, token, asked_by, asked_at)
                        values (:subject, :host, :token, :by, :at) on conflict do nothing""")
                .param("subject", subject.id())
                .param("host", host)
                .param("token", "chengxin-" + ids.next() + ids.next())
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return find(subject.id(), host).orElseThrow();
    }

    /**
     * The host of a domain that is registered as a subject's own.
     *
     * @throws IllegalArgumentException when it is no domain of the subject's
     */
    public static String own(Subject subject, String domain) {
        return subject.identifiers().stream()
                .filter(identifier -> identifier.scheme() == Identifier.Scheme.DOMAIN)
                .flatMap(identifier -> BoundSite.of(identifier).stream())
                .filter(site -> !site.isPage())
                .map(BoundSite::host)
                .filter(host(domain)::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("不是该主体登记的域名 (no domain of this subject's): " + domain));
    }

    /** The host of a domain as somebody writes it, as proofs name it; empty when it is none. */
    public static String host(String domain) {
        return BoundSite.page("https://" + SCHEME.matcher(domain.strip()).replaceFirst(""))
                .map(BoundSite::host)
                .orElse("");
    }

    /** Looks at the site, and keeps what was found. */
    public Proof check(Proof asked) {
        SiteCheck.Outcome outcome = check.of(asked.host(), asked.token());
        Instant now = clock.instant();
        SiteCheck.Method method = outcome.method();
        if (method == null) {
            jdbc.sql(
                            "update site_proof set checked_at = :now, failure = :failure where subject_id = :subject and host = :host")
                    .param("failure", outcome.failure())
                    .param("now", Timestamp.from(now))
                    .param("subject", asked.subject())
                    .param("host", asked.host())
                    .update();
        } else {
            boolean goesOn =
                    asked.holds() && asked.since() != null && asked.since().isBefore(now);
            Instant since = goesOn ? asked.since() : now;
            jdbc.sql(
                            """
                            update site_proof set checked_at = :now, proved_at = :now, method = :method, since = :since,
                                failure = null where subject_id = :subject and host = :host""")
                    .param("method", method.code())
                    .param("since", Timestamp.from(since))
                    .param("now", Timestamp.from(now))
                    .param("subject", asked.subject())
                    .param("host", asked.host())
                    .update();
        }
        return find(asked.subject(), asked.host()).orElseThrow();
    }

    /** The proof of a host by a subject; empty when it was never asked for. */
    public Optional<Proof> find(String subject, String host) {
        return jdbc.sql("select * from site_proof where subject_id = :subject and host = :host")
                .param("subject", subject)
                .param("host", host)
                .query(this::proof)
                .optional();
    }

    /** Those of a subject that hold, by host. */
    public List<Proof> holding(String subject) {
        return jdbc
                .sql("select * from site_proof where subject_id = ? order by host")
                .param(subject)
                .query(this::proof)
                .list()
                .stream()
                .filter(Proof::holds)
                .toList();
    }

    /** All of them, by host. */
    public List<Proof> all() {
        return jdbc.sql("select * from site_proof order by host, subject_id")
                .query(this::proof)
                .list();
    }

    /** Those that were not looked at for a while, the longest first; or only by a clock that was ahead. */
    public List<Proof> due() {
        return jdbc.sql(
                        """
                        select * from site_proof
                        where checked_at is null or checked_at <= :before or checked_at > :now
                        order by checked_at nulls first, host, subject_id""")
                .param("before", Timestamp.from(clock.instant().minus(AGAIN)))
                .param("now", Timestamp.from(clock.instant()))
                .query(this::proof)
                .list();
    }

    private Proof proof(ResultSet row, int number) throws SQLException {
        Instant proved = instant(row, "proved_at");
        String failure = row.getString("failure");
        State state = proved == null
                ? State.ASKED
                : !proved.plus(HOLDS).isAfter(clock.instant())
                        ? State.LAPSED
                        : failure == null ? State.PROVED : State.FAILING;
        return new Proof(
                row.getString("subject_id"),
                row.getString("host"),
                row.getString("token"),
                state,
                row.getString("method"),
                instant(row, "checked_at"),
                instant(row, "since"),
                failure);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
