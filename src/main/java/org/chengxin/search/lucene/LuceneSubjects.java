package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.ranking.Rarity;
import org.chengxin.search.recall.FacetCounts;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.SubjectFace;
import org.chengxin.search.recall.SubjectState;
import org.chengxin.search.recall.TermCounts;

/** The subjects of one state of the Lucene index; a document is known by its number. */
final class LuceneSubjects implements SubjectState {

    private final StateSearcher searcher;
    private final Rarity rarity;
    private final LuceneTerms terms;

    LuceneSubjects(Snapshot snapshot) {
        this.searcher = (StateSearcher) snapshot.searcher();
        this.rarity = snapshot.rarity();
        this.terms = new LuceneTerms(searcher, new Term(SubjectFields.DOC, SubjectFields.SUBJECT));
    }

    @Override
    public TermCounts counts() {
        return terms;
    }

    @Override
    public Rarity rarity() {
        return rarity;
    }

    @Override
    public Answer ask(Recall recall, SubjectQuery filter, long now, SubjectQuery.Sort order) throws IOException {
        return recall instanceof Recall.All && order != SubjectQuery.Sort.RELEVANCE
                ? new BrowsedAnswer(filter, now, order)
                : asked(recall, filter, now, order);
    }

    private LuceneAnswer asked(Recall recall, SubjectQuery filter, long now, SubjectQuery.Sort order)
            throws IOException {
        Query query = SubjectFilters.under(terms.query(recall), filter, now);
        return new LuceneAnswer(query, Hits.of(searcher, query), order, now);
    }

    /** All subjects under filters, as {@link Browsed} remembers them. */
    private final class BrowsedAnswer implements Answer {

        private final SubjectQuery filter;
        private final long now;
        private final SubjectQuery.Sort order;
        private final Browsed.Kept kept;

        BrowsedAnswer(SubjectQuery filter, long now, SubjectQuery.Sort order) throws IOException {
            this.filter = filter;
            this.now = now;
            this.order = order;
            Browsed.Kept known = searcher.browsed().find(filter, order, now);
            this.kept = known == null ? made() : known;
        }

        private Browsed.Kept made() throws IOException {
            LuceneAnswer answer = asked(new Recall.All(), filter, now, order);
            Stream<String> ends = Stream.concat(searcher.lists().stream(), searcher.records().stream());
            Browsed.Kept made = new Browsed.Kept(
                    now,
                    Browsed.nextEnd(searcher, Stream.concat(Stream.of("visibleUntil"), ends), now),
                    answer.hits.size(),
                    answer.places(Math.min(Browsed.FIRST, answer.hits.size())),
                    Collections.unmodifiableMap(answer.facets()));
            searcher.browsed().keep(filter, order, made);
            return made;
        }

        @Override
        public long total() {
            return kept.total();
        }

        @Override
        public List<SubjectFace> slice(int from, int count) throws IOException {
            int to = Math.min(kept.total(), from + count);
            return to > kept.first().length
                    ? asked(new Recall.All(), filter, now, order).slice(from, count)
                    : from >= to ? List.of() : brought(Arrays.copyOfRange(kept.first(), from, to));
        }

        @Override
        public Map<String, List<FacetValue>> facets() {
            return kept.facets();
        }
    }

    private final class LuceneAnswer implements Answer {

        private final Query query;
        private final Hits hits;
        private final SubjectQuery.Sort order;
        private final long now;

        LuceneAnswer(Query query, Hits hits, SubjectQuery.Sort order, long now) {
            this.query = query;
            this.hits = hits;
            this.order = order;
            this.now = now;
        }

        @Override
        public long total() {
            return hits.size();
        }

        @Override
        public List<SubjectFace> slice(int from, int count) throws IOException {
            int to = Math.min(hits.size(), from + count);
            if (from >= to) {
                return List.of();
            }
            return brought(Arrays.copyOfRange(places(to), from, to));
        }

        private int[] places(int to) throws IOException {
            if (to == 0) {
                return new int[0];
            }
            return order == SubjectQuery.Sort.RELEVANCE ? hits.best(searcher, to) : sorted(to);
        }

        private int[] sorted(int to) throws IOException {
            SortField id = new SortField("tie", SortField.Type.STRING);
            SortField registered = new SortedNumericSortField("registeredOn", SortField.Type.LONG, true);
            registered.setMissingValue(Long.MIN_VALUE);
            Sort sort = order == SubjectQuery.Sort.REGISTERED
                    ? new Sort(registered, id)
                    : new Sort(new SortField("sortName", SortField.Type.STRING), id);
            var top = searcher.search(query, new TopFieldCollectorManager(sort, to, Integer.MAX_VALUE));
            return Arrays.stream(top.scoreDocs).mapToInt(hit -> hit.doc).toArray();
        }

        @Override
        public Map<String, List<FacetValue>> facets() throws IOException {
            return LuceneSubjects.this.facets(hits.documents(), now);
        }
    }

    private List<SubjectFace> brought(int[] documents) throws IOException {
        return Faces.read(searcher, documents, (document, bytes) -> SubjectFields.face(bytes));
    }

    @Override
    public List<SubjectFace> starting(List<Recall.Start> wanted, String home, long now, int most) throws IOException {
        Starts starts = new Starts(searcher, home, now, most);
        for (Recall.Start start : wanted) {
            starts.add(start.field(), start.start());
        }
        return brought(starts.documents());
    }

    private Map<String, List<FacetValue>> facets(int[] documents, long now) throws IOException {
        Map<String, List<FacetValue>> facets =
                new LinkedHashMap<>(Facets.keywords(searcher, documents, FacetCounts.KEYWORDS));
        facets.put(
                FacetCounts.LIST, Facets.inForce(searcher, documents, searcher.lists(), SubjectFields.LIST_ENDS, now));
        facets.put(
                FacetCounts.RECORD_TYPE,
                Facets.inForce(searcher, documents, searcher.records(), SubjectFields.RECORD_ENDS, now));
        return facets;
    }
}
