package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.recall.FacetCounts;

/** Counts the values of facets over given documents. */
final class Facets {

    private Facets() {}

    /** Counts of keyword fields, facet name to values; documents in ascending order. */
    static Map<String, List<FacetValue>> keywords(IndexSearcher searcher, int[] documents, List<String> fields)
            throws IOException {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        for (String field : fields) {
            Map<String, Long> counts = new HashMap<>();
            eachLeaf(searcher, documents, (leaf, base, from, to) -> {
                SortedDocValues values = DocValues.getSorted(leaf, field);
                if (to - from < values.getValueCount()) {
                    few(values, documents, base, from, to, counts);
                } else {
                    many(values, documents, base, from, to, counts);
                }
            });
            facets.put(field, FacetCounts.ordered(counts));
        }
        return facets;
    }

    /** A look-up has few documents where a field may have thousands of values. */
    private static void few(
            SortedDocValues values, int[] documents, int base, int from, int to, Map<String, Long> counts)
            throws IOException {
        int[] ords = new int[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (values.advanceExact(documents[i] - base)) {
                ords[size++] = values.ordValue();
            }
        }
        Arrays.sort(ords, 0, size);
        for (int i = 0, next; i < size; i = next) {
            next = i + 1;
            while (next < size && ords[next] == ords[i]) {
                next++;
            }
            add(counts, values, ords[i], next - i);
        }
    }

    /** Browsing has many documents of few values. */
    private static void many(
            SortedDocValues values, int[] documents, int base, int from, int to, Map<String, Long> counts)
            throws IOException {
        int[] perValue = new int[values.getValueCount()];
        for (int i = from; i < to; i++) {
            if (values.advanceExact(documents[i] - base)) {
                perValue[values.ordValue()]++;
            }
        }
        for (int ord = 0; ord < perValue.length; ord++) {
            if (perValue[ord] > 0) {
                add(counts, values, ord, perValue[ord]);
            }
        }
    }

    private static void add(Map<String, Long> counts, SortedDocValues values, int ord, long count) throws IOException {
        counts.merge(values.lookupOrd(ord).utf8ToString(), count, Long::sum);
    }

    /** Counts of documents that have an end after {@code now} in the fields of a prefix. */
    static List<FacetValue> inForce(
            IndexSearcher searcher, int[] documents, Set<String> fields, String prefix, long now) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (String field : fields) {
            eachLeaf(searcher, documents, (leaf, base, from, to) -> {
                SortedNumericDocValues values = leaf.getSortedNumericDocValues(field);
                if (values == null) {
                    return;
                }
                long count = 0;
                int at = values.nextDoc();
                for (int i = from; i < to && at != SortedNumericDocValues.NO_MORE_DOCS; i++) {
                    int document = documents[i] - base;
                    if (at < document) {
                        at = values.advance(document);
                    }
                    if (at == document && inForce(values, now) > 0) {
                        count++;
                    }
                }
                if (count > 0) {
                    counts.merge(field.substring(prefix.length()), count, Long::sum);
                }
            });
        }
        return FacetCounts.ordered(counts);
    }

    /** Number of ends after {@code now} of the document the values stand at. */
    private static int inForce(SortedNumericDocValues values, long now) throws IOException {
        int count = 0;
        for (int i = values.docValueCount(); i > 0; i--) {
            if (values.nextValue() > now) {
                count++;
            }
        }
        return count;
    }

    /** Names of the fields of a prefix in any leaf. */
    static Set<String> fields(IndexReader reader, String prefix) {
        Set<String> fields = new TreeSet<>();
        for (LeafReaderContext context : reader.leaves()) {
            for (FieldInfo info : context.reader().getFieldInfos()) {
                if (info.name.startsWith(prefix)) {
                    fields.add(info.name);
                }
            }
        }
        return fields;
    }

    private interface LeafCount {
        void count(LeafReader leaf, int base, int from, int to) throws IOException;
    }

    private static void eachLeaf(IndexSearcher searcher, int[] documents, LeafCount work) throws IOException {
        int from = 0;
        for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
            int end = context.docBase + context.reader().maxDoc();
            int to = from;
            while (to < documents.length && documents[to] < end) {
                to++;
            }
            if (to > from) {
                work.count(context.reader(), context.docBase, from, to);
            }
            from = to;
        }
    }
}
