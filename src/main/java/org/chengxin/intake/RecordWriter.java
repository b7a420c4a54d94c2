package org.chengxin.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.platform.store.Change;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordStore;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.jspecify.annotations.Nullable;

/** Writes chunks of records of one type with the subjects they are about. */
final class RecordWriter implements ChunkWriter {

    private final SubjectStore subjects;
    private final RecordStore records;
    private final SubjectTaker taker;
    private final RecordFactory factory;
    private final String reason;

    RecordWriter(SubjectStore subjects, RecordStore records, SubjectTaker taker, RecordFactory factory, String reason) {
        this.subjects = subjects;
        this.records = records;
        this.taker = taker;
        this.factory = factory;
        this.reason = reason;
    }

    /** A row whose subject is known, or a person's whose record may tell it. */
    private record Addressed(ParsedRow row, RecordDraft record, @Nullable Subject subject, String naturalKey) {}

    @Override
    public Outcome write(List<ParsedRow> rows, Instant at) {
        List<SubjectDraft> drafts =
                rows.stream().map(ParsedRow::subject).filter(Objects::nonNull).toList();
        KnownSubjects known = taker.known(drafts);
        List<Problem> problems = new ArrayList<>();
        List<Addressed> addressed = new ArrayList<>();
        long skipped = 0;
        long refused = 0;
        for (ParsedRow row : rows) {
            problems.addAll(row.problems());
            RecordDraft record = row.record();
            if (row.skipped()) {
                skipped++;
            } else if (record == null) {
                refused++;
            } else {
                try {
                    addressed.add(address(row, record, known, problems));
                } catch (KnownSubjects.AmbiguousNameException several) {
                    refused++;
                    String name = record.subject().name();
                    problems.add(new Problem(row.line(), "", name, true, "name.ambiguous", List.of()));
                }
            }
        }
        Map<String, CreditRecord> stored = records.byNaturalKey(
                addressed.stream().map(Addressed::naturalKey).distinct().toList());
        Map<String, CreditRecord> current = new HashMap<>(stored);
        Set<String> met = new HashSet<>();
        long inserted = 0;
        long updated = 0;
        long unchanged = 0;
        for (Addressed each : addressed) {
            CreditRecord before = current.get(each.naturalKey());
            Subject subject = each.subject();
            String subjectId = subject != null
                    ? subject.id()
                    : before != null
                            ? before.subjectId()
                            : taker.make(each.record().subject(), known)
                                    .subject()
                                    .id();
            CreditRecord after = factory.next(
                    each.record(), before, stored.get(each.naturalKey()), subjectId, each.naturalKey(), at);
            boolean again = !met.add(each.naturalKey());
            if (before == null) {
                inserted++;
            } else if (after.equals(before)) {
                unchanged++;
            } else {
                updated++;
                if (again) {
                    problems.add(new Problem(
                            each.row().line(), "", each.record().subject().name(), false, "record.twice", List.of()));
                }
            }
            current.put(each.naturalKey(), after);
        }
        taker.tie(drafts, known);
        save(known.changed(), changed(current, stored), at);
        long warnings = problems.stream().filter(problem -> !problem.refuses()).count();
        return new Outcome(
                new ImportCounts(rows.size(), inserted, updated, unchanged, skipped, refused, warnings), problems);
    }

    /** Finds whom a row is about. Two persons of one name are not one person: without a number only their record tells. */
    private Addressed address(ParsedRow row, RecordDraft record, KnownSubjects known, List<Problem> problems) {
        String prefix = record.type().code() + "|";
        boolean unknownPerson = SubjectFactory.kind(record.subject()).naturalPerson()
                && known.match(record.subject()).isEmpty()
                && record.subject().identifiers().isEmpty();
        if (unknownPerson) {
            String person = "person:" + NameKey.of(record.subject().name());
            return new Addressed(row, record, null, prefix + person + "|" + record.key());
        }
        Subject subject =
                taker.take(record.subject(), row.line(), known, problems).subject();
        return new Addressed(row, record, subject, prefix + subject.id() + "|" + record.key());
    }

    private static List<CreditRecord> changed(Map<String, CreditRecord> current, Map<String, CreditRecord> stored) {
        return current.values().stream()
                .filter(record -> !record.equals(stored.get(record.naturalKey())))
                .toList();
    }

    private void save(List<Subject> changedSubjects, List<CreditRecord> changedRecords, Instant at) {
        Map<String, List<Subject>> subjectsBySource = changedSubjects.stream()
                .collect(Collectors.groupingBy(Subject::source, LinkedHashMap::new, Collectors.toList()));
        subjectsBySource.forEach((source, each) -> subjects.save(each, new Change(source, at, reason)));
        Map<String, List<CreditRecord>> recordsBySource = changedRecords.stream()
                .collect(Collectors.groupingBy(CreditRecord::source, LinkedHashMap::new, Collectors.toList()));
        recordsBySource.forEach((source, each) -> records.save(each, new Change(source, at, reason)));
    }
}
