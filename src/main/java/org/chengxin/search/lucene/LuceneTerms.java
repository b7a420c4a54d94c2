package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.TermCounts;

/** Counts terms in one state of the index and turns recall into Lucene's queries; a term counted is not looked up again. */
final class LuceneTerms implements TermCounts {

    private final IndexSearcher searcher;
    private final Term kind;
    private final Map<Term, TermStates> counted = new HashMap<>();

    /** @param kind the term that all documents of the kind asked for have */
    LuceneTerms(IndexSearcher searcher, Term kind) {
        this.searcher = searcher;
        this.kind = kind;
    }

    @Override
    public long documents() throws IOException {
        return Math.max(1, searcher.getIndexReader().docFreq(kind));
    }

    @Override
    public long[] of(List<Recall.Term> terms) throws IOException {
        long[] counts = new long[terms.size()];
        for (int i = 0; i < counts.length; i++) {
            Term term = new Term(terms.get(i).field(), terms.get(i).text());
            TermStates states = counted.get(term);
            if (states == null) {
                states = TermStates.build(searcher, term, true);
                counted.put(term, states);
            }
            counts[i] = states.docFreq();
        }
        return counts;
    }

    Query query(Recall recall) {
        if (recall instanceof Recall.Term wanted) {
            Term term = new Term(wanted.field(), wanted.text());
            TermStates states = counted.get(term);
            return new BoostQuery(states == null ? new TermQuery(term) : new TermQuery(term, states), wanted.boost());
        }
        if (recall instanceof Recall.Start start) {
            return new ConstantScoreQuery(new PrefixQuery(new Term(start.field(), start.start())));
        }
        if (recall instanceof Recall.OneOf one) {
            return new TermInSetQuery(
                    one.field(), one.texts().stream().map(BytesRef::new).toList());
        }
        if (recall instanceof Recall.AtLeast some) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            some.parts().forEach(part -> query.add(query(part), Occur.SHOULD));
            return query.setMinimumNumberShouldMatch(some.needed()).build();
        }
        if (recall instanceof Recall.Unscored unscored) {
            return new ConstantScoreQuery(query(unscored.recall()));
        }
        return recall instanceof Recall.All ? new TermQuery(kind) : new MatchNoDocsQuery();
    }
}
