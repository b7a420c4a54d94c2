package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.PageTrail.Resume;

/** One query on one view, of which hits are brought part by part, however deep. */
final class PagedSearch {

    /** Elasticsearch counts places up to here; beyond, one goes on from a document. */
    private static final int MAX_PLACE = 10_000;

    private final View view;
    private final Query query;
    private final List<SortOptions> order;
    private final PageTrail<List<FieldValue>> trail;
    private final Map<Integer, List<FieldValue>> known = new HashMap<>();
    private long total = -1;

    PagedSearch(View view, Query query, List<SortOptions> order, PageTrail<List<FieldValue>> trail) {
        this.view = view;
        this.query = query;
        this.order = order;
        this.trail = trail;
        Resume<List<FieldValue>> from = trail.from();
        if (from != null) {
            known.put(from.at(), from.after());
        }
    }

    Query query() {
        return query;
    }

    long total() {
        if (total < 0) {
            total = view.count(query);
        }
        return total;
    }

    /** Those from one place on, counted from 0, in order. */
    List<Hit<Void>> slice(int from, int count) {
        if (count < 1 || (total >= 0 && from >= total)) {
            return List.of();
        }
        SearchRequest.Builder request = request(view, query, order, count);
        List<FieldValue> after = known.get(from);
        if (from > 0 && after != null) {
            request.searchAfter(after);
        } else if (from + count <= MAX_PLACE) {
            request.from(from);
        } else {
            throw new InvalidCursorException("the place this cursor names is not known any more");
        }
        SearchResponse<Void> answer = view.search(request);
        total = View.total(answer);
        List<Hit<Void>> hits = answer.hits().hits();
        if (!hits.isEmpty()) {
            Resume<List<FieldValue>> last =
                    new Resume<>(from + hits.size(), hits.get(hits.size() - 1).sort());
            known.put(last.at(), last.after());
            trail.reached(last);
        }
        return hits;
    }

    /** The request for the first hits. */
    static SearchRequest.Builder request(View view, Query query, List<SortOptions> order, int count) {
        return view.request()
                .query(query)
                .size(count)
                .sort(order)
                .trackTotalHits(track -> track.enabled(true))
                .docvalueFields(fetched -> fetched.field(SubjectFields.FACE));
    }

    /** What came along with a hit. */
    static BytesRef face(Hit<Void> hit) throws IOException {
        JsonData face = hit.fields().get(SubjectFields.FACE);
        if (face == null) {
            throw new IOException("document without its face");
        }
        return new BytesRef(
                Base64.getDecoder().decode(face.toJson().asJsonArray().getString(0)));
    }

    static SortOptions byScore() {
        return SortOptions.of(by -> by.score(score -> score.order(SortOrder.Desc)));
    }

    static SortOptions by(String name) {
        return SortOptions.of(by -> by.field(field -> field.field(name).order(SortOrder.Asc)));
    }

    /** The greatest first, those without a value at the end. */
    static SortOptions byGreatest(String name) {
        return SortOptions.of(
                by -> by.field(field -> field.field(name).order(SortOrder.Desc).missing("_last")));
    }
}
