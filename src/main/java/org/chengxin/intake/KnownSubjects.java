package org.chengxin.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * The subjects one chunk of rows may be about, those of the store and those the chunk makes: found by code, else by exact
 * name, never by resemblance.
 */
final class KnownSubjects {

    /** How a subject was found. */
    enum By {
        USCC,
        OLDER_CODE,
        NAME
    }

    /** A subject found. */
    record Match(Subject subject, By by) {}

    /** A name without a code that several subjects have. */
    static final class AmbiguousNameException extends RuntimeException {
        AmbiguousNameException() {
            super("several subjects have this name", null, false, false);
        }
    }

    private final Map<String, Subject> stored = new HashMap<>();
    private final Map<String, Subject> current = new LinkedHashMap<>();
    private final Map<String, String> byCode = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> distinct = new HashMap<>();

    /** Adds subjects of the store. */
    void load(Collection<Subject> subjects) {
        for (Subject subject : subjects) {
            if (stored.put(subject.id(), subject) == null) {
                put(subject);
            }
        }
    }

    /** Adds which subjects are known to be not the same. */
    void loadDistinct(Map<String, Set<String>> pairs) {
        distinct.putAll(pairs);
    }

    /** Ids of the subjects of the store that were added. */
    Set<String> storedIds() {
        return stored.keySet();
    }

    /** Adds a new subject or the next form of a known one. */
    void put(Subject subject) {
        current.put(subject.id(), subject);
        String id = subject.id();
        CreditCode uscc = subject.uscc();
        if (uscc != null) {
            byCode.put(usccKey(uscc.value()), id);
            byCode.putIfAbsent(organisationKey(uscc), id);
        }
        for (Identifier identifier : subject.identifiers()) {
            byCode.putIfAbsent(identifier.key(), id);
        }
        byName.computeIfAbsent(NameKey.of(subject.name()), key -> new LinkedHashSet<>())
                .add(id);
        for (OtherName other : subject.names()) {
            if (other.kind() == OtherName.Kind.FORMER) {
                byName.computeIfAbsent(NameKey.of(other.name()), key -> new LinkedHashSet<>())
                        .add(id);
            }
        }
    }

    /** Codes under which a statement's subject may be known; to be asked of the store before {@link #match}. */
    static List<String> identifierKeys(SubjectDraft draft) {
        List<String> keys = new ArrayList<>();
        draft.identifiers().stream().filter(KnownSubjects::identifies).forEach(each -> keys.add(each.key()));
        if (draft.uscc() != null) {
            keys.add(new Identifier(Identifier.Scheme.FORMER_USCC, draft.uscc().value()).key());
            keys.add(organisationKey(draft.uscc()));
        }
        return keys;
    }

    /**
     * The subject a statement is about, empty when it is new.
     *
     * @throws AmbiguousNameException when only the name could tell, and several have it
     */
    Optional<Match> match(SubjectDraft draft) {
        CreditCode uscc = draft.uscc();
        if (uscc != null) {
            Subject same = subject(byCode.get(usccKey(uscc.value())));
            if (same == null) {
                same = subject(byCode.get(new Identifier(Identifier.Scheme.FORMER_USCC, uscc.value()).key()));
            }
            if (same != null) {
                return Optional.of(new Match(same, By.USCC));
            }
        }
        for (String key : identifierKeys(draft)) {
            Subject same = subject(byCode.get(key));
            if (same != null && agrees(same, draft)) {
                return Optional.of(new Match(same, By.OLDER_CODE));
            }
        }
        return person(draft) ? Optional.empty() : byName(draft).map(same -> new Match(same, By.NAME));
    }

    private Optional<Subject> byName(SubjectDraft draft) {
        String key = NameKey.of(draft.name());
        List<Subject> same = named(key).stream()
                .filter(candidate -> !candidate.kind().naturalPerson())
                .filter(candidate -> agrees(candidate, draft))
                .filter(candidate -> draft.uscc() == null || candidate.uscc() == null)
                .filter(candidate -> candidate.uscc() == null
                        || !draft.notSameAs().contains(candidate.uscc().value()))
                .toList();
        if (same.size() > 1) {
            List<Subject> now = same.stream()
                    .filter(candidate -> NameKey.of(candidate.name()).equals(key))
                    .toList();
            // a name that two carry who are known to be not the same tells neither, whoever carries it now
            if (now.size() != 1 || isTakenForAnother(now.get(0), same)) {
                if (draft.uscc() != null) {
                    return Optional.empty();
                }
                throw new AmbiguousNameException();
            }
            same = now;
        }
        return same.stream().findFirst();
    }

    private boolean isTakenForAnother(Subject subject, List<Subject> others) {
        Set<String> not = distinct.getOrDefault(subject.id(), Set.of());
        return others.stream().anyMatch(other -> not.contains(other.id()));
    }

    /** Subjects that have or had a name, in the form of {@link NameKey}. */
    List<Subject> named(String nameKey) {
        return byName.getOrDefault(nameKey, Set.of()).stream()
                .map(this::subject)
                .filter(Objects::nonNull)
                // An earlier form in this chunk may have had the name.
                .filter(subject -> NameKey.of(subject.name()).equals(nameKey)
                        || subject.names().stream()
                                .anyMatch(other -> other.kind() == OtherName.Kind.FORMER
                                        && NameKey.of(other.name()).equals(nameKey)))
                .toList();
    }

    Optional<Subject> ofUscc(String uscc) {
        return Optional.ofNullable(subject(byCode.get(usccKey(uscc))));
    }

    /** Subjects to be written: new ones, and known ones that differ from what is stored. */
    List<Subject> changed() {
        return current.values().stream()
                .filter(subject -> !subject.equals(stored.get(subject.id())))
                .toList();
    }

    /** The version a changed form of a subject gets: one more than is stored, however often the chunk changes it. */
    int nextVersion(String id) {
        Subject before = stored.get(id);
        return before == null ? 1 : before.version() + 1;
    }

    /** What the store has of a subject, null when it is new. */
    @Nullable
    Subject stored(String id) {
        return stored.get(id);
    }

    private @Nullable Subject subject(@Nullable String id) {
        return id == null ? null : current.get(id);
    }

    /** Whether nothing a statement says contradicts being this subject: another code, or another place of a small shop. */
    private static boolean agrees(Subject subject, SubjectDraft draft) {
        CreditCode theirs = subject.uscc();
        CreditCode mine = draft.uscc();
        if (theirs != null && mine != null) {
            return theirs.equals(mine);
        }
        Set<Identifier.Scheme> disagreeing = new HashSet<>();
        for (Identifier own : draft.identifiers()) {
            if (own.scheme() == Identifier.Scheme.ORGANISATION_CODE
                    && theirs != null
                    && !theirs.value().substring(8, 17).equals(own.value())) {
                disagreeing.add(own.scheme());
            }
            boolean sameScheme = subject.identifiers().stream().anyMatch(other -> other.scheme() == own.scheme());
            if (registered(own) && sameScheme && !subject.identifiers().contains(own)) {
                disagreeing.add(own.scheme());
            }
        }
        if (!disagreeing.isEmpty()) {
            return false;
        }
        // 张记小吃店 of one county is not 张记小吃店 of another.
        boolean small = subject.kind() == SubjectKind.INDIVIDUAL_BUSINESS || subject.kind() == SubjectKind.SHOP;
        String here = subject.region();
        String there = draft.region();
        return !small || here == null || there == null || here.startsWith(there) || there.startsWith(here);
    }

    private static boolean registered(Identifier identifier) {
        return identifier.scheme() == Identifier.Scheme.REGISTRATION_NUMBER
                || identifier.scheme() == Identifier.Scheme.ORGANISATION_CODE;
    }

    /** A site may be stated by the shop, its operator and its host alike; every registered code is one subject's own. */
    private static boolean identifies(Identifier identifier) {
        return !identifier.scheme().site();
    }

    private static boolean person(SubjectDraft draft) {
        return SubjectFactory.kind(draft).naturalPerson();
    }

    private static String usccKey(String uscc) {
        return "uscc:" + uscc;
    }

    /** Characters 9-17 of a USCC are the organisation code the subject had before. */
    private static String organisationKey(CreditCode uscc) {
        return new Identifier(Identifier.Scheme.ORGANISATION_CODE, uscc.value().substring(8, 17)).key();
    }
}
