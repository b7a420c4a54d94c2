package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.lucene.SubjectFields.SubjectFace;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.MatchReading;
import org.chengxin.search.ranking.Matching;
import org.jspecify.annotations.Nullable;

/** Brings the candidates of one match query from one state of the index. */
final class MatchSearch {

    private final Snapshot snapshot;
    private final MatchReading reading;
    private final Matching matching;
    private final long now;
    private final Map<String, Candidate> found = new LinkedHashMap<>();

    MatchSearch(Snapshot snapshot, MatchQuery query, String home, long now) {
        this.snapshot = snapshot;
        this.reading = MatchReading.of(query);
        this.matching = new Matching(query, reading, snapshot.rarity(), home);
        this.now = now;
    }

    MatchAnswer answer(int limit) throws IOException {
        bring(whole());
        SubjectRecall recall = new SubjectRecall(snapshot.searcher(), reading.name());
        bring(recall.direct());
        if (reading.name().hasWords()) {
            bring(recall.strict());
            if (matching.resemblance(List.copyOf(found.values())) < SubjectSearch.GOOD) {
                bring(recall.wide());
            }
        }
        return matching.answer(List.copyOf(found.values()), limit);
    }

    /** Those who have the code, the site or the whole name; null when nothing of these was asked. */
    private @Nullable Query whole() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (reading.code() != null) {
            any.add(new TermQuery(new Term("codes", reading.code())), Occur.SHOULD);
        }
        if (reading.site() != null) {
            any.add(new TermQuery(new Term("sites", reading.site())), Occur.SHOULD);
        }
        List<BytesRef> names = new ArrayList<>();
        reading.wholeNames().forEach(name -> names.add(new BytesRef(name)));
        if (!names.isEmpty()) {
            any.add(new TermInSetQuery("names", names), Occur.SHOULD);
        }
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? null : new ConstantScoreQuery(query);
    }

    private void bring(@Nullable Query recall) throws IOException {
        if (recall == null) {
            return;
        }
        Query visible = SubjectFilters.visible(recall, now).build();
        int[] window = Hits.of(snapshot.searcher(), visible).best(SubjectSearch.WINDOW);
        Faces.read(snapshot.searcher(), window, (document, bytes) -> SubjectFace.read(bytes)
                        .candidate())
                .forEach(candidate -> found.putIfAbsent(candidate.id(), candidate));
    }
}
