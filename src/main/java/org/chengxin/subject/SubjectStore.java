package org.chengxin.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.platform.store.BulkCopy;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.ConcurrentChangeException;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps subjects with all their versions. Blocks; call it off the event loop. */
@Component
public class SubjectStore {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "name",
            "uscc",
            "identifiers",
            "names",
            "name_keys",
            "identifier_keys",
            "region",
            "address",
            "status",
            "branch_of",
            "operator_id",
            "representative",
            "registered_on",
            "capital",
            "industry",
            "scope",
            "source",
            "version",
            "changed_by",
            "changed_at",
            "change_reason");
    private static final TypeReference<List<Identifier>> IDENTIFIERS = new TypeReference<>() {};
    private static final TypeReference<List<OtherName>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final JsonMapper json;
    private final RowMapper<Subject> rows = this::subject;

    public SubjectStore(JdbcClient jdbc, BulkCopy copy, JsonMapper json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    /** The current version of a subject; empty for an unknown id. */
    public Optional<Subject> find(String id) {
        return jdbc.sql("select * from subject where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** The subject that has this USCC now. */
    public Optional<Subject> findByUscc(String uscc) {
        return jdbc.sql("select * from subject where uscc = :uscc")
                .param("uscc", uscc)
                .query(rows)
                .optional();
    }

    /** Current versions in any order; unknown ids are left out. */
    public List<Subject> all(Collection<String> ids) {
        return jdbc.sql("select * from subject where id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(rows)
                .list();
    }

    /** A page of ids in their order, for walking over all subjects. */
    public List<String> idsAfter(String id, int size) {
        return jdbc.sql("select id from subject where id > :id order by id limit :size")
                .param("id", id)
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** Branches and outlets of a company, and the shops and platforms it operates, by name. */
    public List<Subject> dependants(String id) {
        return jdbc.sql("select * from subject where branch_of = :id or operator_id = :id order by name, id limit 500")
                .param("id", id)
                .query(rows)
                .list();
    }

    /** The subject as it was at a moment; empty when it was not known then. */
    public Optional<Subject> asOf(String id, Instant moment) {
        return jdbc.sql("select content from subject_version where id = :id and changed_at <= :moment"
                        + " order by version desc limit 1")
                .param("id", id)
                .param("moment", Timestamp.from(moment))
                .query(String.class)
                .optional()
                .map(content -> version(json.readTree(content)));
    }

    /** Subjects that have a site or a shop, with all their identifiers. */
    public Map<String, List<Identifier>> withSites() {
        Map<String, List<Identifier>> found = new HashMap<>();
        // the condition of the index subject_site, in its words
        jdbc.sql(
                        """
                        select id, identifiers from subject where jsonb_path_exists(identifiers,
                            '$[*] ? (@.scheme == "DOMAIN" || @.scheme == "SHOP_URL")')""")
                .query(row -> {
                    found.put(row.getString("id"), json.readValue(row.getString("identifiers"), IDENTIFIERS));
                });
        return found;
    }

    /**
     * Where an identifier of a subject comes from.
     *
     * @param since since when the subject has had it without a break
     * @param source name of the source that stated it then
     * @param kind code of that source's kind
     */
    public record Stated(Instant since, String source, String kind) {}

    /** Where an identifier of a subject comes from; empty when the subject does not have it. */
    public Optional<Stated> stated(String id, String identifierKey) {
        return jdbc.sql(
                        """
                        select v.changed_at, s.name, s.kind
                        from subject_version v join source s on s.code = v.content ->> 'source'
                        where v.id = :id and v.version > (
                            select coalesce(max(version), 0) from subject_version
                            where id = :id and not jsonb_exists(content -> 'identifier_keys', :key))
                        order by v.version limit 1""")
                .param("id", id)
                .param("key", identifierKey)
                .query((row, number) -> new Stated(
                        row.getTimestamp("changed_at").toInstant(), row.getString("name"), row.getString("kind")))
                .optional();
    }

    /** Candidates for being the same: any subject with one of these current USCCs, identifiers, or exact name keys. */
    public List<Subject> matching(
            Collection<String> usccs, Collection<String> identifierKeys, Collection<String> nameKeys) {
        return jdbc.sql(
                        """
                        select * from subject where id in (
                            select id from subject where uscc = any(:usccs)
                            union select s.id from unnest(:identifiers::text[]) key
                                join subject s on s.identifier_keys @> array[key]
                            union select s.id from unnest(:names::text[]) key
                                join subject s on s.name_keys @> array[key])""")
                .param("usccs", usccs.toArray(String[]::new))
                .param("identifiers", identifierKeys.toArray(String[]::new))
                .param("names", nameKeys.toArray(String[]::new))
                .query(rows)
                .list();
    }

    /** Ids of subjects whose USCC contains one of these organisation codes (its characters 9 to 17). */
    public List<String> idsOfOrganisationCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select id from subject where uscc is not null and substring(uscc from 9 for 9) = any(:codes)")
                        .param("codes", codes.toArray(String[]::new))
                        .query(String.class)
                        .list();
    }

    /**
     * Writes new subjects and next versions in bulk, inside the caller's transaction.
     *
     * @throws ConcurrentChangeException when one of them was changed since it was read
     */
    public void save(Collection<Subject> subjects, Change change) {
        List<@Nullable Object[]> values = new ArrayList<>(subjects.size());
        for (Subject s : subjects) {
            values.add(new @Nullable Object[] {
                s.id(),
                s.kind().code(),
                s.name(),
                s.uscc() == null ? null : s.uscc().value(),
                json.writeValueAsString(s.identifiers()),
                json.writeValueAsString(s.names()),
                nameKeys(s),
                s.identifiers().stream().map(Identifier::key).distinct().toList(),
                s.region(),
                s.address(),
                s.status().code(),
                s.branchOf(),
                s.operatorId(),
                s.representative(),
                s.registeredOn(),
                s.capital(),
                s.industry(),
                s.scope(),
                s.source(),
                s.version(),
                change.by(),
                change.at(),
                change.reason()
            });
        }
        int written = copy.upsert("subject", COLUMNS, values);
        if (written != values.size()) {
            throw new ConcurrentChangeException(values.size() - written + " subjects were changed by another writer");
        }
    }

    /** Keys of the names a subject is registered or was registered under; brands and short names prove nothing. */
    private static Set<String> nameKeys(Subject subject) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(NameKey.of(subject.name()));
        subject.names().stream()
                .filter(other -> other.kind() == OtherName.Kind.FORMER)
                .forEach(other -> keys.add(NameKey.of(other.name())));
        return keys;
    }

    private Subject subject(ResultSet row, int number) throws SQLException {
        String uscc = row.getString("uscc");
        return new Subject(
                row.getString("id"),
                SubjectKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                uscc == null ? null : CreditCode.of(uscc),
                json.readValue(row.getString("identifiers"), IDENTIFIERS),
                json.readValue(row.getString("names"), NAMES),
                row.getString("region"),
                row.getString("address"),
                SubjectStatus.ofCode(row.getString("status")).orElseThrow(),
                row.getString("branch_of"),
                row.getString("operator_id"),
                row.getString("representative"),
                row.getObject("registered_on", LocalDate.class),
                row.getString("capital"),
                row.getString("industry"),
                row.getString("scope"),
                row.getString("source"),
                row.getInt("version"));
    }

    /** A version is the row as JSON, written by the trigger. */
    private Subject version(JsonNode row) {
        String uscc = text(row, "uscc");
        String registered = text(row, "registered_on");
        return new Subject(
                row.get("id").asString(),
                SubjectKind.ofCode(row.get("kind").asString()).orElseThrow(),
                row.get("name").asString(),
                uscc == null ? null : CreditCode.of(uscc),
                json.convertValue(row.get("identifiers"), IDENTIFIERS),
                json.convertValue(row.get("names"), NAMES),
                text(row, "region"),
                text(row, "address"),
                SubjectStatus.ofCode(row.get("status").asString()).orElseThrow(),
                text(row, "branch_of"),
                text(row, "operator_id"),
                text(row, "representative"),
                registered == null ? null : LocalDate.parse(registered),
                text(row, "capital"),
                text(row, "industry"),
                text(row, "scope"),
                row.get("source").asString(),
                row.get("version").asInt());
    }

    private static @Nullable String text(JsonNode row, String column) {
        JsonNode value = row.get(column);
        return value == null || value.isNull() ? null : value.asString();
    }
}
