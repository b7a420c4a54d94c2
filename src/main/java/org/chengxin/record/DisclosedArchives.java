package org.chengxin.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalog.Audience;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads archives from the store through {@link Disclosure}. */
@Component
@Transactional(readOnly = true)
class DisclosedArchives implements Archives {

    /** Type order of the catalogue, then newest decision first, then id. */
    private static final Comparator<Archive.RecordView> ORDER = Comparator.comparingInt(
                    (Archive.RecordView record) -> record.type().order())
            .thenComparing(record -> record.type().code())
            .thenComparing(
                    Archive.RecordView::decidedOn,
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder().reversed()))
            .thenComparing(Archive.RecordView::id);

    private static final Instant BEFORE_ANY_END = Instant.MIN;

    private final SubjectStore subjects;
    private final RecordStore records;
    private final SourceStore sources;
    private final Disclosure disclosure;
    private final Clock clock;

    DisclosedArchives(
            SubjectStore subjects, RecordStore records, SourceStore sources, Disclosure disclosure, Clock clock) {
        this.subjects = subjects;
        this.records = records;
        this.sources = sources;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    @Override
    public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
        Instant now = clock.instant();
        return byIdOrCode(id)
                .flatMap(current -> archive(current, records.ofSubjects(List.of(current.id())), audience, now))
                .flatMap(archive -> asOf == null ? Optional.of(archive) : past(archive, audience, asOf))
                .map(archive -> related(archive, audience));
    }

    @Override
    public Map<String, Archive> find(Collection<String> idsOrUsccs, Audience audience) {
        List<String> ids = new ArrayList<>();
        List<String> usccs = new ArrayList<>();
        for (String one : idsOrUsccs) {
            if (CreditCode.check(one) == CreditCode.Status.MALFORMED) {
                ids.add(one);
            } else {
                usccs.add(CreditCode.of(one).value());
            }
        }
        Map<String, Subject> found = new LinkedHashMap<>();
        subjects.all(ids).forEach(subject -> found.put(subject.id(), subject));
        subjects.matching(usccs, List.of(), List.of()).forEach(subject -> found.put(subject.id(), subject));
        Map<String, Archive> byWhatWasAsked = new HashMap<>();
        archives(List.copyOf(found.values()), audience, clock.instant()).forEach(archive -> {
            byWhatWasAsked.put(archive.subject().id(), archive);
            if (archive.subject().uscc() != null) {
                byWhatWasAsked.put(archive.subject().uscc().value(), archive);
            }
        });
        return byWhatWasAsked;
    }

    private Optional<Subject> byIdOrCode(String id) {
        if (CreditCode.check(id) == CreditCode.Status.MALFORMED) {
            return Ids.possible(id) ? subjects.find(id) : Optional.empty();
        }
        return subjects.findByUscc(CreditCode.of(id).value());
    }

    private Optional<Archive> archive(Subject subject, List<CreditRecord> all, Audience audience, Instant now) {
        List<Archive.RecordView> views = all.stream()
                .flatMap(record -> disclosure.record(record, subject, audience, now).stream())
                .sorted(ORDER)
                .toList();
        return disclosure.subject(subject, views, audience).map(view -> new Archive(view, views, List.of(), null, now));
    }

    /** What stood at a moment, of that only what may still be shown now. */
    private Optional<Archive> past(Archive now, Audience audience, Instant moment) {
        var stillShown = now.records().stream().map(Archive.RecordView::id).collect(Collectors.toSet());
        return subjects.asOf(now.subject().id(), moment)
                .flatMap(then -> archive(
                        then,
                        records.asOf(then.id(), moment).stream()
                                .filter(record -> stillShown.contains(record.id()) && begun(record, moment))
                                .toList(),
                        audience,
                        moment));
    }

    private static boolean begun(CreditRecord record, Instant moment) {
        return record.publicFrom() != null && !record.publicFrom().isAfter(moment);
    }

    private Archive related(Archive archive, Audience audience) {
        Archive.SubjectView view = archive.subject();
        List<Archive.Relation> dependants = relations(subjects.dependants(view.id()), audience, archive.now());
        String company = view.branchOf() != null ? view.branchOf() : view.operatorId();
        Archive.Relation above = company == null
                ? null
                : subjects.find(company)
                        .flatMap(found -> relations(List.of(found), audience, archive.now()).stream()
                                .findFirst())
                        .orElse(null);
        return new Archive(view, archive.records(), dependants, above, archive.now());
    }

    private List<Archive.Relation> relations(List<Subject> found, Audience audience, Instant now) {
        return archives(found, audience, now).stream()
                .map(archive -> new Archive.Relation(
                        archive.subject().id(),
                        archive.subject().name(),
                        archive.subject().region(),
                        archive.records().size()))
                .toList();
    }

    @Override
    public Optional<Found> record(String recordId, Audience audience) {
        Instant now = clock.instant();
        return Optional.of(recordId)
                .filter(Ids::possible)
                .flatMap(records::find)
                .flatMap(record -> subjects.find(record.subjectId())
                        .flatMap(subject -> archive(subject, records.ofSubjects(List.of(subject.id())), audience, now))
                        .flatMap(archive -> archive.records().stream()
                                .filter(view -> view.id().equals(recordId))
                                .findFirst()
                                .map(view -> new Found(archive.subject(), view))));
    }

    @Override
    public List<Archive> all(List<String> subjectIds, Audience audience) {
        return archives(subjects.all(subjectIds), audience, BEFORE_ANY_END);
    }

    private List<Archive> archives(List<Subject> found, Audience audience, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<CreditRecord>> bySubject = new HashMap<>();
        records.ofSubjects(found.stream().map(Subject::id).toList()).forEach(record -> bySubject
                .computeIfAbsent(record.subjectId(), x -> new ArrayList<>())
                .add(record));
        return found.stream()
                .map(subject -> archive(subject, bySubject.getOrDefault(subject.id(), List.of()), audience, now))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Source> sources() {
        return sources.all(clock.instant());
    }

    @Override
    public List<Source> sources(Set<String> types) {
        return sources.ofTypes(types, clock.instant());
    }
}
