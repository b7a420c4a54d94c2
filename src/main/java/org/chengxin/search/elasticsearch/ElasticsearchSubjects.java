package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.ranking.Rarity;
import org.chengxin.search.recall.FacetCounts;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.SubjectFace;
import org.chengxin.search.recall.SubjectState;
import org.chengxin.search.recall.TermCounts;

/** The subjects of one snapshot of the cluster; each hit brings its face. */
final class ElasticsearchSubjects implements SubjectState {

    /** One letter begins tens of thousands of names: of each shard so many are looked at. */
    private static final long MAX_READ = 20_000;

    private final Snapshot snapshot;
    private final View view;
    private final PageTrail<List<FieldValue>> trail;

    /** For questions that are answered on one page. */
    ElasticsearchSubjects(Snapshot snapshot, View view) {
        this(snapshot, view, new PageTrail<>(null));
    }

    /** @param view the state of the subjects, the snapshot's own or one a cursor has kept */
    ElasticsearchSubjects(Snapshot snapshot, View view, PageTrail<List<FieldValue>> trail) {
        this.snapshot = snapshot;
        this.view = view;
        this.trail = trail;
    }

    @Override
    public TermCounts counts() {
        return view;
    }

    @Override
    public Rarity rarity() {
        return snapshot.rarity();
    }

    @Override
    public Answer ask(Recall recall, SubjectQuery filter, long now, SubjectQuery.Sort order) {
        Query query = SubjectFilters.under(RecallQueries.of(recall), filter, now);
        return new Asked(new PagedSearch(view, query, order(order), trail), now);
    }

    private final class Asked implements Answer {

        private final PagedSearch search;
        private final long now;

        Asked(PagedSearch search, long now) {
            this.search = search;
            this.now = now;
        }

        @Override
        public long total() {
            return search.total();
        }

        @Override
        public List<SubjectFace> slice(int from, int count) throws IOException {
            return brought(search.slice(from, count));
        }

        @Override
        public Map<String, List<FacetValue>> facets() {
            Map<String, Aggregate> counted = view.search(
                            Facets.request(view, search.query(), FacetCounts.KEYWORDS, snapshot.ends(), now))
                    .aggregations();
            Map<String, List<FacetValue>> facets = Facets.keywords(counted, FacetCounts.KEYWORDS);
            facets.put(FacetCounts.LIST, Facets.ends(counted, SubjectFields.LIST_ENDS));
            facets.put(FacetCounts.RECORD_TYPE, Facets.ends(counted, SubjectFields.RECORD_ENDS));
            return facets;
        }
    }

    static List<SortOptions> order(SubjectQuery.Sort sort) {
        SortOptions first =
                switch (sort) {
                    case RELEVANCE -> PagedSearch.byScore();
                    case NAME -> PagedSearch.by("sortName");
                    case REGISTERED -> PagedSearch.byGreatest("registeredOn");
                };
        return List.of(first, PagedSearch.by("tie"));
    }

    private static List<SubjectFace> brought(List<Hit<Void>> hits) throws IOException {
        List<SubjectFace> brought = new ArrayList<>();
        for (Hit<Void> hit : hits) {
            brought.add(SubjectFields.face(PagedSearch.face(hit)));
        }
        return brought;
    }

    @Override
    public List<SubjectFace> starting(List<Recall.Start> starts, String home, long now, int wanted) throws IOException {
        if (starts.isEmpty()) {
            return List.of();
        }
        SearchRequest.Builder request = PagedSearch.request(
                        view, starting(starts, home, now), order(SubjectQuery.Sort.RELEVANCE), wanted)
                .terminateAfter(MAX_READ)
                .trackTotalHits(track -> track.enabled(false));
        return brought(view.search(request).hits().hits());
    }

    /** Those of the portal's own region score 1, others 0. */
    private static Query starting(List<Recall.Start> starts, String home, long now) {
        List<Query> any = starts.stream().map(RecallQueries::of).toList();
        BoolQuery.Builder query = new BoolQuery.Builder()
                .filter(filter -> filter.bool(bool -> bool.should(any)))
                .mustNot(SubjectFilters.endedBy("visibleUntil", now));
        if (!home.isEmpty()) {
            query.should(RecallQueries.of(new Recall.Start("region", home)));
        }
        return Query.of(built -> built.bool(query.build()));
    }
}
