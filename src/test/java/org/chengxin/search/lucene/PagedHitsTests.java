package org.chengxin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.PageTrail.Resume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hits in an order, walked from page to page, or the first of them alone, against all of them put in order at once. */
class PagedHitsTests {

    /** More than places are counted. */
    private static final int DOCUMENTS = 10_400;

    /** In how many of a hundred documents a word is that makes them better. */
    private static final int[] SHARES = {0, 1, 50, 99, 100};

    private static final Query QUERY = new BooleanQuery.Builder()
            .add(new MatchAllDocsQuery(), Occur.MUST)
            .add(new BoostQuery(new TermQuery(new Term("word", "w1")), 2), Occur.SHOULD)
            .add(new BoostQuery(new TermQuery(new Term("word", "w2")), 0.5f), Occur.SHOULD)
            .build();

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ByteBuffersDirectory folder = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeEach
    void index() throws IOException {
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                document.add(new StringField("word", "w" + random.nextInt(4), Field.Store.NO));
                for (int share : SHARES) {
                    if (random.nextInt(100) < share) {
                        document.add(new StringField("better", "b" + share, Field.Store.NO));
                    }
                }
                document.add(new SortedDocValuesField("tie", new BytesRef(Integer.toString(i, 36))));
                if (random.nextInt(5) > 0) {
                    document.add(new SortedNumericDocValuesField("day", random.nextInt(50)));
                }
                writer.addDocument(document);
                if (random.nextInt(DOCUMENTS / 4) == 0) {
                    // another segment
                    writer.commit();
                }
            }
        }
        reader = DirectoryReader.open(folder);
        searcher = new IndexSearcher(reader);
        // scores are sums of boosts, as in the portal's index
        searcher.setSimilarity(new BooleanSimilarity());
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        folder.close();
    }

    private static List<Sort> orders() {
        SortField newest = new SortedNumericSortField("day", SortField.Type.LONG, true);
        newest.setMissingValue(Long.MIN_VALUE);
        SortField id = new SortField("tie", SortField.Type.STRING);
        return List.of(Best.ORDER, new Sort(newest, id), new Sort(SortField.FIELD_SCORE, newest, id));
    }

    private List<Integer> all(Query query, Sort order) throws IOException {
        List<Integer> all = new ArrayList<>();
        var manager = new TopFieldCollectorManager(order, DOCUMENTS, Integer.MAX_VALUE);
        for (var hit : searcher.search(query, manager).scoreDocs) {
            all.add(hit.doc);
        }
        return all;
    }

    private PagedHits paged(Sort order, PageTrail<Integer> trail) throws IOException {
        return new PagedHits(searcher, Hits.of(searcher, QUERY), order, trail);
    }

    @Test
    void pagesOneAfterTheOtherAreAllHitsInOrder() throws IOException {
        for (Sort order : orders()) {
            List<Integer> all = all(QUERY, order);
            List<Integer> walked = new ArrayList<>();
            PageTrail<Integer> trail = new PageTrail<>(null);
            while (walked.size() < DOCUMENTS) {
                // each page is another request
                int size = 1 + random.nextInt(2_000);
                for (int document : paged(order, trail).slice(walked.size(), size)) {
                    walked.add(document);
                }
                trail = new PageTrail<>(trail.reached());
            }
            assertThat(walked).as("seed %d, %s", seed, order).isEqualTo(all);
            assertThat(paged(order, trail).slice(DOCUMENTS, 10)).isEmpty();
        }
    }

    /** Who makes up a cursor does not get hits put in order by the million. */
    @Test
    void aPlaceFarBehindIsReachedFromTheOneBeforeItOnly() throws IOException {
        for (Sort order : orders()) {
            assertThat(paged(order, new PageTrail<>(null)).slice(9_990, 10)).hasSize(10);
            for (PageTrail<Integer> made : List.of(
                    new PageTrail<Integer>(null),
                    new PageTrail<>(new Resume<>(10_200, 3)),
                    new PageTrail<>(new Resume<>(10_100, DOCUMENTS)),
                    new PageTrail<>(new Resume<>(10_100, -1)))) {
                PagedHits hits = paged(order, made);
                assertThatThrownBy(() -> hits.slice(10_100, 10)).isInstanceOf(InvalidCursorException.class);
            }
        }
    }

    @Test
    void theFirstAreThoseThatWholeScoresPutFirst() throws IOException {
        Sort order = orders().get(2);
        for (int share : SHARES) {
            for (int other : SHARES) {
                Query whole = new BooleanQuery.Builder()
                        .add(QUERY, Occur.MUST)
                        .add(new BoostQuery(new TermQuery(new Term("better", "b" + share)), 1.5f), Occur.SHOULD)
                        .add(new BoostQuery(new TermQuery(new Term("better", "b" + other)), 0.25f), Occur.SHOULD)
                        .build();
                List<Integer> all = all(whole, order);
                BestFirst best = new BestFirst(searcher, Hits.of(searcher, QUERY), 1.75f, whole, order);
                for (int count : List.of(1, 10, 1 + random.nextInt(100), 1_000)) {
                    Hits first = best.first(count);
                    if (first == null) {
                        // where many have all that makes them better, the first are known soon
                        assertThat(share >= 99 && other >= 99 && count <= 100)
                                .as("seed %d: %d, %d of a hundred better, %d", seed, count, share, other)
                                .isFalse();
                        continue;
                    }
                    int[] documents = new PagedHits(searcher, first, order, new PageTrail<>(null)).slice(0, count);
                    assertThat(documents)
                            .as("seed %d: %d, %d of a hundred better, %d", seed, count, share, other)
                            .containsExactly(all.subList(0, count).stream()
                                    .mapToInt(i -> i)
                                    .toArray());
                    assertThat(first.size()).isLessThanOrEqualTo(10_000);
                }
            }
        }
    }

    /** Where all have what makes better, few are looked at. */
    @Test
    void fewAreLookedAtWhereAllAreAsGood() throws IOException {
        Sort order = orders().get(2);
        Query whole = new BooleanQuery.Builder()
                .add(QUERY, Occur.MUST)
                .add(new BoostQuery(new TermQuery(new Term("better", "b100")), 1.5f), Occur.SHOULD)
                .build();
        Hits first = new BestFirst(searcher, Hits.of(searcher, QUERY), 1.5f, whole, order).first(10);
        assertThat(first).isNotNull();
        assertThat(first.size()).isEqualTo(80);
        // and all, rather than nearly all
        assertThat(new BestFirst(searcher, Hits.of(searcher, QUERY), 1.5f, whole, order).first(5_000))
                .isNull();
    }
}
