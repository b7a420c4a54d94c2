package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
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
                read.understanding(), read.text(), read.roles(), read.places(), read.code(), read.site(), false);
    }

    List<Suggestion> suggest(int size) throws IOException {
        if (read.isEmpty()) {
            return List.of();
        }
        Starts starts = new Starts(searcher, home, now, CANDIDATES);
        if (read.text().length() > 0) {
            starts.add("names.starts", read.text().text());
        }
        if (read.code() != null) {
            starts.add("codes", read.code());
        }
        if (read.site() != null) {
            starts.add("sites", read.site());
        }
        int[] documents = starts.documents();
        if (documents.length == 0 && read.text().length() > 1) {
            Query strict = new SubjectRecall(searcher, read).strict();
            documents = strict == null
                    ? documents
                    : Hits.of(searcher, SubjectFilters.visible(strict, now).build())
                            .best(CANDIDATES);
        }
        return ranked(documents, size);
    }

    private List<Suggestion> ranked(int[] documents, int size) throws IOException {
        List<Candidate> candidates = Faces.read(searcher, documents, (document, bytes) -> SubjectFace.read(bytes)
                .candidate());
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
