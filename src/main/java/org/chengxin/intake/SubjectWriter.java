package org.chengxin.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengxin.platform.store.Change;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;

/** Writes chunks of subjects: new ones, and what is new about known ones. */
final class SubjectWriter implements ChunkWriter {

    private static final int CHUNK = 5_000;

    private final SubjectStore store;
    private final DistinctSubjects distinct;
    private final SubjectTaker taker;
    private final String reason;

    /** Branches and shops whose company was not there yet when their chunk was written. */
    private final List<SubjectDraft> open = new ArrayList<>();

    SubjectWriter(SubjectStore store, DistinctSubjects distinct, SubjectTaker taker, String reason) {
        this.store = store;
        this.distinct = distinct;
        this.taker = taker;
        this.reason = reason;
    }

    @Override
    public Outcome write(List<ParsedRow> rows, Instant at) {
        List<SubjectDraft> drafts =
                rows.stream().map(ParsedRow::subject).filter(Objects::nonNull).toList();
        KnownSubjects known = taker.known(drafts);
        List<Problem> problems = new ArrayList<>();
        List<Distinction> distinctions = new ArrayList<>();
        long inserted = 0;
        long updated = 0;
        long unchanged = 0;
        long refused = 0;
        for (ParsedRow row : rows) {
            problems.addAll(row.problems());
            SubjectDraft draft = row.subject();
            if (draft == null) {
                refused++;
                continue;
            }
            try {
                SubjectTaker.Taken taken = taker.take(draft, row.line(), known, problems);
                draft.notSameAs()
                        .forEach(uscc -> distinctions.add(new Distinction(
                                row.line(), draft, taken.subject().id(), uscc)));
                switch (taken.effect()) {
                    case MADE -> inserted++;
                    case CHANGED -> updated++;
                    case NONE -> unchanged++;
                }
            } catch (KnownSubjects.AmbiguousNameException several) {
                refused++;
                problems.add(new Problem(row.line(), "", draft.name(), true, "name.ambiguous", List.of()));
            }
        }
        open.addAll(taker.tie(drafts, known));
        save(known, at);
        distinctions.forEach(each -> state(each, known, at, problems));
        long warnings = problems.stream().filter(problem -> !problem.refuses()).count();
        return new Outcome(new ImportCounts(rows.size(), inserted, updated, unchanged, 0, refused, warnings), problems);
    }

    /** What a row says of its subject: that it is not the one of a code. */
    private record Distinction(long line, SubjectDraft draft, String subjectId, String uscc) {}

    private void state(Distinction stated, KnownSubjects known, Instant at, List<Problem> problems) {
        Optional<Subject> other =
                known.ofUscc(stated.uscc).filter(subject -> !subject.id().equals(stated.subjectId));
        if (other.isPresent()) {
            distinct.state(stated.subjectId, other.get().id(), reason, stated.draft.source(), at);
        } else {
            String field = SubjectColumns.NOT_SAME_AS.field();
            problems.add(new Problem(stated.line, field, stated.uscc, false, "not-same.unknown", List.of()));
        }
    }

    @Override
    public void finish(List<SubjectDraft> earlier, Instant at, Transactions transactions) {
        List<SubjectDraft> all = new ArrayList<>(earlier);
        all.addAll(open);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<SubjectDraft> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            transactions.run(() -> {
                KnownSubjects known = taker.known(chunk);
                taker.tie(chunk, known);
                save(known, at);
            });
        }
    }

    private void save(KnownSubjects known, Instant at) {
        Map<String, List<Subject>> bySource = known.changed().stream()
                .collect(Collectors.groupingBy(Subject::source, LinkedHashMap::new, Collectors.toList()));
        bySource.forEach((source, subjects) -> store.save(subjects, new Change(source, at, reason)));
    }
}
