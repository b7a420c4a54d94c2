package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.Understanding;
import org.chengxin.search.lucene.RecordFields.RecordFace;
import org.chengxin.search.ranking.Highlights;
import org.chengxin.search.recall.CursorWriter;
import org.chengxin.search.text.DocumentTerms;
import org.chengxin.search.text.TextQuery;
import org.jspecify.annotations.Nullable;

/** Answers one look-up of records on one state of the index. */
final class RecordSearch {

    private static final List<String> FACETS = List.of("type", "polarity", "authority", "year", "region");

    private final IndexSearcher searcher;
    private final RecordQuery query;
    private final Understanding understood;
    private final TextQuery text;
    private final long now;

    RecordSearch(Snapshot snapshot, RecordQuery query, Understanding understood, long now) {
        this.searcher = snapshot.searcher();
        this.query = query;
        this.understood = understood;
        this.text = TextQuery.parse(understood.searched());
        this.now = now;
    }

    SearchPage<RecordHit> page(int offset, int size, CursorWriter cursors) throws IOException {
        Query recall = recall();
        int[] all = recall == null
                ? new int[0]
                : Hits.of(searcher, filtered(recall)).documents();
        List<RecordHit> items = new ArrayList<>();
        if (all.length > offset && recall != null) {
            items.addAll(items(filtered(recall), Math.min(all.length, offset + size), offset));
        }
        int next = offset + items.size();
        return new SearchPage<>(
                items,
                new SearchPage.Total(all.length, SearchPage.Relation.EQ),
                new LinkedHashMap<>(Facets.keywords(searcher, all, FACETS)),
                understood,
                next < all.length && !items.isEmpty() ? cursors.write(next) : null);
    }

    private List<RecordHit> items(Query filtered, int needed, int offset) throws IOException {
        SortField newest = new SortedNumericSortField("decidedOn", SortField.Type.LONG, true);
        newest.setMissingValue(Long.MIN_VALUE);
        SortField id = new SortField("sortId", SortField.Type.STRING);
        boolean scored = !query.text().isBlank() && query.sort() == RecordQuery.Sort.RELEVANCE;
        Sort sort = scored ? new Sort(SortField.FIELD_SCORE, newest, id) : new Sort(newest, id);
        TopFieldDocs top = searcher.search(filtered, new TopFieldCollectorManager(sort, needed, Integer.MAX_VALUE));
        int[] documents = Arrays.stream(top.scoreDocs)
                .skip(offset)
                .mapToInt(hit -> hit.doc)
                .toArray();
        List<RecordFace> faces = Faces.read(searcher, documents, (document, bytes) -> RecordFace.read(bytes));
        Highlights highlights = new Highlights(text);
        List<RecordHit> items = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Object[] keys = ((FieldDoc) top.scoreDocs[offset + i]).fields;
            double score = scored ? (Float) keys[0] : 0;
            items.add(hit(faces.get(i), score, highlights));
        }
        return items;
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

    /** Null when nothing may be searched. */
    private @Nullable Query recall() throws IOException {
        if (query.text().isBlank()) {
            return RecordRecall.all();
        }
        if (understood.searched().isEmpty()) {
            return null;
        }
        if (understood.as() == Understanding.As.DOCUMENT) {
            Query exact = RecordRecall.numbered(understood.searched());
            if (searcher.count(filtered(exact)) > 0) {
                // one number is one decision: what merely shares its words is no hit
                return exact;
            }
        }
        return new RecordRecall(searcher).of(text);
    }

    private Query filtered(Query recall) {
        return RecordFilters.under(recall, query.filter(), now);
    }
}
