package org.chengxin.search.recall;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.Understanding;
import org.chengxin.search.ranking.Highlights;
import org.chengxin.search.recall.RecordState.RecordFace;
import org.chengxin.search.text.DocumentTerms;
import org.chengxin.search.text.TextQuery;
import org.jspecify.annotations.Nullable;

/** Answers one look-up of records on one state of the index. */
public final class RecordSearch {

    private final RecordState state;
    private final RecordQuery query;
    private final Understanding understood;
    private final TextQuery text;
    private final long now;

    /**
     * Begins a look-up.
     *
     * @param understood what the text of the query was taken for
     * @param now epoch milliseconds
     */
    public RecordSearch(RecordState state, RecordQuery query, Understanding understood, long now) {
        this.state = state;
        this.query = query;
        this.understood = understood;
        this.text = TextQuery.parse(understood.searched());
        this.now = now;
    }

    /** A page of hits, from a place counted from 0. */
    public SearchPage<RecordHit> page(int offset, int size, CursorWriter cursors) throws IOException {
        RecordState.Answer answer = find();
        Highlights highlights = new Highlights(text);
        List<RecordHit> items = answer.slice(offset, size).stream()
                .map(found -> hit(found.face(), found.score(), highlights))
                .toList();
        int next = offset + items.size();
        long total = answer.total();
        return new SearchPage<>(
                items,
                new SearchPage.Total(total, SearchPage.Relation.EQ),
                new LinkedHashMap<>(answer.facets()),
                understood,
                next < total && !items.isEmpty() ? cursors.write(next) : null);
    }

    private RecordHit hit(RecordFace face, double score, Highlights highlights) {
        return new RecordHit(
                face.id(),
                face.subjectId(),
                face.subjectName(),
                face.type(),
                face.title(),
                face.authority(),
                face.documentNumber(),
                face.decidedOn(),
                face.publishedOn(),
                isExact(face.documentNumber()),
                score,
                highlights.title(face.title()),
                highlights.snippets(face.passages(), face.title()));
    }

    private boolean isExact(@Nullable String documentNumber) {
        return documentNumber != null
                && !understood.searched().isEmpty()
                && DocumentTerms.number(documentNumber).equals(DocumentTerms.number(understood.searched()));
    }

    private RecordState.Answer find() throws IOException {
        if (query.text().isBlank()) {
            boolean published = query.sort() == RecordQuery.Sort.PUBLISHED;
            return ask(new Recall.All(), published ? query.sort() : RecordQuery.Sort.NEWEST);
        }
        if (understood.searched().isEmpty()) {
            // nothing that may be searched
            return ask(new Recall.Nothing(), query.sort());
        }
        if (understood.as() == Understanding.As.DOCUMENT) {
            RecordState.Answer exact = ask(RecordRecall.numbered(understood.searched()), query.sort());
            if (exact.total() > 0) {
                // one number is one decision: what merely shares its words is no hit
                return exact;
            }
        }
        return ask(new RecordRecall(state.counts()).of(text), query.sort());
    }

    private RecordState.Answer ask(Recall recall, RecordQuery.Sort order) throws IOException {
        return state.ask(recall, query.filter(), now, order);
    }
}
