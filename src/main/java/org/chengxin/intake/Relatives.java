package org.chengxin.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.intake.value.PartyNames;
import org.chengxin.intake.value.Texts;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Subject;
import org.jspecify.annotations.Nullable;

/** Ties a branch to its company and a shop to its operator, by code or exact name. */
final class Relatives {

    private Relatives() {}

    /** Name keys of the companies and operators a statement may point at; to be asked of the store. */
    static void nameKeys(SubjectDraft draft, Set<String> into) {
        into.addAll(PartyNames.companies(draft.name()));
        for (String stated : stated(draft)) {
            into.add(NameKey.of(stated));
        }
    }

    /** Codes of the companies and operators a statement names. */
    static void usccs(SubjectDraft draft, Set<String> into) {
        for (String stated : stated(draft)) {
            if (CreditCode.check(stated) != CreditCode.Status.MALFORMED) {
                into.add(CreditCode.of(stated).value());
            }
        }
    }

    private static List<String> stated(SubjectDraft draft) {
        List<String> stated = new ArrayList<>();
        if (draft.company() != null) {
            stated.add(draft.company());
        }
        if (draft.operator() != null) {
            stated.add(draft.operator());
        }
        return stated;
    }

    /** Whether a statement points at a company or operator at all. */
    static boolean any(SubjectDraft draft) {
        return !stated(draft).isEmpty() || !PartyNames.companies(draft.name()).isEmpty();
    }

    /** The subject with its relatives as far as they are known; the same when nothing is new. */
    static Subject tied(Subject subject, SubjectDraft draft, KnownSubjects known) {
        String company = subject.branchOf();
        if (company == null) {
            company = draft.company() != null
                    ? find(draft.company(), subject, known)
                    : PartyNames.companies(subject.name()).stream()
                            .map(name -> only(known.named(name), subject))
                            .flatMap(Optional::stream)
                            .map(Subject::id)
                            .findFirst()
                            .orElse(null);
        }
        String operator = draft.operator() != null ? find(draft.operator(), subject, known) : subject.operatorId();
        if (operator == null) {
            operator = subject.operatorId();
        }
        Subject tied = SubjectFactory.related(subject, company, operator, subject.source(), subject.version());
        return tied.equals(subject)
                ? subject
                : SubjectFactory.related(subject, company, operator, subject.source(), known.nextVersion(subject.id()));
    }

    private static @Nullable String find(String stated, Subject subject, KnownSubjects known) {
        Optional<Subject> byCode = known.ofUscc(Texts.code(stated));
        Optional<Subject> found = byCode.isPresent() ? byCode : only(known.named(NameKey.of(stated)), subject);
        return found.map(Subject::id).filter(id -> !id.equals(subject.id())).orElse(null);
    }

    /** The one company of a name; where several share it nothing tells which is meant. */
    private static Optional<Subject> only(List<Subject> named, Subject subject) {
        return named.size() == 1
                        && !named.get(0).id().equals(subject.id())
                        && !subject.id().equals(named.get(0).branchOf())
                        && !named.get(0).kind().naturalPerson()
                ? Optional.of(named.get(0))
                : Optional.empty();
    }
}
