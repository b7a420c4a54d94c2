package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chengxin.search.text.AuthorityNames.Named;
import org.chengxin.search.text.DocumentTerms;
import org.chengxin.search.text.TextQuery;
import org.chengxin.search.text.TextQuery.Clause;
import org.chengxin.search.text.Units;

/** The full text of a look-up: which records say it, and how much they are about it. */
final class RecordRecall {

    /** Up to so many words all must be there; of more, {@link #SHARE}: who pastes a sentence does not weigh each word. */
    private static final int ALL_OF = 3;

    private static final double SHARE = 0.75;
    /** A word in the title is what the record is about. */
    private static final float TITLE = 1.5f;
    /** The word as it was typed says more than its pairs here and there. */
    private static final float TOGETHER = 8;
    /** A document number names one decision. */
    private static final float NUMBER = 1_000;

    private final TermCounts counts;

    RecordRecall(TermCounts counts) {
        this.counts = counts;
    }

    /** Records with a document number, however it is written. */
    static Recall numbered(String number) {
        return numbered(number, 1);
    }

    private static Recall numbered(String number, float boost) {
        return new Recall.Term("documentNumber", DocumentTerms.number(number).get(0), boost);
    }

    /** Records that a query wants; all records where it only says what is not wanted. */
    Recall of(TextQuery text) throws IOException {
        List<Recall> wanted = new ArrayList<>();
        List<Recall> words = new ArrayList<>();
        List<Recall> titles = new ArrayList<>();
        List<Recall> unwanted = new ArrayList<>();
        for (Clause clause : text.clauses()) {
            if (clause.excluded()) {
                unwanted.add(phrase(clause, 1));
                continue;
            }
            if (clause.phrase()) {
                wanted.add(phrase(clause, TOGETHER));
            } else {
                words.add(word(clause));
            }
            Recall title = new WeighedTerms(counts, true)
                    .add("title", clause.units().pairs(), TITLE)
                    .buildStrictly(RecordRecall::enough);
            if (title != null) {
                titles.add(title);
            }
        }
        if (words.size() <= ALL_OF) {
            wanted.addAll(words);
        } else {
            wanted.add(new Recall.AtLeast((int) Math.ceil(SHARE * words.size()), words));
        }
        return new Recall.Narrowed(wanted.isEmpty() ? new Recall.All() : Recall.all(wanted), titles, unwanted);
    }

    /** A word; where it names a public body, its other names do as well, with whatever else the word says. */
    private Recall word(Clause clause) throws IOException {
        Recall word = word(clause.units());
        Named body = clause.body();
        if (body == null) {
            return word;
        }
        List<Recall> otherwise = new ArrayList<>();
        otherwise.add(Recall.any(
                body.names().stream().map(name -> phrase(Units.of(name), 1)).toList()));
        for (String rest : List.of(body.before(), body.after())) {
            if (!rest.isEmpty()) {
                otherwise.add(word(Units.of(rest)));
            }
        }
        return Recall.any(List.of(word, Recall.all(otherwise)));
    }

    /**
     * A word: enough of its pairs, for long ones are written in other ways too (虚假宣传, 虚假的商业宣传); or a number. As it
     * stands it counts most.
     */
    private Recall word(Units units) throws IOException {
        Recall pairs = new WeighedTerms(counts, true)
                .add("body", units.pairs(), 1)
                .add("phrases", units.loners(), 1)
                .buildStrictly(RecordRecall::enough);
        Recall number = numbered(units.source(), NUMBER);
        return pairs == null ? number : Recall.any(List.of(number, said(units, pairs)));
    }

    private Recall said(Units units, Recall pairs) throws IOException {
        List<Recall> better = new ArrayList<>();
        if (units.size() > 1) {
            better.add(phrase(units, TOGETHER));
        }
        Set<String> whole = new LinkedHashSet<>(DocumentTerms.words(units.source()));
        whole.removeAll(units.pairs());
        Recall more = new WeighedTerms(counts, false).add("body", whole, 1).buildWithout(whole.size());
        if (more != null) {
            better.add(more);
        }
        return better.isEmpty() ? pairs : new Recall.Narrowed(pairs, better, List.of());
    }

    /** How many of so many pairs must be there: of three or more one may be missing, of many a quarter. */
    private static int enough(int pairs) {
        int most = (int) Math.ceil(SHARE * pairs - 1e-6);
        return pairs < 3 ? pairs : Math.min(pairs - 1, most);
    }

    /** A phrase, under any name of the public body it names. */
    private static Recall phrase(Clause clause, float boost) {
        List<Recall> any = new ArrayList<>();
        any.add(phrase(clause.units(), boost));
        clause.otherwise().forEach(units -> any.add(phrase(units, boost)));
        return Recall.any(any);
    }

    private static Recall phrase(Units units, float boost) {
        List<String> texts = units.texts();
        if (texts.isEmpty()) {
            return new Recall.Nothing();
        }
        return texts.size() == 1
                ? new Recall.Term("phrases", texts.get(0), boost)
                : new Recall.Phrase("phrases", texts, boost);
    }
}
