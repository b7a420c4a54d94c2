package org.chengxin.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.platform.store.BulkCopy;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.ConcurrentChangeException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps records with all their versions. Blocks; call it off the event loop. */
@Component
public class RecordStore {

    private static final List<String> COLUMNS = List.of(
            "id",
            "type",
            "subject_id",
            "state",
            "incomplete",
            "document_number",
            "authority",
            "decided_on",
            "valid_until",
            "level",
            "data",
            "public_from",
            "public_until",
            "natural_key",
            "source",
            "version",
            "changed_by",
            "changed_at",
            "change_reason");
    private static final TypeReference<LinkedHashMap<String, String>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final JsonMapper json;
    private final RowMapper<CreditRecord> rows = this::record;

    public RecordStore(JdbcClient jdbc, BulkCopy copy, JsonMapper json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    /** The current version of a record, whatever its state; empty for an unknown id. */
    public Optional<CreditRecord> find(String id) {
        return jdbc.sql("select * from record where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** All records of the given subjects, whatever their state. */
    public List<CreditRecord> ofSubjects(Collection<String> subjectIds) {
        return jdbc.sql("select * from record where subject_id = any(:ids)")
                .param("ids", subjectIds.toArray(String[]::new))
                .query(rows)
                .list();
    }

    /** Current versions by natural key; keys that no record has are left out. */
    public Map<String, CreditRecord> byNaturalKey(Collection<String> keys) {
        Map<String, CreditRecord> found = new LinkedHashMap<>();
        jdbc.sql("select * from record where natural_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(rows)
                .list()
                .forEach(record -> found.put(record.naturalKey(), record));
        return found;
    }

    /** Records of a subject as their versions stood at a moment. */
    public List<CreditRecord> asOf(String subjectId, Instant moment) {
        return jdbc
                .sql("select distinct on (id) content from record_version"
                        + " where subject_id = :subject and changed_at <= :moment order by id, version desc")
                .param("subject", subjectId)
                .param("moment", Timestamp.from(moment))
                .query(String.class)
                .list()
                .stream()
                .map(content -> version(json.readTree(content)))
                .toList();
    }

    /** A page of records in the order of their ids, for walking over all. */
    public List<CreditRecord> after(String id, int size) {
        return jdbc.sql("select * from record where id > :id order by id limit :size")
                .param("id", id)
                .param("size", size)
                .query(rows)
                .list();
    }

    /**
     * Writes new records and next versions in bulk, inside the caller's transaction.
     *
     * @throws ConcurrentChangeException when one of them was changed since it was read
     */
    public void save(Collection<CreditRecord> records, Change change) {
        List<@Nullable Object[]> values = new ArrayList<>(records.size());
        for (CreditRecord r : records) {
            values.add(new @Nullable Object[] {
                r.id(),
                r.type(),
                r.subjectId(),
                r.state().code(),
                r.incomplete(),
                r.documentNumber(),
                r.authority(),
                r.decidedOn(),
                r.validUntil(),
                r.level(),
                json.writeValueAsString(r.data()),
                r.publicFrom(),
                r.publicUntil(),
                r.naturalKey(),
                r.source(),
                r.version(),
                change.by(),
                change.at(),
                change.reason()
            });
        }
        int written = copy.upsert("record", COLUMNS, values);
        if (written != values.size()) {
            throw new ConcurrentChangeException(values.size() - written + " records were changed by another writer");
        }
    }

    private CreditRecord record(ResultSet row, int number) throws SQLException {
        return new CreditRecord(
                row.getString("id"),
                row.getString("type"),
                row.getString("subject_id"),
                RecordState.ofCode(row.getString("state")).orElseThrow(),
                row.getBoolean("incomplete"),
                row.getString("document_number"),
                row.getString("authority"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("level"),
                json.readValue(row.getString("data"), DATA),
                instant(row.getObject("public_from", OffsetDateTime.class)),
                instant(row.getObject("public_until", OffsetDateTime.class)),
                row.getString("natural_key"),
                row.getString("source"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** A version is the row as JSON, written by the trigger. */
    private CreditRecord version(JsonNode row) {
        String decided = text(row, "decided_on");
        String valid = text(row, "valid_until");
        String from = text(row, "public_from");
        String until = text(row, "public_until");
        return new CreditRecord(
                row.get("id").asString(),
                row.get("type").asString(),
                row.get("subject_id").asString(),
                RecordState.ofCode(row.get("state").asString()).orElseThrow(),
                row.get("incomplete").asBoolean(),
                text(row, "document_number"),
                text(row, "authority"),
                decided == null ? null : LocalDate.parse(decided),
                valid == null ? null : LocalDate.parse(valid),
                text(row, "level"),
                json.convertValue(row.get("data"), DATA),
                from == null ? null : OffsetDateTime.parse(from).toInstant(),
                until == null ? null : OffsetDateTime.parse(until).toInstant(),
                row.get("natural_key").asString(),
                row.get("source").asString(),
                row.get("version").asInt());
    }

    private static @Nullable String text(JsonNode row, String column) {
        JsonNode value = row.get(column);
        return value == null || value.isNull() ? null : value.asString();
    }
}
