package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.RecordState;
import org.chengxin.search.recall.TermCounts;

/** The records of one state of the Lucene index. */
final class LuceneRecords implements RecordState {

    private final IndexSearcher searcher;
    private final LuceneTerms terms;
    private final PageTrail<Integer> trail;

    LuceneRecords(Snapshot snapshot, PageTrail<Integer> trail) {
        this.searcher = snapshot.searcher();
        this.trail = trail;
        this.terms = new LuceneTerms(searcher, new Term(SubjectFields.DOC, RecordFields.RECORD));
    }

    @Override
    public TermCounts counts() {
        return terms;
    }

    @Override
    public Answer ask(Recall recall, RecordFilter filter, long now, RecordQuery.Sort order) throws IOException {
        Hits plain = Hits.of(searcher, RecordFilters.under(terms.query(recall.plain()), filter, now));
        Query whole = RecordFilters.under(terms.query(recall), filter, now);
        return new LuceneAnswer(plain, recall.bonus(), whole, order);
    }

    private final class LuceneAnswer implements Answer {

        private final Hits plain;
        private final float bonus;
        private final Query whole;
        private final boolean scored;
        private final Sort order;

        LuceneAnswer(Hits plain, float bonus, Query whole, RecordQuery.Sort by) {
            this.plain = plain;
            this.bonus = bonus;
            this.whole = whole;
            scored = by == RecordQuery.Sort.RELEVANCE;
            String day = by == RecordQuery.Sort.PUBLISHED ? "publishedOn" : "decidedOn";
            SortField newest = new SortedNumericSortField(day, SortField.Type.LONG, true);
            newest.setMissingValue(Long.MIN_VALUE);
            SortField id = new SortField("tie", SortField.Type.STRING);
            order = scored ? new Sort(SortField.FIELD_SCORE, newest, id) : new Sort(newest, id);
        }

        @Override
        public long total() {
            return plain.size();
        }

        @Override
        public List<Found> slice(int from, int count) throws IOException {
            int to = Math.min(plain.size(), from + count);
            if (from >= to) {
                return List.of();
            }
            Hits hits = scored ? scored(to) : plain;
            int[] documents = new PagedHits(searcher, hits, order, trail).slice(from, to - from);
            return Faces.read(
                    searcher,
                    documents,
                    (document, bytes) -> new Found(RecordFields.face(bytes), scored ? hits.score(document) : 0));
        }

        /** Hits with whole scores, the first so many of all among them. */
        private Hits scored(int count) throws IOException {
            if (bonus == 0) {
                return plain;
            }
            Hits first = new BestFirst(searcher, plain, bonus, whole, order).first(count);
            return first == null ? Hits.of(searcher, whole) : first;
        }

        @Override
        public Map<String, List<FacetValue>> facets() throws IOException {
            return Facets.keywords(searcher, plain.documents(), FACETS);
        }
    }
}
