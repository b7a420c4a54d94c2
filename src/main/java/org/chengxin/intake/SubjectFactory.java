package org.chengxin.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.intake.value.Kinds;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** Makes subjects of statements: a new one of the first, the next form of a known one of every further. */
final class SubjectFactory {

    private SubjectFactory() {}

    /** The kind a statement's subject has when nobody knows it yet. */
    static SubjectKind kind(SubjectDraft draft) {
        return draft.kind() != null ? draft.kind() : Kinds.guess(draft.name(), draft.uscc());
    }

    static Subject fresh(String id, SubjectDraft draft) {
        return new Subject(
                id,
                kind(draft),
                draft.name(),
                draft.uscc(),
                List.copyOf(new LinkedHashSet<>(draft.identifiers())),
                names(draft.name(), List.of(), draft.names()),
                draft.region(),
                draft.address(),
                draft.status() == null ? SubjectStatus.UNKNOWN : draft.status(),
                null,
                null,
                draft.representative(),
                draft.registeredOn(),
                draft.capital(),
                draft.industry(),
                draft.scope(),
                draft.source(),
                1);
    }

    /** Which of two names of one code is its name now. */
    enum Naming {
        /** Both are the same name. */
        SAME,
        /** The row's is newer. */
        NEWER,
        /** The row's is older. */
        OLDER,
        /** No date decides. */
        UNDECIDED
    }

    /**
     * Compares the name of a row with that of its subject.
     *
     * @param named day on which the known name was stated, null when not known
     */
    static Naming naming(Subject known, SubjectDraft draft, @Nullable LocalDate named) {
        String key = NameKey.of(draft.name());
        if (key.equals(NameKey.of(known.name()))) {
            return Naming.SAME;
        }
        Optional<OtherName> former = known.names().stream()
                .filter(other -> other.kind() == OtherName.Kind.FORMER
                        && NameKey.of(other.name()).equals(key))
                .findFirst();
        LocalDate stated = draft.statedOn();
        if (stated == null || named == null || stated.equals(named)) {
            return former.isPresent() ? Naming.OLDER : Naming.UNDECIDED;
        }
        return stated.isAfter(named) ? Naming.NEWER : Naming.OLDER;
    }

    /** The next form of a known subject; equal to it, its version aside, when the statement says nothing new. */
    static Subject merged(Subject known, SubjectDraft draft, Naming naming, @Nullable LocalDate named, int version) {
        String name = naming == Naming.NEWER ? draft.name() : known.name();
        List<OtherName> more = new ArrayList<>(draft.names());
        switch (naming) {
            case NEWER -> more.add(new OtherName(OtherName.Kind.FORMER, known.name(), draft.statedOn()));
            case OLDER -> more.add(new OtherName(OtherName.Kind.FORMER, draft.name(), named));
            case UNDECIDED -> {
                // A record may spell a name wrongly; only a statement about the subject itself makes it a name.
                if (draft.authoritative()) {
                    more.add(new OtherName(OtherName.Kind.ALIAS, draft.name(), null));
                }
            }
            case SAME -> {}
        }
        Set<Identifier> identifiers = new LinkedHashSet<>(known.identifiers());
        identifiers.addAll(draft.identifiers());
        boolean leads = draft.authoritative();
        Subject next = new Subject(
                known.id(),
                leads && draft.kind() != null ? draft.kind() : known.kind(),
                name,
                uscc(known, draft),
                List.copyOf(identifiers),
                names(name, known.names(), more),
                region(known, draft, leads),
                pick(known.address(), draft.address(), leads),
                draft.status() != null && (leads || known.status() == SubjectStatus.UNKNOWN)
                        ? draft.status()
                        : known.status(),
                known.branchOf(),
                known.operatorId(),
                pick(known.representative(), draft.representative(), leads),
                pick(known.registeredOn(), draft.registeredOn(), leads),
                pick(known.capital(), draft.capital(), leads),
                pick(known.industry(), draft.industry(), leads),
                pick(known.scope(), draft.scope(), leads),
                known.source(),
                known.version());
        if (next.equals(known)) {
            return known;
        }
        return version(next, leads ? draft.source() : known.source(), version);
    }

    private static @Nullable CreditCode uscc(Subject known, SubjectDraft draft) {
        return known.uscc() != null ? known.uscc() : draft.uscc();
    }

    private static @Nullable String region(Subject known, SubjectDraft draft, boolean leads) {
        String here = known.region();
        String there = draft.region();
        // The wider place says less, not something else.
        return here != null && there != null && here.startsWith(there) ? here : pick(here, there, leads);
    }

    private static <T> @Nullable T pick(@Nullable T known, @Nullable T stated, boolean statedLeads) {
        return stated != null && (statedLeads || known == null) ? stated : known;
    }

    private static List<OtherName> names(String name, List<OtherName> known, List<OtherName> more) {
        List<OtherName> names = new ArrayList<>();
        String own = NameKey.of(name);
        for (List<OtherName> list : List.of(known, more)) {
            for (OtherName candidate : list) {
                String key = NameKey.of(candidate.name());
                boolean there = names.stream()
                        .anyMatch(other -> other.kind() == candidate.kind()
                                && NameKey.of(other.name()).equals(key));
                if (!there && !key.equals(own) && !key.isEmpty()) {
                    names.add(candidate);
                }
            }
        }
        return List.copyOf(names);
    }

    private static Subject version(Subject subject, String source, int version) {
        return related(subject, subject.branchOf(), subject.operatorId(), source, version);
    }

    /** A subject tied to its company and operator. */
    static Subject related(
            Subject subject, @Nullable String branchOf, @Nullable String operatorId, String source, int version) {
        return new Subject(
                subject.id(),
                subject.kind(),
                subject.name(),
                subject.uscc(),
                subject.identifiers(),
                subject.names(),
                subject.region(),
                subject.address(),
                subject.status(),
                branchOf,
                operatorId,
                subject.representative(),
                subject.registeredOn(),
                subject.capital(),
                subject.industry(),
                subject.scope(),
                source,
                version);
    }
}
