package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.text.Divisions;
import org.jspecify.annotations.Nullable;

/** What a record must be beside what was typed. */
final class RecordFilters {

    private RecordFilters() {}

    /** The recall under a filter, as of a moment: nothing past its end of publication. */
    static Query under(Query recall, RecordFilter filter, long now) {
        BoolQuery.Builder filtered =
                new BoolQuery.Builder().must(recall).mustNot(SubjectFilters.endedBy("publicUntil", now));
        if (filter.subjectId() != null) {
            SubjectFilters.in(filtered, "subject", List.of(filter.subjectId()));
        }
        if (filter.authority() != null) {
            SubjectFilters.in(filtered, "authority", List.of(filter.authority()));
        }
        SubjectFilters.in(filtered, "type", filter.types());
        SubjectFilters.in(filtered, "polarity", filter.polarities());
        SubjectFilters.in(filtered, "list", filter.lists());
        SubjectFilters.in(
                filtered,
                "regions",
                filter.regions().stream().map(Divisions::prefix).toList());
        if (filter.validity() == RecordFilter.Validity.LAPSED) {
            filtered.filter(SubjectFilters.endedBy("inForceUntil", now));
        } else if (filter.validity() != null) {
            filtered.mustNot(SubjectFilters.endedBy("inForceUntil", now));
        }
        between(filtered, "decidedOn", day(filter.from()), day(filter.to()));
        between(filtered, "publishedOn", day(filter.publishedFrom()), day(filter.publishedTo()));
        between(
                filtered,
                "amounts",
                filter.leastAmount() == null ? null : RecordFields.fen(filter.leastAmount(), RoundingMode.CEILING),
                filter.mostAmount() == null ? null : RecordFields.fen(filter.mostAmount(), RoundingMode.FLOOR));
        return Query.of(built -> built.bool(filtered.build()));
    }

    private static @Nullable Long day(@Nullable LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }

    private static void between(BoolQuery.Builder filtered, String field, @Nullable Long least, @Nullable Long most) {
        if (least != null || most != null) {
            filtered.filter(filter -> filter.range(range -> range.untyped(among -> {
                among.field(field);
                if (least != null) {
                    among.gte(JsonData.of(least));
                }
                return most == null ? among : among.lte(JsonData.of(most));
            })));
        }
    }
}
