package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.chengxin.search.Suggestion;
import org.chengxin.search.lucene.SubjectFields.SubjectFace;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.Ranked;
import org.chengxin.search.ranking.Ranker;
import org.chengxin.search.ranking.ReadQuery;

/**
 * Offers subjects while one types: by the beginning of name or brand, in characters, pinyin or initials, or of a code;
 * local ones before others. Knows nothing of representatives or records.
 */
final class SuggestSearch {

    /** Enough to rank well for the few shown, few enough to be done within milliseconds. */
    private static final int CANDIDATES = 150;
    /** A suggestion that agrees less than this would surprise. */
    private static final double OFFERED = 0.5;

    private final IndexSearcher searcher;
    private final Snapshot snapshot;
    private final ReadQuery read;
    private final String home;
    private final long now;

    SuggestSearch(Snapshot snapshot, ReadQuery read, String home, long now) {
        this.snapshot = snapshot;
        this.searcher = snapshot.searcher();
        this.read = withoutPerson(read);
        this.home = home;
        this.now = now;
    }

    private static ReadQuery withoutPerson(ReadQuery read) {
        return new ReadQuery(
                read.understanding(), read.text(), read.roles(), read.regions(), read.code(), read.site(), false);
    }

    List<Suggestion> suggest(int size) throws IOException {
        if (read.isEmpty()) {
            return List.of();
        }
        Set<Integer> documents = new LinkedHashSet<>();
        Query starts = starts();
        if (!home.isEmpty()) {
            collect(
                    new BooleanQuery.Builder()
                            .add(starts, Occur.FILTER)
                            .add(new TermQuery(new Term("regions", home)), Occur.FILTER)
                            .build(),
                    documents);
        }
        collect(starts, documents);
        if (documents.isEmpty() && read.text().length() > 1) {
            SubjectRecall recall = new SubjectRecall(searcher, read);
            Query strict = recall.strict();
            if (strict != null) {
                Hits hits =
                        Hits.of(searcher, SubjectFilters.visible(strict, now).build());
                Arrays.stream(hits.best(CANDIDATES)).forEach(documents::add);
            }
        }
        return ranked(documents, size);
    }

    private Query starts() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (read.text().length() > 0) {
            any.add(new PrefixQuery(new Term("names.starts", read.text().text())), Occur.SHOULD);
        }
        if (read.code() != null) {
            any.add(new PrefixQuery(new Term("codes", read.code())), Occur.SHOULD);
        }
        if (read.site() != null) {
            any.add(new PrefixQuery(new Term("sites", read.site())), Occur.SHOULD);
        }
        return any.build();
    }

    private void collect(Query query, Set<Integer> documents) throws IOException {
        if (documents.size() >= CANDIDATES) {
            return;
        }
        Query visible =
                new ConstantScoreQuery(SubjectFilters.visible(query, now).build());
        searcher.search(visible, new SimpleCollector() {
            private int base;

            @Override
            protected void doSetNextReader(LeafReaderContext context) {
                base = context.docBase;
                if (documents.size() >= CANDIDATES) {
                    throw new CollectionTerminatedException();
                }
            }

            @Override
            public void collect(int document) {
                documents.add(base + document);
                if (documents.size() >= CANDIDATES) {
                    throw new CollectionTerminatedException();
                }
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        });
    }

    private List<Suggestion> ranked(Set<Integer> documents, int size) throws IOException {
        int[] all = documents.stream().mapToInt(Integer::intValue).toArray();
        List<Candidate> candidates = Faces.read(
                searcher, all, (document, bytes) -> SubjectFace.read(bytes).candidate());
        List<Suggestion> suggestions = new ArrayList<>();
        for (Ranked ranked : new Ranker(read, snapshot.rarity(), home).rank(candidates)) {
            if (suggestions.size() == size || ranked.score() < OFFERED) {
                break;
            }
            Candidate candidate = ranked.candidate();
            suggestions.add(new Suggestion(
                    candidate.id(), candidate.name(), candidate.uscc(), candidate.region(), ranked.highlight()));
        }
        return suggestions;
    }
}
