package org.chengxin.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Objections, their evidence and acts in PostgreSQL; seals what is personal on the way in. Blocks. */
final class ObjectionStore {

    private static final String SELECT =
            "select id, subject_id, record_id, field, reason, standing, language, state, content, contact, filed_at"
                    + " from objection where ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;

    ObjectionStore(JdbcClient jdbc, JsonMapper json, Seal seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
    }

    /** Adds nothing when there is one of this code already: the same form came twice. */
    void add(Objection objection, byte[] codeDigest) {
        int added = jdbc.sql(
                        """
                        insert into objection (id, code_digest, subject_id, record_id, field, reason, standing, language,
                            state, content, contact, filed_at, changed_at)
                        values (:id, :code, :subject, :record, :field, :reason, :standing, :language,
                            :state, :content, :contact, :at, :at) on conflict (code_digest) do nothing""")
                .param("id", objection.id())
                .param("code", codeDigest)
                .param("subject", objection.subjectId())
                .param("record", objection.recordId())
                .param("field", objection.field())
                .param("reason", objection.reason())
                .param("standing", objection.standing())
                .param("language", objection.language())
                .param("state", objection.state().code())
                .param("content", closed("content", objection.id(), json.writeValueAsString(objection.content())))
                .param("contact", closed("contact", objection.id(), json.writeValueAsString(objection.contact())))
                .param("at", Timestamp.from(objection.filedAt()))
                .update();
        if (added == 0) {
            return;
        }
        int position = 0;
        for (Evidence evidence : objection.evidence()) {
            jdbc.sql("insert into objection_evidence (id, objection_id, position, kind, bytes, name)"
                            + " values (:id, :objection, :position, :kind, :bytes, :name)")
                    .param("id", evidence.id())
                    .param("objection", objection.id())
                    .param("position", ++position)
                    .param("kind", Codes.of(evidence.kind()))
                    .param("bytes", evidence.bytes())
                    .param("name", closed("evidence", evidence.id(), evidence.name()))
                    .update();
        }
        objection.acts().forEach(act -> act(objection.id(), act));
    }

    /** Moves on from one of the given states; false when it is in none of them. */
    boolean move(String id, Set<ObjectionState> from, ObjectionState to, Instant at) {
        return jdbc.sql("update objection set state = :to, changed_at = :at where id = :id and state in (:from)")
                        .param("to", to.code())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .param("from", from.stream().map(ObjectionState::code).toList())
                        .update()
                > 0;
    }

    void act(String id, Objection.Act act) {
        jdbc.sql("insert into objection_act (objection_id, act, done_by, done_at, words)"
                        + " values (:id, :act, :by, :at, :words)")
                .param("id", id)
                .param("act", act.act())
                .param("by", act.by())
                .param("at", Timestamp.from(act.at()))
                .param("words", act.words() == null ? null : closed("act", id + act.act(), act.words()))
                .update();
    }

    Optional<Objection> byId(String id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", id)
                .query(this::objection)
                .optional();
    }

    Optional<Objection> byCode(byte[] digest) {
        return jdbc.sql(SELECT + "code_digest = :code")
                .param("code", digest)
                .query(this::objection)
                .optional();
    }

    /** Oldest first; all states for null. */
    List<Objection.Line> list(@Nullable ObjectionState state) {
        return jdbc.sql(
                        """
                        select o.*, (select count(*) from objection_evidence e where e.objection_id = o.id) as files
                        from objection o where :state::text is null or state = :state order by filed_at, id""")
                .param("state", state == null ? null : state.code())
                .query((row, number) -> new Objection.Line(
                        row.getString("id"),
                        state(row),
                        row.getString("subject_id"),
                        row.getString("record_id"),
                        row.getString("reason"),
                        row.getString("standing"),
                        row.getInt("files"),
                        moment(row, "filed_at")))
                .list();
    }

    /** Which of these records an objection that was taken up and is not answered yet is about. */
    Set<String> underObjection(Collection<String> recordIds) {
        if (recordIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select record_id from objection"
                        + " where record_id = any(:ids) and state in ('accepted', 'handled')")
                .param("ids", recordIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Ids of those answered before a moment whose contact is still kept. */
    List<String> contactsOlderThan(Instant moment) {
        return jdbc.sql(
                        "select id from objection where state = 'answered' and contact is not null and changed_at < :at")
                .param("at", Timestamp.from(moment))
                .query(String.class)
                .list();
    }

    boolean dropContact(String id) {
        return jdbc.sql("update objection set contact = null where id = :id and contact is not null")
                        .param("id", id)
                        .update()
                > 0;
    }

    Set<String> evidenceIds() {
        return new HashSet<>(jdbc.sql("select id from objection_evidence")
                .query(String.class)
                .list());
    }

    private Objection objection(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        byte @Nullable [] contact = row.getBytes("contact");
        return new Objection(
                id,
                row.getString("subject_id"),
                row.getString("record_id"),
                row.getString("field"),
                row.getString("reason"),
                row.getString("standing"),
                row.getString("language"),
                state(row),
                json.readValue(opened("content", id, row.getBytes("content")), Objection.Content.class),
                contact == null ? null : json.readValue(opened("contact", id, contact), Objection.Contact.class),
                evidence(id),
                acts(id),
                moment(row, "filed_at"));
    }

    private List<Evidence> evidence(String id) {
        return jdbc.sql(
                        "select id, kind, bytes, name from objection_evidence where objection_id = :id order by position")
                .param("id", id)
                .query((row, number) -> new Evidence(
                        row.getString("id"),
                        opened("evidence", row.getString("id"), row.getBytes("name")),
                        Codes.require(FileKind.class, row.getString("kind")),
                        row.getLong("bytes")))
                .list();
    }

    private List<Objection.Act> acts(String id) {
        return jdbc.sql("select act, done_by, done_at, words from objection_act where objection_id = :id order by seq")
                .param("id", id)
                .query((row, number) -> {
                    byte @Nullable [] words = row.getBytes("words");
                    return new Objection.Act(
                            row.getString("act"),
                            row.getString("done_by"),
                            moment(row, "done_at"),
                            words == null ? null : opened("act", id + row.getString("act"), words));
                })
                .list();
    }

    private static ObjectionState state(ResultSet row) throws SQLException {
        return Codes.require(ObjectionState.class, row.getString("state"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private byte[] closed(String column, String id, String text) {
        return seal.close("objection/" + column + "/" + id, text);
    }

    private String opened(String column, String id, byte[] sealed) {
        return seal.open("objection/" + column + "/" + id, sealed);
    }
}
