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
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.ranking.Rarity;
import org.chengxin.search.recall.FacetCounts;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.PageTrail.Resume;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.SubjectFace;
import org.chengxin.search.recall.SubjectState;
import org.chengxin.search.recall.TermCounts;

/** The subjects of one state of the Lucene index; a document is known by its number. */
final class LuceneSubjects implements SubjectState {

    private final StateSearcher searcher;
    private final Rarity rarity;
    private final LuceneTerms terms;
    private final PageTrail<Integer> trail;

    /** For questions that are answered on one page. */
    LuceneSubjects(Snapshot snapshot) {
        this(snapshot, new PageTrail<>(null));
    }

    LuceneSubjects(Snapshot snapshot, PageTrail<Integer> trail) {
        this.trail = trail;
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
        return new LuceneAnswer(Hits.of(searcher, query), order, now);
    }

    private static Sort sort(SubjectQuery.Sort order) {
        if (order == SubjectQuery.Sort.RELEVANCE) {
            return Best.ORDER;
        }
        SortField id = new SortField("tie", SortField.Type.STRING);
        SortField registered = new SortedNumericSortField("registeredOn", SortField.Type.LONG, true);
        registered.setMissingValue(Long.MIN_VALUE);
        return order == SubjectQuery.Sort.REGISTERED
                ? new Sort(registered, id)
                : new Sort(new SortField("sortName", SortField.Type.STRING), id);
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
                    answer.paged.slice(0, Browsed.FIRST),
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
            if (to > kept.first().length) {
                return asked(new Recall.All(), filter, now, order).slice(from, count);
            }
            if (from >= to) {
                return List.of();
            }
            trail.reached(new Resume<>(to, kept.first()[to - 1]));
            return brought(Arrays.copyOfRange(kept.first(), from, to));
        }

        @Override
        public Map<String, List<FacetValue>> facets() {
            return kept.facets();
        }
    }

    private final class LuceneAnswer implements Answer {

        private final Hits hits;
        private final PagedHits paged;
        private final long now;

        LuceneAnswer(Hits hits, SubjectQuery.Sort order, long now) {
            this.hits = hits;
            this.paged = new PagedHits(searcher, hits, sort(order), trail);
            this.now = now;
        }

        @Override
        public long total() {
            return hits.size();
        }

        @Override
        public List<SubjectFace> slice(int from, int count) throws IOException {
            return brought(paged.slice(from, count));
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
