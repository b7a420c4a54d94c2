package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.WeighedTerms;
import org.chengxin.search.text.AuthorityNames.Named;
import org.chengxin.search.text.DocumentTerms;
import org.chengxin.search.text.TextQuery;
import org.chengxin.search.text.TextQuery.Clause;
import org.chengxin.search.text.Units;

/** The full text of a look-up as a query: which records say it, and how much they are about it. */
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

    private final LuceneTerms terms;

    RecordRecall(IndexSearcher searcher) {
        terms = new LuceneTerms(searcher, new Term(SubjectFields.DOC, RecordFields.RECORD));
    }

    /** Records with a document number, however it is written. */
    static Query numbered(String number) {
        return new TermQuery(
                new Term("documentNumber", DocumentTerms.number(number).get(0)));
    }

    /** Records that a query wants; all records where it only says what is not wanted. */
    Query of(TextQuery text) throws IOException {
        List<Query> words = new ArrayList<>();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean wanted = false;
        for (Clause clause : text.clauses()) {
            wanted |= clause.wanted();
            if (clause.excluded()) {
                query.add(phrase(clause), Occur.MUST_NOT);
            } else if (clause.phrase()) {
                query.add(new BoostQuery(phrase(clause), TOGETHER), Occur.MUST);
            } else {
                words.add(word(clause));
            }
            if (clause.wanted()) {
                title(query, clause.units());
            }
        }
        if (!wanted) {
            query.add(all(), Occur.MUST);
        }
        if (words.size() <= ALL_OF) {
            words.forEach(word -> query.add(word, Occur.MUST));
        } else {
            BooleanQuery.Builder most = new BooleanQuery.Builder();
            words.forEach(word -> most.add(word, Occur.SHOULD));
            most.setMinimumNumberShouldMatch((int) Math.ceil(SHARE * words.size()));
            query.add(most.build(), Occur.MUST);
        }
        return query.build();
    }

    static Query all() {
        return new TermQuery(new Term(SubjectFields.DOC, RecordFields.RECORD));
    }

    /** A word; where it names a public body, its other names do as well, with whatever else the word says. */
    private Query word(Clause clause) throws IOException {
        Query word = word(clause.units());
        Named body = clause.body();
        if (body == null) {
            return word;
        }
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        body.names().forEach(name -> names.add(phrase(Units.of(name)), Occur.SHOULD));
        BooleanQuery.Builder otherwise = new BooleanQuery.Builder().add(names.build(), Occur.MUST);
        for (String rest : List.of(body.before(), body.after())) {
            if (!rest.isEmpty()) {
                otherwise.add(word(Units.of(rest)), Occur.MUST);
            }
        }
        return new BooleanQuery.Builder()
                .add(word, Occur.SHOULD)
                .add(otherwise.build(), Occur.SHOULD)
                .build();
    }

    /**
     * A word: enough of its pairs, for long ones are written in other ways too (虚假宣传, 虚假的商业宣传); or a number. As it
     * stands it counts most.
     */
    private Query word(Units units) throws IOException {
        Recall pairs = new WeighedTerms(terms, true)
                .add("body", units.pairs(), 1)
                .add("phrases", units.loners(), 1)
                .buildStrictly(RecordRecall::enough);
        BooleanQuery.Builder any =
                new BooleanQuery.Builder().add(new BoostQuery(numbered(units.source()), NUMBER), Occur.SHOULD);
        return pairs == null
                ? any.build()
                : any.add(said(units, terms.query(pairs)), Occur.SHOULD).build();
    }

    private Query said(Units units, Query pairs) throws IOException {
        BooleanQuery.Builder said = new BooleanQuery.Builder().add(pairs, Occur.MUST);
        if (units.size() > 1) {
            said.add(new BoostQuery(phrase(units), TOGETHER), Occur.SHOULD);
        }
        Set<String> whole = new LinkedHashSet<>(DocumentTerms.words(units.source()));
        whole.removeAll(units.pairs());
        Recall more = new WeighedTerms(terms, false).add("body", whole, 1).buildWithout(whole.size());
        return more == null
                ? said.build()
                : said.add(terms.query(more), Occur.SHOULD).build();
    }

    /** How many of so many pairs must be there: of three or more one may be missing, of many a quarter. */
    private static int enough(int pairs) {
        int most = (int) Math.ceil(SHARE * pairs - 1e-6);
        return pairs < 3 ? pairs : Math.min(pairs - 1, most);
    }

    private void title(BooleanQuery.Builder query, Units units) throws IOException {
        Recall title =
                new WeighedTerms(terms, true).add("title", units.pairs(), TITLE).buildStrictly(RecordRecall::enough);
        if (title != null) {
            query.add(terms.query(title), Occur.SHOULD);
        }
    }

    /** A phrase, under any name of the public body it names. */
    private static Query phrase(Clause clause) {
        Query asTyped = phrase(clause.units());
        if (clause.body() == null) {
            return asTyped;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(asTyped, Occur.SHOULD);
        clause.otherwise().forEach(units -> any.add(phrase(units), Occur.SHOULD));
        return any.build();
    }

    private static Query phrase(Units units) {
        List<String> texts = units.texts();
        if (texts.isEmpty()) {
            return new MatchNoDocsQuery("a phrase without a letter or digit");
        }
        return texts.size() == 1
                ? new TermQuery(new Term("phrases", texts.get(0)))
                : new PhraseQuery("phrases", texts.toArray(String[]::new));
    }
}
