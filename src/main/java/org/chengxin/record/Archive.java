package org.chengxin.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * What one audience may see of one subject at one moment: the only form in which doors get subjects and records.
 *
 * @param subject the subject, masked
 * @param records its records in publication, by type order, newest decision first
 * @param branches its branches and outlets that may be seen, each with the number of its records
 * @param company the company it is a branch of, or that operates it, null for none
 * @param now the moment of the answer
 */
public record Archive(
        SubjectView subject,
        List<RecordView> records,
        List<Relation> branches,
        @Nullable Relation company,
        Instant now) {

    /** A subject, masked for the audience. */
    public record SubjectView(
            String id,
            SubjectKind kind,
            String name,
            @Nullable CreditCode uscc,
            List<Identifier> identifiers,
            List<OtherName> names,
            @Nullable String region,
            @Nullable String address,
            SubjectStatus status,
            @Nullable String representative,
            @Nullable LocalDate registeredOn,
            @Nullable String capital,
            @Nullable String industry,
            @Nullable String scope,
            @Nullable String branchOf,
            @Nullable String operatorId) {}

    /**
     * A record, masked for the audience.
     *
     * @param title one line that names it
     * @param values what may be seen, in catalogue order, without empty values
     * @param publicUntil last moment of publication (exclusive), null for an open end
     */
    public record RecordView(
            String id,
            RecordType type,
            String subjectId,
            String title,
            @Nullable String documentNumber,
            @Nullable String authority,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            @Nullable String level,
            List<Value> values,
            Instant publicFrom,
            @Nullable Instant publicUntil,
            String source,
            int version) {}

    /** A field's canonical value after masking. */
    public record Value(FieldDef field, String text) {}

    /** A subject tied to this one. */
    public record Relation(String id, String name, @Nullable String region, int records) {}

    /** Numbers of records by type code. */
    public Map<String, Long> counts() {
        return records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.type().code(), LinkedHashMap::new, Collectors.counting()));
    }
}
