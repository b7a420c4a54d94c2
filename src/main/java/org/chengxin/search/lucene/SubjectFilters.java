package org.chengxin.search.lucene;

import java.util.Collection;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.text.Divisions;

/** What a hit must be beside what was typed. */
final class SubjectFilters {

    private SubjectFilters() {}

    /** The recall under the filters of the query, as of a moment. */
    static Query under(Query recall, SubjectQuery query, long now) {
        BooleanQuery.Builder filtered = visible(recall, now);
        in(filtered, "kind", query.kinds());
        in(filtered, "status", query.statuses());
        in(filtered, "regions", query.regions().stream().map(Divisions::prefix).toList());
        inForce(filtered, SubjectFields.LIST_ENDS, query.lists(), now);
        inForce(filtered, SubjectFields.RECORD_ENDS, query.recordTypes(), now);
        return filtered.build();
    }

    static BooleanQuery.Builder visible(Query recall, long now) {
        return new BooleanQuery.Builder()
                .add(recall, Occur.MUST)
                // the few that may not be shown any more, rather than the many that may
                .add(LongPoint.newRangeQuery("visibleUntil", Long.MIN_VALUE, now), Occur.MUST_NOT);
    }

    /** All subjects. */
    static Query all() {
        return new TermQuery(new Term(SubjectFields.DOC, SubjectFields.SUBJECT));
    }

    static void in(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
    }

    private static void inForce(BooleanQuery.Builder query, String prefix, Collection<String> codes, long now) {
        if (codes.isEmpty()) {
            return;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String code : codes) {
            any.add(
                    now == Long.MAX_VALUE
                            ? new MatchAllDocsQuery()
                            : LongPoint.newRangeQuery(prefix + code, now + 1, Long.MAX_VALUE),
                    Occur.SHOULD);
        }
        query.add(any.build(), Occur.FILTER);
    }
}
