package org.chengxin.site;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the last audit of each home page saw, for the operator. Blocks; call it off the event loop. */
@Component
public class SiteAudits {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SiteAudits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last audit of a home page.
     *
     * @param subject id of the one whose site it is
     */
    public record Audit(String subject, Instant at, SiteAudit.Findings seen) {}

    /** Keeps what was seen now, in the place of what was seen before. */
    public void keep(String subject, SiteAudit.Findings seen) {
        jdbc.sql(
                        """
                        insert into site_audit (subject_id, host, audited_at, licence, mark, icp, certificate_until, issuer, failure)
                        values (:subject, :host, :now, :licence, :mark, :icp, :until, :issuer, :failure)
                        on conflict (subject_id, host) do update set audited_at = excluded.audited_at,
                            licence = excluded.licence, mark = excluded.mark, icp = excluded.icp,
                            certificate_until = excluded.certificate_until, issuer = excluded.issuer, failure = excluded.failure""")
                .param("subject", subject)
                .param("host", seen.host())
                .param("now", Timestamp.from(clock.instant()))
                .param("licence", seen.licence().code())
                .param("mark", seen.mark())
                .param("icp", seen.icp(), Types.VARCHAR)
                .param("until", timestamp(seen.certificateUntil()), Types.TIMESTAMP)
                .param("issuer", seen.issuer(), Types.VARCHAR)
                .param("failure", seen.failure(), Types.VARCHAR)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    /** All, by host. */
    public List<Audit> all() {
        return jdbc.sql("select * from site_audit order by host, subject_id")
                .query((row, number) -> {
                    OffsetDateTime until = row.getObject("certificate_until", OffsetDateTime.class);
                    return new Audit(
                            row.getString("subject_id"),
                            row.getObject("audited_at", OffsetDateTime.class).toInstant(),
                            new SiteAudit.Findings(
                                    row.getString("host"),
                                    Codes.require(SiteAudit.Licence.class, row.getString("licence")),
                                    row.getBoolean("mark"),
                                    row.getString("icp"),
                                    until == null ? null : until.toInstant(),
                                    row.getString("issuer"),
                                    row.getString("failure")));
                })
                .list();
    }
}
