package org.chengxin.indexing;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.platform.store.StoreSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads which subjects changed, in the order of their transactions.
 *
 * <p>A sequence is not commit order: only rows of transactions older than every running one are read, so none is skipped
 * that commits late.
 */
@Component
class Outbox {

    /** Changed subjects of a small transaction at most. */
    private static final int FEW = 100;
    /** Transactions looked at in one go. */
    private static final int LOOKED_AT = 100;

    private final JdbcClient jdbc;
    private final StoreSettings settings;

    Outbox(JdbcClient jdbc, StoreSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Changed subjects after a position, without doubles.
     *
     * @param upTo the position behind the last of them
     * @param oldest time since the first was written
     * @param cut whether there may be more of them
     */
    record Changes(Set<String> subjectIds, OutboxPosition upTo, Duration oldest, boolean cut) {}

    /**
     * Subjects that small transactions changed, to be taken before their turn.
     *
     * @param looked transaction up to which all were looked at
     * @param late transactions after it that were, while an older one is running
     */
    record Small(Set<String> subjectIds, long looked, Set<Long> late) {

        static final Small NONE = new Small(Set.of(), 0, Set.of());
    }

    /**
     * What waits behind a position.
     *
     * @param oldest time since the oldest of it was written; zero when nothing waits
     */
    record Lag(long changes, Duration oldest) {}

    private record Row(long xid, long seq, String subjectId, Duration age) {}

    Changes after(OutboxPosition position, int limit) {
        List<Row> rows = jdbc.sql(
                        """
                        select xid::text::bigint as xid, seq, subject_id,
                            extract(epoch from clock_timestamp() - at) as age from outbox
                        where (xid, seq) > (cast(:xid as text)::xid8, :seq)
                            and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by xid, seq limit :limit""")
                .param("xid", Long.toString(position.xid()))
                .param("seq", position.seq())
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getLong("xid"),
                        row.getLong("seq"),
                        row.getString("subject_id"),
                        seconds(row.getDouble("age"))))
                .list();
        if (rows.isEmpty()) {
            return new Changes(Set.of(), position, Duration.ZERO, false);
        }
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(row.subjectId()));
        Row last = rows.get(rows.size() - 1);
        return new Changes(
                ids,
                new OutboxPosition(position.store(), last.xid(), last.seq()),
                rows.get(0).age(),
                rows.size() == limit);
    }

    private record Transaction(long xid, boolean settled, List<String> subjectIds) {}

    /**
     * What small transactions changed behind a position: a single correction need not wait until a bulk import before it is in
     * the index, nor for an older transaction that is still running. In its turn it comes again.
     *
     * @param before what was taken so, and does not come once more
     */
    Small small(OutboxPosition position, Small before) {
        // from one transaction to the next by the index, without reading the rows of the large ones
        List<Transaction> transactions = jdbc.sql(
                        """
                        with recursive later as (
                            (select xid from outbox where xid > cast(:xid as text)::xid8 order by xid limit 1)
                            union all
                            select next.xid from later cross join lateral (
                                select xid from outbox where xid > later.xid order by xid limit 1) next)
                        select xid::text::bigint as xid, xid < pg_snapshot_xmin(pg_current_snapshot()) as settled,
                            array(select subject_id from outbox o where o.xid = later.xid order by seq limit :few + 1) as subjects
                        from later limit :most""")
                .param("xid", Long.toString(Math.max(position.xid(), before.looked())))
                .param("few", FEW)
                .param("most", LOOKED_AT)
                .query((row, number) ->
                        new Transaction(row.getLong("xid"), row.getBoolean("settled"), List.of((String[])
                                row.getArray("subjects").getArray())))
                .list();
        Set<String> ids = new LinkedHashSet<>();
        Set<Long> late = new HashSet<>();
        long looked = before.looked();
        for (Transaction one : transactions) {
            if (ids.size() > FEW) {
                break;
            }
            if (one.subjectIds().size() <= FEW && !before.late().contains(one.xid())) {
                ids.addAll(one.subjectIds());
            }
            if (one.settled()) {
                looked = one.xid();
            } else {
                late.add(one.xid());
            }
        }
        return new Small(ids, looked, late);
    }

    /** What is committed and lies behind a position. */
    Lag behind(OutboxPosition position) {
        return jdbc.sql(
                        """
                        select count(*) as changes, coalesce(extract(epoch from clock_timestamp() - min(at)), 0) as age
                        from outbox where (xid, seq) > (cast(:xid as text)::xid8, :seq)""")
                .param("xid", Long.toString(position.xid()))
                .param("seq", position.seq())
                .query((row, number) -> new Lag(row.getLong("changes"), seconds(row.getDouble("age"))))
                .single();
    }

    /** By the store's clock alone; one that was set back makes no negative age. */
    private static Duration seconds(double age) {
        return Duration.ofMillis(Math.max(0, Math.round(age * 1000)));
    }

    /** A position such that whatever commits from now on lies behind it. */
    OutboxPosition now(String store) {
        return jdbc.sql("select (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint")
                .query(Long.class)
                .optional()
                .map(xmin -> new OutboxPosition(store, xmin - 1, Long.MAX_VALUE))
                .orElseThrow();
    }

    /** Drops what the index has durably, but for the last day, and remembers how far that may have gone. */
    void prune(OutboxPosition applied) {
        put("outbox-pruned", applied);
        jdbc.sql("delete from outbox where (xid, seq) <= (cast(:xid as text)::xid8, :seq)"
                        + " and at < clock_timestamp() - interval '1 day'")
                .param("xid", Long.toString(applied.xid()))
                .param("seq", applied.seq())
                .update();
    }

    /** Whether rows that an index at this position still needs may have been dropped. */
    boolean pruned(OutboxPosition position) {
        return get("outbox-pruned")
                .filter(pruned -> pruned.compareTo(position) > 0)
                .isPresent();
    }

    /** Tells commands started beside the portal how far the index is. */
    void reached(OutboxPosition position) {
        put("outbox-reached", position);
    }

    /** How far the running portal's index is; empty before its first batch. */
    Optional<OutboxPosition> reached() {
        return get("outbox-reached");
    }

    private Optional<OutboxPosition> get(String name) {
        return settings.find(name).map(OutboxPosition::parse);
    }

    private void put(String name, OutboxPosition position) {
        settings.put(name, position.toString());
    }

    /** The last row committed by now; the very beginning when there is none. */
    OutboxPosition last(String store) {
        return jdbc.sql("select xid::text::bigint as xid, seq from outbox order by xid desc, seq desc limit 1")
                .query((row, number) -> new OutboxPosition(store, row.getLong("xid"), row.getLong("seq")))
                .optional()
                .orElse(new OutboxPosition(store, 0, 0));
    }

    /** Identity of the store: an index made from another database must be rebuilt. */
    String store(String fresh) {
        return settings.keep("store-id", fresh);
    }
}
