package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.chengxin.proof.LogHead;
import org.chengxin.shared.Codes;
import org.chengxin.transparency.LogAudit;
import org.chengxin.transparency.LogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** The transparency log of a portal that is killed while it writes there, as somebody sees it who kept its heads. */
final class KilledLog {

    private static final int PAGE = 1000;
    private static final Duration ROUND = Duration.ofSeconds(20);

    private final List<LogHead> kept = new ArrayList<>();

    /** Keeps the head of a portal and waits for the moment in which it writes. */
    void awaitWriting(ForkedPortal portal) throws Exception {
        kept.add(head(portal));
        long until = System.nanoTime() + ROUND.toNanos();
        // asked without a pause: a transaction does not hold the log for long
        try (Connection connection = portal.dataSource().getConnection()) {
            JdbcClient store = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            while (!written(store)) {
                assertThat(System.nanoTime()).as(portal::logText).isLessThan(until);
            }
        }
    }

    private static boolean written(JdbcClient store) {
        return store.sql("select exists (select from pg_locks,"
                        + " (select hashtextextended('chengxin-transparency-log', 0) as key) log"
                        + " where locktype = 'advisory' and granted and classid::bigint = (key >> 32) & 4294967295"
                        + " and objid::bigint = key & 4294967295)")
                .query(Boolean.class)
                .single();
    }

    /** Fails unless all heads that were kept are of one log that only grew, and all documents are in it. */
    void assertOnlyGrown(ForkedPortal portal) throws Exception {
        portal.eventually(Duration.ofSeconds(60), () -> count(portal, "log_due") == 0);
        assertThat(count(
                        portal,
                        "issued_document where not exists (select from log_opening o join log_entry using (position)"
                                + " where o.kind = 'document' and o.reference = number)"))
                .as("documents that are not in the log")
                .isZero();
        LogHead latest = head(portal);
        kept.add(latest);
        assertThat(kept.stream().map(LogHead::size)).as("heads").isSorted();
        assertThat(kept.get(0).size()).isLessThan(latest.size());
        LogAudit audit = new LogAudit(kept);
        while (audit.entries() < latest.size()) {
            for (JsonNode entry : portal.json("/api/v1/log/entries?size=" + PAGE + "&cursor=" + audit.entries())
                    .get("items")) {
                if (audit.entries() < latest.size()) {
                    audit.add(new LogEntry(
                            entry.get("position").asLong(),
                            Codes.require(LogEntry.Op.class, entry.get("op").asString()),
                            Instant.parse(entry.get("at").asString()),
                            bytes(entry.get("commitment"))));
                }
            }
        }
        assertThat(audit.holds()).as("heads kept before each kill").isTrue();
    }

    private static LogHead head(ForkedPortal portal) throws Exception {
        JsonNode head = portal.json("/api/v1/log/head");
        return new LogHead(
                "",
                head.get("size").asLong(),
                bytes(head.get("root")),
                Instant.parse(head.get("at").asString()));
    }

    private static byte[] bytes(JsonNode base64url) {
        return Base64.getUrlDecoder().decode(base64url.asString());
    }

    private static long count(ForkedPortal portal, String what) throws Exception {
        return portal.store()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }
}
