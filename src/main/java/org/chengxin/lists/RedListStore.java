package org.chengxin.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.record.PublicFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What takers of the red list know of it. Blocks; the caller holds the transaction. */
final class RedListStore {

    private final JdbcClient jdbc;

    /**
     * An entry as it was told.
     *
     * @param subject null once it is gone, as {@code state}
     * @param listed timepoint of its first coming, and {@code changed} of its last change
     */
    record Row(String record, @Nullable String subject, @Nullable String state, long listed, long changed) {

        boolean gone() {
            return state == null;
        }
    }

    RedListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else writes. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('chengxin-red-list', 0))::text")
                .query(String.class)
                .optional();
    }

    /** All that was ever told, by record. */
    Map<String, Row> all() {
        Map<String, Row> all = new HashMap<>();
        rows(jdbc.sql("select * from red_list_entry")).forEach(row -> all.put(row.record(), row));
        return all;
    }

    /** Entries that are new or another now, with consecutive timepoints from the first. */
    void put(List<PublicFigures.Entry> entries, long first) {
        jdbc.sql(
                        """
                        insert into red_list_entry (record_id, subject_id, state, listed, changed)
                        select record, subject, state, :first + place - 1, :first + place - 1
                        from unnest(:records::text[], :subjects::text[], :states::text[])
                            with ordinality as entry (record, subject, state, place)
                        on conflict (record_id) do update set subject_id = excluded.subject_id,
                            state = excluded.state, changed = excluded.changed""")
                .param("first", first)
                .param(
                        "records",
                        texts(entries.stream().map(PublicFigures.Entry::record).toList()))
                .param(
                        "subjects",
                        texts(entries.stream().map(PublicFigures.Entry::subject).toList()))
                .param(
                        "states",
                        texts(entries.stream().map(PublicFigures.Entry::state).toList()))
                .update();
    }

    /** Entries that left the list, with consecutive timepoints from the first; whose they were is forgotten. */
    void remove(List<String> records, long first) {
        jdbc.sql(
                        """
                        update red_list_entry set subject_id = null, state = null, changed = :first + place - 1
                        from unnest(:records::text[]) with ordinality as gone (record, place)
                        where record_id = gone.record""")
                .param("first", first)
                .param("records", texts(records))
                .update();
    }

    /** The last timepoint; 0 before there was any. */
    long last() {
        return jdbc.sql("select coalesce(max(changed), 0) from red_list_entry")
                .query(Long.class)
                .single();
    }

    /** How many are on the list. */
    long size() {
        return jdbc.sql("select count(*) from red_list_entry where state is not null")
                .query(Long.class)
                .single();
    }

    /** Entries that are on the list, by id, behind one of them. */
    List<Row> onList(String record, int size) {
        return rows(jdbc.sql(
                        """
                        select * from red_list_entry where state is not null and record_id > :record
                        order by record_id limit :size""")
                .param("record", record)
                .param("size", size));
    }

    /** What changed after a timepoint, in order; without what came and went since. */
    List<Row> after(long timepoint, int size) {
        return rows(jdbc.sql(
                        """
                        select * from red_list_entry
                        where changed > :timepoint and (state is not null or listed <= :timepoint)
                        order by changed limit :size""")
                .param("timepoint", timepoint)
                .param("size", size));
    }

    private static List<Row> rows(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new Row(
                        row.getString("record_id"),
                        row.getString("subject_id"),
                        row.getString("state"),
                        row.getLong("listed"),
                        row.getLong("changed")))
                .list();
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
