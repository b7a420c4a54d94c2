package org.chengxin.indexing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.FieldKind;
import org.chengxin.catalog.FieldRole;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordStore;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.Passage;
import org.chengxin.search.RecordDocument;
import org.chengxin.search.SubjectDocument;
import org.chengxin.shared.Codes;
import org.chengxin.shared.LocalName;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.jspecify.annotations.Nullable;

/**
 * Makes index documents from what the public may see: nothing hidden ever reaches the index. What has ended does, with its
 * end, which every search compares with its own moment.
 */
class Documents {

    private static final Pattern SUM = Pattern.compile("\\d{1,30}(\\.\\d{1,10})?");

    private final Archives archives;
    private final RecordStore records;
    private final DistinctSubjects distinct;
    private final ZoneId zone;

    /** @param zone whose days records are published on and a validity ends with */
    Documents(Archives archives, RecordStore records, DistinctSubjects distinct, ZoneId zone) {
        this.archives = archives;
        this.records = records;
        this.distinct = distinct;
        this.zone = zone;
    }

    /** The present state of the given subjects as one batch; those the public may not see are dropped. */
    IndexBatch batch(Set<String> subjectIds, OutboxPosition position) {
        List<SubjectDocument> subjects = new ArrayList<>();
        List<RecordDocument> recordDocuments = new ArrayList<>();
        Set<String> goneSubjects = new HashSet<>(subjectIds);
        Set<String> goneRecords = records.ofSubjects(subjectIds).stream()
                .map(CreditRecord::id)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Set<String>> notSame = distinct.of(subjectIds);
        for (Archive archive : archives.all(List.copyOf(subjectIds), Audience.PUBLIC)) {
            subjects.add(subject(archive, notSame.getOrDefault(archive.subject().id(), Set.of())));
            goneSubjects.remove(archive.subject().id());
            for (Archive.RecordView record : archive.records()) {
                recordDocuments.add(record(record, archive.subject()));
                goneRecords.remove(record.id());
            }
        }
        return new IndexBatch(
                subjects,
                List.copyOf(goneSubjects),
                recordDocuments,
                List.copyOf(goneRecords),
                position.toString(),
                position.xid());
    }

    private static SubjectDocument subject(Archive archive, Set<String> notSame) {
        Archive.SubjectView view = archive.subject();
        Map<String, List<Long>> recordEnds = new LinkedHashMap<>();
        Map<String, List<Long>> listEnds = new LinkedHashMap<>();
        for (Archive.RecordView record : archive.records()) {
            long end = millis(record.publicUntil());
            recordEnds
                    .computeIfAbsent(record.type().code(), x -> new ArrayList<>())
                    .add(end);
            if (record.type().list() != null) {
                listEnds.computeIfAbsent(record.type().list(), x -> new ArrayList<>())
                        .add(end);
            }
        }
        // a natural person is public only as long as a record of it is
        long visibleUntil = view.kind().naturalPerson()
                ? recordEnds.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                : Long.MAX_VALUE;
        return new SubjectDocument(
                view.id(),
                view.name(),
                view.kind().code(),
                view.region(),
                view.status().code(),
                view.uscc() == null ? null : view.uscc().value(),
                identifiers(view, false),
                names(view, OtherName.Kind.FORMER),
                names(view, OtherName.Kind.ALIAS, OtherName.Kind.BRAND, OtherName.Kind.SHOP),
                identifiers(view, true),
                view.representative() == null ? List.of() : List.of(view.representative()),
                view.branchOf(),
                view.registeredOn(),
                visibleUntil,
                recordEnds,
                listEnds,
                view.kind().naturalPerson(),
                notSame.stream().sorted().toList());
    }

    private static List<String> identifiers(Archive.SubjectView view, boolean sites) {
        return view.identifiers().stream()
                .filter(identifier -> identifier.scheme().site() == sites)
                .map(Identifier::value)
                .toList();
    }

    private static List<String> names(Archive.SubjectView view, OtherName.Kind... kinds) {
        Set<OtherName.Kind> wanted = Set.of(kinds);
        return view.names().stream()
                .filter(other -> wanted.contains(other.kind()))
                .map(OtherName::name)
                .toList();
    }

    private RecordDocument record(Archive.RecordView record, Archive.SubjectView subject) {
        return new RecordDocument(
                record.id(),
                subject.id(),
                subject.name(),
                subject.region(),
                record.type().code(),
                Codes.of(record.type().polarity()),
                record.type().list(),
                record.title(),
                record.authority(),
                record.documentNumber(),
                record.decidedOn(),
                LocalDate.ofInstant(record.publicFrom(), zone),
                millis(record.validUntil() == null ? null : endOf(record.validUntil())),
                millis(record.publicUntil()),
                record.values().stream().flatMap(Documents::amount).toList(),
                passages(record, subject));
    }

    /** The last day of validity (有效期至) belongs to it. */
    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static List<Passage> passages(Archive.RecordView record, Archive.SubjectView subject) {
        List<Passage> passages = new ArrayList<>();
        record.type()
                .field(FieldRole.SUBJECT_NAME)
                .ifPresent(field -> passages.add(new Passage(field.name(), subject.name())));
        for (Archive.Value value : record.values()) {
            if (value.field().search()) {
                LocalName option = value.field().options().get(value.text());
                passages.add(new Passage(value.field().name(), option == null ? value.text() : option.zh()));
            }
        }
        return passages;
    }

    /** A sum of money that is shown whole. */
    private static Stream<BigDecimal> amount(Archive.Value value) {
        boolean sum = value.field().kind() == FieldKind.MONEY
                && SUM.matcher(value.text()).matches();
        return sum ? Stream.of(new BigDecimal(value.text())) : Stream.empty();
    }

    private static long millis(@Nullable Instant end) {
        return end == null ? Long.MAX_VALUE : end.toEpochMilli();
    }
}
