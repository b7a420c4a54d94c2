package org.chengxin.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.subject.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the public may see, as a condition of SQL over {@code record r} and {@code subject s}: the same as
 * {@link Disclosure} says of one record, for questions over all of them.
 */
final class PublicCondition {

    private final List<RecordType> types;
    private final String records;

    PublicCondition(Catalog catalog) {
        this.types = List.copyOf(catalog.types());
        StringBuilder sql = new StringBuilder(
                """
                r.state = 'published' and not r.incomplete and r.public_from is not null
                and (r.public_until is null or r.public_until > :now)
                and r.type = any(:shown) and (s.kind <> all(:persons) or r.type = any(:ofPersons))""");
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).field(FieldRole.DISCLOSURE).isPresent()) {
                sql.append(" and (r.type <> :scoped").append(i);
                sql.append(" or coalesce(r.data ->> :scope").append(i);
                sql.append(", :open) = :open)");
            }
        }
        this.records = sql.toString();
    }

    /** Holds for a record {@code r} of a subject {@code s} that the public may see. */
    String records() {
        return records;
    }

    /** Holds for a subject {@code s} that is no natural person and has nothing adverse the public may see. */
    String cleanSubjects() {
        return "s.kind <> all(:persons) and not exists (select 1 from record r where r.subject_id = s.id"
                + " and r.type = any(:adverse) and " + records + ")";
    }

    /** Fills in what the conditions name. */
    JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement, Instant now) {
        JdbcClient.StatementSpec filled = statement
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shown", codes(type -> type.publication().shown()))
                .param("ofPersons", codes(type -> type.publication().naturalPersons()))
                .param("persons", persons())
                .param("adverse", codes(type -> type.polarity() == Polarity.NEGATIVE))
                .param("open", Disclosure.OPEN_TO_ALL);
        for (int i = 0; i < types.size(); i++) {
            var scope = types.get(i).field(FieldRole.DISCLOSURE);
            if (scope.isPresent()) {
                filled = filled.param("scoped" + i, types.get(i).code())
                        .param("scope" + i, scope.get().name());
            }
        }
        return filled;
    }

    private String[] codes(Predicate<RecordType> which) {
        return types.stream().filter(which).map(RecordType::code).toArray(String[]::new);
    }

    private static String[] persons() {
        return Arrays.stream(SubjectKind.values())
                .filter(SubjectKind::naturalPerson)
                .map(SubjectKind::code)
                .toArray(String[]::new);
    }
}
