package org.chengxin.search.lucene;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.text.Divisions;
import org.jspecify.annotations.Nullable;

/** What a record must be beside what was typed. */
final class RecordFilters {

    private RecordFilters() {}

    /** The recall under a filter, as of a moment: nothing past its end of publication. */
    static Query under(Query recall, RecordFilter filter, long now) {
        BooleanQuery.Builder filtered = new BooleanQuery.Builder()
                .add(recall, Occur.MUST)
                .add(LongPoint.newRangeQuery("publicUntil", Long.MIN_VALUE, now), Occur.MUST_NOT);
        if (filter.subjectId() != null) {
            filtered.add(new TermQuery(new Term("subject", filter.subjectId())), Occur.FILTER);
        }
        if (filter.authority() != null) {
            filtered.add(new TermQuery(new Term("authority", filter.authority())), Occur.FILTER);
        }
        SubjectFilters.in(filtered, "type", filter.types());
        SubjectFilters.in(filtered, "polarity", filter.polarities());
        SubjectFilters.in(filtered, "list", filter.lists());
        List<String> places = filter.regions().stream().map(Divisions::prefix).toList();
        SubjectFilters.in(filtered, "regions", places);
        if (filter.validity() != null) {
            Query lapsed = LongPoint.newRangeQuery("inForceUntil", Long.MIN_VALUE, now);
            filtered.add(lapsed, filter.validity() == RecordFilter.Validity.LAPSED ? Occur.FILTER : Occur.MUST_NOT);
        }
        days(filtered, "decidedOn", filter.from(), filter.to());
        days(filtered, "publishedOn", filter.publishedFrom(), filter.publishedTo());
        sums(filtered, filter.leastAmount(), filter.mostAmount());
        return filtered.build();
    }

    private static void days(
            BooleanQuery.Builder filtered, String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null || to != null) {
            long first = from == null ? Long.MIN_VALUE : from.toEpochDay();
            long last = to == null ? Long.MAX_VALUE : to.toEpochDay();
            filtered.add(LongPoint.newRangeQuery(field, first, last), Occur.FILTER);
        }
    }

    private static void sums(BooleanQuery.Builder filtered, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (least != null || most != null) {
            long from = least == null ? Long.MIN_VALUE : RecordFields.fen(least, RoundingMode.CEILING);
            long to = most == null ? Long.MAX_VALUE : RecordFields.fen(most, RoundingMode.FLOOR);
            filtered.add(LongPoint.newRangeQuery("amounts", from, to), Occur.FILTER);
        }
    }
}
