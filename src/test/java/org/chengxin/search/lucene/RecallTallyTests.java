package org.chengxin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.IOConsumer;
import org.chengxin.search.recall.Recall;
import org.junit.jupiter.api.Test;

/** The tally against counting document by document, on random documents. */
class RecallTallyTests {

    private static final int TERMS = 40;

    @Test
    void talliesWhatCountingFinds() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Set<String>> documents = documents(random, 3_000);
        indexed(documents, searcher -> {
            LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
            for (int round = 0; round < 300; round++) {
                Recall recall = random(random, 2);
                Tallied tallied = RecallTally.of(leaf, new LuceneTerms(searcher, new Term("f", "t0")), recall);
                Map<Integer, Float> found = new TreeMap<>();
                for (int i = 0; i < tallied.size(); i++) {
                    assertThat(i == 0 || tallied.documents()[i - 1] < tallied.documents()[i])
                            .as("in order, seed %d", seed)
                            .isTrue();
                    found.put(tallied.documents()[i], tallied.scores()[i]);
                }
                assertThat(found).as("seed %d, %s", seed, recall).isEqualTo(counted(documents, recall));
            }
        });
    }

    /** Where something else leaves few documents, many postings are not read: the same documents and scores all the same. */
    @Test
    void findsTheSameWhereFewDocumentsAreLeft() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Set<String>> documents = documents(random, 40_000);
        indexed(documents, searcher -> {
            searcher.setSimilarity(new BooleanSimilarity());
            for (int round = 0; round < 200; round++) {
                Recall recall = random(random, 0);
                LuceneTerms terms = new LuceneTerms(searcher, new Term("f", "t0"));
                String left = "t" + random.nextInt(TERMS);
                Query few = new BooleanQuery.Builder()
                        .add(new RecallQuery(recall, terms), Occur.MUST)
                        .add(new TermQuery(new Term("f", left)), Occur.FILTER)
                        .build();
                Map<Integer, Float> expected = counted(documents, recall);
                expected.keySet().removeIf(document -> !documents.get(document).contains(left));
                Hits hits = Hits.of(searcher, few);
                Map<Integer, Float> found = new TreeMap<>();
                TopDocs again = searcher.search(hits.query(), documents.size());
                for (ScoreDoc hit : again.scoreDocs) {
                    found.put(hit.doc, hit.score);
                }
                assertThat(found).as("seed %d, %s in %s", seed, recall, left).isEqualTo(expected);
                assertThat(hits.documents())
                        .containsExactly(expected.keySet().stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
            }
        });
    }

    private static void indexed(List<Set<String>> documents, IOConsumer<IndexSearcher> asking) throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, documents);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                asking.accept(new IndexSearcher(reader));
            }
        }
    }

    private static List<Set<String>> documents(Random random, int many) {
        List<Set<String>> documents = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Set<String> terms = new TreeSet<>();
            for (int t = 0; t < TERMS; t++) {
                // from everywhere to hardly anywhere
                if (random.nextInt(1 + t * t) == 0) {
                    terms.add("t" + t);
                }
            }
            documents.add(terms);
        }
        return documents;
    }

    private static void write(ByteBuffersDirectory directory, List<Set<String>> documents) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (Set<String> terms : documents) {
                Document document = new Document();
                terms.forEach(term -> document.add(new StringField("f", term, Field.Store.NO)));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    /** Boosts are small whole numbers, so that sums do not depend on their order. */
    private static Recall random(Random random, int depth) {
        List<Recall> parts = new ArrayList<>();
        int wanted = 1 + random.nextInt(8);
        for (int i = 0; i < wanted; i++) {
            parts.add(
                    depth > 0 && random.nextInt(5) == 0
                            ? random(random, depth - 1)
                            : new Recall.Term("f", "t" + random.nextInt(TERMS + 5), 1 + random.nextInt(4)));
        }
        return new Recall.AtLeast(1 + random.nextInt(wanted), parts);
    }

    private static Map<Integer, Float> counted(List<Set<String>> documents, Recall recall) {
        Map<Integer, Float> found = new TreeMap<>();
        for (int i = 0; i < documents.size(); i++) {
            float score = score(documents.get(i), recall);
            if (score > 0) {
                found.put(i, score);
            }
        }
        return found;
    }

    private static float score(Set<String> terms, Recall recall) {
        if (recall instanceof Recall.Term term) {
            return terms.contains(term.text()) ? term.boost() : 0;
        }
        Recall.AtLeast some = (Recall.AtLeast) recall;
        float sum = 0;
        int count = 0;
        for (Recall part : some.parts()) {
            float score = score(terms, part);
            sum += score;
            count += score > 0 ? 1 : 0;
        }
        return count >= some.needed() ? sum : 0;
    }
}
