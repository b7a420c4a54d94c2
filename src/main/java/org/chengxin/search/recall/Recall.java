package org.chengxin.search.recall;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What an engine is asked to bring. A document's score is the sum of the boosts of
 * the terms and phrases it has, nothing else. */
public sealed interface Recall {

    /** Documents that have a term; each scores the boost. */
    record Term(String field, String text, float boost) implements Recall {}

    /** Documents that have a term with this beginning; each scores 1. */
    record Start(String field, String start) implements Recall {}

    /** Documents that have one of the terms; each scores 1. */
    record OneOf(String field, Collection<String> texts) implements Recall {}

    /**
     * Documents in which the terms stand one right behind the other in one value of the field; each scores the boost.
     *
     * @param texts two at least
     */
    record Phrase(String field, List<String> texts, float boost) implements Recall {}

    /**
     * Documents for which so many of the parts hold; scores add up.
     *
     * @param parts one at least
     */
    record AtLeast(int needed, List<Recall> parts) implements Recall {}

    /**
     * Documents of another recall.
     *
     * @param better parts whose scores are added where they hold
     * @param without parts that must not hold
     */
    record Narrowed(Recall recall, List<Recall> better, List<Recall> without) implements Recall {}

    /** Documents of another recall, each scored 1. */
    record Unscored(Recall recall) implements Recall {}

    /** All documents. */
    record All() implements Recall {}

    /** No document. */
    record Nothing() implements Recall {}

    /** The same documents, without what only makes some of them better than others. */
    default Recall plain() {
        if (this instanceof Narrowed narrowed) {
            Recall inner = narrowed.recall.plain();
            return narrowed.without.isEmpty() ? inner : new Narrowed(inner, List.of(), narrowed.without);
        }
        if (this instanceof AtLeast some) {
            return new AtLeast(
                    some.needed, some.parts.stream().map(Recall::plain).toList());
        }
        return this instanceof Unscored inner ? new Unscored(inner.recall.plain()) : this;
    }

    /** How much {@link #plain} leaves out of the score of a document at most. */
    default float bonus() {
        if (this instanceof Narrowed narrowed) {
            return narrowed.recall.bonus() + sum(narrowed.better, Recall::most);
        }
        return this instanceof AtLeast some ? sum(some.parts, Recall::bonus) : 0;
    }

    /** The greatest score of a document. */
    private float most() {
        if (this instanceof Term term) {
            return term.boost;
        }
        if (this instanceof Phrase phrase) {
            return phrase.boost;
        }
        if (this instanceof AtLeast some) {
            return sum(some.parts, Recall::most);
        }
        if (this instanceof Narrowed narrowed) {
            return narrowed.recall.most() + sum(narrowed.better, Recall::most);
        }
        return 1;
    }

    private static float sum(List<Recall> parts, ToDoubleFunction<Recall> each) {
        return (float) parts.stream().mapToDouble(each).sum();
    }

    /** Documents for which all of the parts hold, of which there is one at least; scores add up. */
    static Recall all(List<Recall> parts) {
        return parts.size() == 1 ? parts.get(0) : new AtLeast(parts.size(), List.copyOf(parts));
    }

    /** The subjects of these ids, by the key that {@code index-templates/subjects.json} keeps; each scores 1. */
    static Recall subjects(Collection<String> ids) {
        return new OneOf("key", ids.stream().map(id -> "s:" + id).toList());
    }

    /** Documents for which one of the parts holds at least; scores add up. */
    static Recall any(List<Recall> parts) {
        return parts.isEmpty() ? new Nothing() : new AtLeast(1, List.copyOf(parts));
    }
}
