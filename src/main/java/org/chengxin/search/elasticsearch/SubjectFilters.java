package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.util.Collection;
import java.util.List;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.text.Divisions;

/** What a hit must be beside what was typed. */
final class SubjectFilters {

    private SubjectFilters() {}

    /** The recall under the filters of the query, as of a moment. */
    static Query under(Query recall, SubjectQuery query, long now) {
        BoolQuery.Builder filtered = visible(recall, now);
        in(filtered, "kind", query.kinds());
        in(filtered, "status", query.statuses());
        in(filtered, "regions", query.regions().stream().map(Divisions::prefix).toList());
        inForce(filtered, SubjectFields.LIST_ENDS, query.lists(), now);
        inForce(filtered, SubjectFields.RECORD_ENDS, query.recordTypes(), now);
        return Query.of(built -> built.bool(filtered.build()));
    }

    static BoolQuery.Builder visible(Query recall, long now) {
        // the few that may not be shown any more, rather than the many that may
        return new BoolQuery.Builder().must(recall).mustNot(endedBy("visibleUntil", now));
    }

    static void in(BoolQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.filter(RecallQueries.terms(field, values.stream().sorted().toList()));
        }
    }

    private static void inForce(BoolQuery.Builder query, String prefix, Collection<String> codes, long now) {
        if (!codes.isEmpty()) {
            List<Query> any = codes.stream()
                    .sorted()
                    .map(code -> after(prefix + code, now))
                    .toList();
            query.filter(filter -> filter.bool(bool -> bool.should(any)));
        }
    }

    /** Whether a moment of the field has come. */
    static Query endedBy(String field, long now) {
        return Query.of(query ->
                query.range(range -> range.untyped(among -> among.field(field).lte(JsonData.of(now)))));
    }

    /** Whether a moment of the field is yet to come. */
    static Query after(String field, long now) {
        return Query.of(query ->
                query.range(range -> range.untyped(among -> among.field(field).gt(JsonData.of(now)))));
    }
}
