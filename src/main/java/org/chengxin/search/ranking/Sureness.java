package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.search.ranking.Agreement.Carries;
import org.chengxin.search.ranking.Agreement.Said;
import org.chengxin.search.reading.PersonNames;

/**
 * When a candidate is surely the one that is meant. A wrong "yes" costs more than a "look yourself", so resemblance never
 * is enough:
 *
 * <ol>
 *   <li>A natural person is never sure, nor is a name alone that is shaped like a person's.
 *   <li>A whole code that is the candidate's own decides, whatever place or representative are said: they change. But a
 *       name said beside it has to be like the candidate's, and must not be the whole name of another subject.
 *   <li>A code that is not the candidate's own means no, however well the name agrees.
 *   <li>Without a code, the whole name decides when it is the candidate's present name, the present name without its form,
 *       or a former name, and nothing said of place or representative disagrees.
 *   <li>It decides only when no other subject carries that name. A present name stands above what others were called
 *       before or are called for short; a former name, or one without its form, does not.
 *   <li>Where others carry it too, the candidate is sure when place, representative or site agree with it and each of the
 *       others disagrees in one of them. Being in business settles nothing: names are given anew.
 *   <li>Of two subjects known to be not the same, a name that both carry in any way never decides, and one without its form
 *       or a former one not even when the other is merely like it.
 *   <li>A short name, a brand or a site alone is never sure: anyone may use it.
 * </ol>
 */
final class Sureness {

    /** A name beside a code has to be this much like: half of a name goes wrong in a slip, not more. */
    private static final double LIKE = 0.6;
    /** A subject known to be another is in the way when its name is this much like. */
    private static final double MUCH_LIKE = 0.8;

    private final MatchReading reading;
    private final List<Agreement> all;

    /** @param all every candidate that recall brought, the first included */
    Sureness(MatchReading reading, List<Agreement> all) {
        this.reading = reading;
        this.all = all;
    }

    boolean isSure(Agreement first) {
        if (first.candidate().person()) {
            return false;
        }
        return switch (first.code()) {
            case SAME -> byCode(first);
            case DIFFERENT -> false;
            case UNKNOWN -> byName(first);
        };
    }

    private boolean byCode(Agreement first) {
        boolean shared = others(first).stream().anyMatch(other -> other.code() == Said.SAME);
        if (shared) {
            return false;
        }
        boolean another = first.carries() == Carries.NOT
                && others(first).stream().map(Agreement::carries).anyMatch(Sureness::asItsOwn);
        boolean like = reading.written().isEmpty()
                || first.carries() != Carries.NOT
                || first.ranked().score() >= LIKE;
        return like && !another;
    }

    private boolean byName(Agreement first) {
        boolean whole =
                switch (first.carries()) {
                    case NOW -> true;
                    // a code that nobody is known to have says that another may be meant
                    case WITHOUT_FORM, FORMERLY -> reading.code() == null;
                    case FORMERLY_WITHOUT_FORM, ALIAS, NOT -> false;
                };
        boolean likeAPerson = !first.anySame() && PersonNames.isShaped(reading.written());
        if (!whole || first.anyDifferent() || likeAPerson) {
            return false;
        }
        List<Agreement> rivals = new ArrayList<>();
        for (Agreement other : others(first)) {
            if (isRival(first, other)) {
                rivals.add(other);
            }
        }
        boolean settled = first.anySame() && rivals.stream().allMatch(Agreement::anyDifferent);
        return rivals.isEmpty() || settled;
    }

    private static boolean isRival(Agreement first, Agreement other) {
        boolean known = first.candidate().notSame().contains(other.candidate().id());
        boolean now = first.carries() == Carries.NOW;
        return switch (other.carries()) {
            case NOW, WITHOUT_FORM -> true;
            case FORMERLY, FORMERLY_WITHOUT_FORM, ALIAS -> known || !now;
            case NOT -> known && !now && other.ranked().score() >= MUCH_LIKE;
        };
    }

    /** A short name or brand is anyone's. */
    private static boolean asItsOwn(Carries carries) {
        return carries != Carries.NOT && carries != Carries.ALIAS;
    }

    private List<Agreement> others(Agreement first) {
        return all.stream()
                .filter(other ->
                        !other.candidate().id().equals(first.candidate().id()))
                .toList();
    }
}
