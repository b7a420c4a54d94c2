package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SpanQuery;
import java.util.Collection;
import java.util.List;
import org.chengxin.search.recall.Recall;

/** Recall as queries. All fields have the similarity {@code boolean}: a term scores its boost, whatever the statistics. */
final class RecallQueries {

    static final Query ALL = Query.of(query -> query.matchAll(all -> all));

    private RecallQueries() {}

    static Query of(Recall recall) {
        if (recall instanceof Recall.Term term) {
            return term(term.field(), term.text(), term.boost());
        }
        if (recall instanceof Recall.Start start) {
            return start(start.field(), start.start());
        }
        if (recall instanceof Recall.OneOf one) {
            return terms(one.field(), one.texts());
        }
        if (recall instanceof Recall.AtLeast some) {
            List<Query> parts = some.parts().stream().map(RecallQueries::of).toList();
            String needed = Integer.toString(some.needed());
            return Query.of(query -> query.bool(bool -> bool.should(parts).minimumShouldMatch(needed)));
        }
        if (recall instanceof Recall.Phrase phrase) {
            return phrase(phrase);
        }
        if (recall instanceof Recall.Narrowed narrowed) {
            Query must = of(narrowed.recall());
            List<Query> better =
                    narrowed.better().stream().map(RecallQueries::of).toList();
            List<Query> without =
                    narrowed.without().stream().map(RecallQueries::of).toList();
            return Query.of(
                    query -> query.bool(bool -> bool.must(must).should(better).mustNot(without)));
        }
        if (recall instanceof Recall.Unscored inner) {
            return unscored(of(inner.recall()));
        }
        return recall instanceof Recall.All ? ALL : Query.of(query -> query.matchNone(none -> none));
    }

    private static Query term(String field, String text, float boost) {
        return Query.of(query -> query.term(
                term -> term.field(field).value(DocumentJson.wellFormed(text)).boost(boost)));
    }

    /** The terms as they are: a query for text would have them analysed once more. */
    private static Query phrase(Recall.Phrase phrase) {
        List<SpanQuery> terms = phrase.texts().stream()
                .map(text -> SpanQuery.of(
                        span -> span.spanTerm(term -> term.field(phrase.field()).value(DocumentJson.wellFormed(text)))))
                .toList();
        return Query.of(query -> query.constantScore(constant -> constant.boost(phrase.boost())
                .filter(filter -> filter.spanNear(
                        near -> near.clauses(terms).inOrder(true).slop(0)))));
    }

    private static Query start(String field, String start) {
        return Query.of(query -> query.prefix(prefix -> prefix.field(field).value(DocumentJson.wellFormed(start))));
    }

    static Query terms(String field, Collection<String> texts) {
        List<FieldValue> values =
                texts.stream().map(DocumentJson::wellFormed).map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(among -> among.value(values))));
    }

    private static Query unscored(Query filter) {
        return Query.of(query -> query.constantScore(constant -> constant.filter(filter)));
    }
}
