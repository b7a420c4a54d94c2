package org.chengxin.record;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.chengxin.catalog.Catalog;
import org.chengxin.shared.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who states records to the portal, and how fresh each is. Blocks; call it off the event loop. */
@Component
public class SourceStore {

    private final JdbcClient jdbc;
    private final PublicCondition condition;

    public SourceStore(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.condition = new PublicCondition(catalog);
    }

    /** The source of a code, made with kind OTHER and the code as its name when it is new. */
    public Source require(String code) {
        jdbc.sql("insert into source (code, name, kind) values (:code, :code, 'other') on conflict do nothing")
                .param("code", code)
                .update();
        return all(Instant.EPOCH).stream()
                .filter(source -> source.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a source known, or gives a known one this name and kind. */
    public void put(String code, String name, Source.Kind kind) {
        jdbc.sql("insert into source (code, name, kind) values (:code, :name, :kind)"
                        + " on conflict (code) do update set name = excluded.name, kind = excluded.kind")
                .param("code", code)
                .param("name", name)
                .param("kind", Codes.of(kind))
                .update();
    }

    /** Notes that a source was taken in at a moment. */
    public void refreshed(String code, Instant at) {
        jdbc.sql("update source set refreshed_at = :at where code = :code")
                .param("code", code)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** All sources by name, each with how many records of it the public may see at a moment. */
    public List<Source> all(Instant now) {
        return read("", "", List.of(), now);
    }

    /** Those that ever stated a record of one of the types, by name, each with how many of these the public may see. */
    public List<Source> ofTypes(Collection<String> types, Instant now) {
        return read(
                "and r.type = any(:types)",
                "where exists (select 1 from record r where r.source = source.code and r.type = any(:types))",
                types,
                now);
    }

    private List<Source> read(String counted, String chosen, Collection<String> types, Instant now) {
        String sql =
                """
                select source.*, coalesce(seen.records, 0) as records
                from source left join (select r.source, count(*) as records
                    from record r join subject s on s.id = r.subject_id where %s %s group by r.source) seen
                    on seen.source = source.code
                %s order by source.name, source.code"""
                        .formatted(condition.records(), counted, chosen);
        JdbcClient.StatementSpec statement = condition.fill(jdbc.sql(sql), now);
        return (types.isEmpty() ? statement : statement.param("types", types.toArray(String[]::new)))
                .query((row, number) -> {
                    OffsetDateTime refreshed = row.getObject("refreshed_at", OffsetDateTime.class);
                    return new Source(
                            row.getString("code"),
                            row.getString("name"),
                            Codes.require(Source.Kind.class, row.getString("kind")),
                            refreshed == null ? null : refreshed.toInstant(),
                            row.getLong("records"));
                })
                .list();
    }
}
