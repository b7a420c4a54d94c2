package org.chengxin.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.Understanding;
import org.chengxin.search.lucene.RecordFields.RecordFace;
import org.chengxin.search.ranking.Highlights;
import org.chengxin.search.recall.CursorWriter;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.WeighedTerms;
import org.chengxin.search.text.Divisions;
import org.chengxin.search.text.DocumentTerms;
import org.jspecify.annotations.Nullable;

/** Answers one look-up of records on one state of the index. */
final class RecordSearch {

    /** Words tell more than the pairs they are made of; both are asked for, three quarters must be there. */
    private static final double SHARE = 0.75;
    /** A word in the title is what the record is about. */
    private static final float TITLE = 1.5f;
    /** A document number names one decision. */
    private static final float NUMBER = 1_000;

    private static final List<String> FACETS = List.of("type", "authority", "year");

    private final IndexSearcher searcher;
    private final RecordQuery query;
    private final Understanding understood;
    private final long now;

    RecordSearch(Snapshot snapshot, RecordQuery query, Understanding understood, long now) {
        this.searcher = snapshot.searcher();
        this.query = query;
        this.understood = understood;
        this.now = now;
    }

    SearchPage<RecordHit> page(int offset, int size, CursorWriter cursors) throws IOException {
        Query recall = recall();
        int[] all = recall == null
                ? new int[0]
                : Hits.of(searcher, filtered(recall)).documents();
        Set<String> terms = new HashSet<>(words());
        List<RecordHit> items = new ArrayList<>();
        if (all.length > offset && recall != null) {
            items.addAll(items(filtered(recall), Math.min(all.length, offset + size), offset, terms));
        }
        int next = offset + items.size();
        return new SearchPage<>(
                items,
                new SearchPage.Total(all.length, SearchPage.Relation.EQ),
                new LinkedHashMap<>(facets(all)),
                understood,
                next < all.length && !items.isEmpty() ? cursors.write(next) : null);
    }

    private List<RecordHit> items(Query filtered, int needed, int offset, Set<String> terms) throws IOException {
        SortField newest = new SortedNumericSortField("decidedOn", SortField.Type.LONG, true);
        newest.setMissingValue(Long.MIN_VALUE);
        SortField id = new SortField("sortId", SortField.Type.STRING);
        boolean browse = query.text().isBlank();
        Sort sort = browse ? new Sort(newest, id) : new Sort(SortField.FIELD_SCORE, newest, id);
        TopFieldDocs top = searcher.search(filtered, new TopFieldCollectorManager(sort, needed, Integer.MAX_VALUE));
        int[] documents = Arrays.stream(top.scoreDocs)
                .skip(offset)
                .mapToInt(hit -> hit.doc)
                .toArray();
        List<RecordFace> faces = Faces.read(searcher, documents, (document, bytes) -> RecordFace.read(bytes));
        List<RecordHit> items = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Object[] keys = ((FieldDoc) top.scoreDocs[offset + i]).fields;
            double score = browse ? 0 : (Float) keys[0];
            items.add(hit(faces.get(i), score, terms));
        }
        return items;
    }

    private RecordHit hit(RecordFace face, double score, Set<String> terms) {
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
                Highlights.of(face.title(), terms));
    }

    private boolean isExact(@Nullable String documentNumber) {
        return documentNumber != null
                && !understood.searched().isEmpty()
                && DocumentTerms.number(documentNumber).equals(DocumentTerms.number(understood.searched()));
    }

    private Collection<String> words() {
        return query.text().isBlank() ? List.of() : RecordFields.TEMPLATE.terms("body", understood.searched());
    }

    private @Nullable Query recall() throws IOException {
        if (query.text().isBlank()) {
            return new TermQuery(new Term(SubjectFields.DOC, RecordFields.RECORD));
        }
        if (understood.searched().isEmpty()) {
            return null;
        }
        String number = RecordFields.TEMPLATE
                .terms("documentNumber", understood.searched())
                .iterator()
                .next();
        Term numbered = new Term("documentNumber", number);
        if (understood.as() == Understanding.As.DOCUMENT) {
            TermQuery exact = new TermQuery(numbered);
            if (searcher.count(filtered(exact)) > 0) {
                // one number is one decision: what merely shares its words is no hit
                return exact;
            }
        }
        Collection<String> words = words();
        LuceneTerms terms = new LuceneTerms(searcher, new Term(SubjectFields.DOC, RecordFields.RECORD));
        Recall body = new WeighedTerms(terms, true).add("body", words, 1).build(SHARE);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new BoostQuery(new TermQuery(numbered), NUMBER), Occur.SHOULD);
        if (body != null) {
            any.add(terms.query(body), Occur.SHOULD);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        Recall title = new WeighedTerms(terms, true).add("title", words, TITLE).build(SHARE);
        if (title != null) {
            query.add(terms.query(title), Occur.SHOULD);
        }
        return query.build();
    }

    private Query filtered(Query recall) {
        BooleanQuery.Builder filtered = new BooleanQuery.Builder()
                .add(recall, Occur.MUST)
                .add(LongPoint.newRangeQuery("publicUntil", Long.MIN_VALUE, now), Occur.MUST_NOT);
        if (query.subjectId() != null) {
            filtered.add(new TermQuery(new Term("subject", query.subjectId())), Occur.FILTER);
        }
        if (query.authority() != null) {
            filtered.add(new TermQuery(new Term("authority", query.authority())), Occur.FILTER);
        }
        SubjectFilters.in(filtered, "type", query.types());
        SubjectFilters.in(filtered, "list", query.lists());
        SubjectFilters.in(
                filtered,
                "regions",
                query.regions().stream().map(Divisions::prefix).toList());
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from != null || to != null) {
            filtered.add(
                    LongPoint.newRangeQuery(
                            "decidedOn",
                            from == null ? Long.MIN_VALUE : from.toEpochDay(),
                            to == null ? Long.MAX_VALUE : to.toEpochDay()),
                    Occur.FILTER);
        }
        return filtered.build();
    }

    private Map<String, List<SearchPage.FacetValue>> facets(int[] documents) throws IOException {
        return Facets.keywords(searcher, documents, FACETS);
    }
}
