package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.RecordState;
import org.chengxin.search.recall.TermCounts;

/** The records of one state of the Lucene index. */
final class LuceneRecords implements RecordState {

    private final IndexSearcher searcher;
    private final LuceneTerms terms;

    LuceneRecords(Snapshot snapshot) {
        this.searcher = snapshot.searcher();
        this.terms = new LuceneTerms(searcher, new Term(SubjectFields.DOC, RecordFields.RECORD));
    }

    @Override
    public TermCounts counts() {
        return terms;
    }

    @Override
    public Answer ask(Recall recall, RecordFilter filter, long now, RecordQuery.Sort order) throws IOException {
        Query query = RecordFilters.under(terms.query(recall), filter, now);
        return new LuceneAnswer(Hits.of(searcher, query), order);
    }

    private final class LuceneAnswer implements Answer {

        private final Hits hits;
        private final RecordQuery.Sort order;

        LuceneAnswer(Hits hits, RecordQuery.Sort order) {
            this.hits = hits;
            this.order = order;
        }

        @Override
        public long total() {
            return hits.size();
        }

        @Override
        public List<Found> slice(int from, int count) throws IOException {
            int to = Math.min(hits.size(), from + count);
            if (from >= to) {
                return List.of();
            }
            boolean scored = order == RecordQuery.Sort.RELEVANCE;
            String day = order == RecordQuery.Sort.PUBLISHED ? "publishedOn" : "decidedOn";
            SortField newest = new SortedNumericSortField(day, SortField.Type.LONG, true);
            newest.setMissingValue(Long.MIN_VALUE);
            SortField id = new SortField("tie", SortField.Type.STRING);
            Sort sort = scored ? new Sort(SortField.FIELD_SCORE, newest, id) : new Sort(newest, id);
            TopFieldDocs top = searcher.search(hits.query(), new TopFieldCollectorManager(sort, to, Integer.MAX_VALUE));
            int[] documents = Arrays.stream(top.scoreDocs)
                    .skip(from)
                    .mapToInt(hit -> hit.doc)
                    .toArray();
            List<RecordFace> faces = Faces.read(searcher, documents, (document, bytes) -> RecordFields.face(bytes));
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < documents.length; i++) {
                Object[] keys = ((FieldDoc) top.scoreDocs[from + i]).fields;
                found.add(new Found(faces.get(i), scored ? (Float) keys[0] : 0));
            }
            return found;
        }

        @Override
        public Map<String, List<FacetValue>> facets() throws IOException {
            return Facets.keywords(searcher, hits.documents(), FACETS);
        }
    }
}
