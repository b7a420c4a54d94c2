package org.chengxin.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.shared.Ids;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;

/** Finds or makes the subjects of a chunk's statements. One for each import, used inside chunk transactions. */
final class SubjectTaker {

    private final SubjectStore store;
    private final DistinctSubjects distinct;
    private final Ids ids;

    /** Days on which names were stated in this import, by subject: they decide which of two names is newer. */
    private final Map<String, LocalDate> named = new HashMap<>();

    SubjectTaker(SubjectStore store, DistinctSubjects distinct, Ids ids) {
        this.store = store;
        this.distinct = distinct;
        this.ids = ids;
    }

    /** What a statement did to its subject. */
    enum Effect {
        MADE,
        CHANGED,
        NONE
    }

    /** A statement's subject after it. */
    record Taken(Subject subject, Effect effect) {}

    /** Loads every subject of the store that these statements may be about or point at. */
    KnownSubjects known(Collection<SubjectDraft> drafts) {
        Set<String> usccs = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> organisationCodes = new HashSet<>();
        for (SubjectDraft draft : drafts) {
            if (draft.uscc() != null) {
                usccs.add(draft.uscc().value());
            }
            identifiers.addAll(KnownSubjects.identifierKeys(draft));
            names.add(NameKey.of(draft.name()));
            Relatives.nameKeys(draft, names);
            Relatives.usccs(draft, usccs);
            usccs.addAll(draft.notSameAs());
            if (draft.uscc() == null) {
                draft.identifiers().stream()
                        .filter(each -> each.scheme() == Identifier.Scheme.ORGANISATION_CODE)
                        .forEach(each -> organisationCodes.add(each.value()));
            }
        }
        KnownSubjects known = new KnownSubjects();
        known.load(store.matching(usccs, identifiers, names));
        List<String> byOrganisation = store.idsOfOrganisationCodes(organisationCodes);
        if (!byOrganisation.isEmpty()) {
            known.load(store.all(byOrganisation));
        }
        known.loadDistinct(distinct.of(known.storedIds()));
        return known;
    }

    /**
     * Takes a statement in: finds its subject and adds what it says, or makes a new one.
     *
     * @param warnings gets what should be looked at
     * @throws KnownSubjects.AmbiguousNameException when several subjects have the name and no code tells which is meant
     */
    Taken take(SubjectDraft draft, long line, KnownSubjects known, List<Problem> warnings) {
        Optional<KnownSubjects.Match> match = known.match(draft);
        return match.isPresent() ? merge(match.get(), draft, line, known, warnings) : make(draft, known);
    }

    Taken make(SubjectDraft draft, KnownSubjects known) {
        Subject made = SubjectFactory.fresh(ids.next(), draft);
        known.put(made);
        noteName(made, draft);
        return new Taken(made, Effect.MADE);
    }

    private Taken merge(
            KnownSubjects.Match match, SubjectDraft draft, long line, KnownSubjects known, List<Problem> warnings) {
        Subject before = match.subject();
        LocalDate day = named.get(before.id());
        SubjectFactory.Naming naming = SubjectFactory.naming(before, draft, day);
        if (naming == SubjectFactory.Naming.UNDECIDED || naming == SubjectFactory.Naming.NEWER) {
            String code = naming == SubjectFactory.Naming.NEWER ? "name.newer" : "name.second";
            warnings.add(new Problem(line, "", draft.name(), false, code, List.of(before.name())));
        }
        Subject after = SubjectFactory.merged(before, draft, naming, day, known.nextVersion(before.id()));
        if (naming == SubjectFactory.Naming.SAME || naming == SubjectFactory.Naming.NEWER) {
            noteName(after, draft);
        }
        if (after.equals(before)) {
            return new Taken(before, Effect.NONE);
        }
        known.put(after);
        return new Taken(after, Effect.CHANGED);
    }

    private void noteName(Subject subject, SubjectDraft draft) {
        LocalDate stated = draft.statedOn();
        if (stated != null) {
            named.merge(subject.id(), stated, (known, more) -> more.isAfter(known) ? more : known);
        }
    }

    /** Ties the subjects of these statements to companies and operators known by now; returns those still pointing at none. */
    List<SubjectDraft> tie(Collection<SubjectDraft> drafts, KnownSubjects known) {
        List<SubjectDraft> open = new ArrayList<>();
        for (SubjectDraft draft : drafts) {
            if (!Relatives.any(draft)) {
                continue;
            }
            Optional<Subject> subject = match(draft, known);
            if (subject.isEmpty()) {
                continue;
            }
            Subject tied = Relatives.tied(subject.get(), draft, known);
            if (!tied.equals(subject.get())) {
                known.put(tied);
            }
            if (tied.branchOf() == null && tied.operatorId() == null) {
                open.add(draft);
            }
        }
        return open;
    }

    private static Optional<Subject> match(SubjectDraft draft, KnownSubjects known) {
        try {
            return known.match(draft).map(KnownSubjects.Match::subject);
        } catch (KnownSubjects.AmbiguousNameException several) {
            return Optional.empty();
        }
    }
}
