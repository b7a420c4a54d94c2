package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.RecordState;
import org.chengxin.search.recall.TermCounts;

/** The records of one snapshot of the cluster. */
final class ElasticsearchRecords implements RecordState {

    private final View view;
    private final PageTrail<List<FieldValue>> trail;

    /** @param view the state of the records, the snapshot's own or one a cursor has kept */
    ElasticsearchRecords(View view, PageTrail<List<FieldValue>> trail) {
        this.view = view;
        this.trail = trail;
    }

    @Override
    public TermCounts counts() {
        return view;
    }

    @Override
    public Answer ask(Recall recall, RecordFilter filter, long now, RecordQuery.Sort order) {
        Query query = RecordFilters.under(RecallQueries.of(recall), filter, now);
        return new Asked(new PagedSearch(view, query, order(order), trail), order == RecordQuery.Sort.RELEVANCE, now);
    }

    private static List<SortOptions> order(RecordQuery.Sort sort) {
        SortOptions newest = PagedSearch.byGreatest(sort == RecordQuery.Sort.PUBLISHED ? "publishedOn" : "decidedOn");
        SortOptions id = PagedSearch.by("tie");
        return sort == RecordQuery.Sort.RELEVANCE ? List.of(PagedSearch.byScore(), newest, id) : List.of(newest, id);
    }

    private final class Asked implements Answer {

        private final PagedSearch search;
        private final boolean scored;
        private final long now;

        Asked(PagedSearch search, boolean scored, long now) {
            this.search = search;
            this.scored = scored;
            this.now = now;
        }

        @Override
        public long total() {
            return search.total();
        }

        @Override
        public List<Found> slice(int from, int count) throws IOException {
            List<Found> found = new ArrayList<>();
            for (Hit<Void> hit : search.slice(from, count)) {
                Double score = hit.score();
                // a float in decimals is another double
                found.add(new Found(
                        RecordFields.face(PagedSearch.face(hit)), scored && score != null ? score.floatValue() : 0));
            }
            return found;
        }

        @Override
        public Map<String, List<FacetValue>> facets() {
            return Facets.keywords(
                    view.search(Facets.request(view, search.query(), FACETS, List.of(), now))
                            .aggregations(),
                    FACETS);
        }
    }
}
