package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A duel: two engines that have come to the same documents in different ways answer random questions alike, hit by hit. A
 * failure prints its seed.
 */
public abstract class DuelContractTests {

    private static final Instant NOW = SearchEngineContract.NOW;
    private static final int QUESTIONS = 120;
    private static final int BATCH = 60;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final DuelCorpus corpus = new DuelCorpus(random);
    private final DuelQueries queries = new DuelQueries(random, corpus);

    @TempDir
    private Path folder;

    private SearchEngine first;
    private SearchEngine second;

    /** An engine on a folder of its own that has come to the corpus; closed by the duel. */
    protected abstract SearchEngine first(Path folder);

    /** The other one. */
    protected abstract SearchEngine second(Path folder);

    @BeforeEach
    void open() {
        first = first(folder.resolve("first"));
        second = second(folder.resolve("second"));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    /** Brings the corpus into an engine bit by bit: older versions first, and some who are taken out again. */
    protected final void change(SearchEngine engine) {
        for (int from = 0; from < corpus.subjects.size(); from += BATCH) {
            List<SubjectDocument> subjects = part(corpus.subjects, from);
            List<RecordDocument> records = part(corpus.records, from);
            List<SubjectDocument> before = new ArrayList<>();
            subjects.forEach(subject -> before.add(corpus.oneSubject(subject.id())));
            before.add(corpus.oneSubject("guest" + from));
            List<RecordDocument> earlier = new ArrayList<>();
            records.forEach(record -> earlier.add(corpus.oneRecord(record.id())));
            earlier.add(corpus.oneRecord("guest" + from));
            engine.apply(new IndexBatch(before, List.of(), earlier, List.of(), "before" + from, 0));
            engine.flush();
            engine.apply(new IndexBatch(
                    subjects, List.of("guest" + from), records, List.of("guest" + from), "at" + from, 0));
        }
        engine.flush();
    }

    /** Builds an engine's index anew from the corpus, in no order. */
    protected final void rebuild(SearchEngine engine) {
        List<SubjectDocument> subjects = new ArrayList<>(corpus.subjects);
        List<RecordDocument> records = new ArrayList<>(corpus.records);
        Collections.shuffle(subjects, random);
        Collections.shuffle(records, random);
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            rebuild.apply(new IndexBatch(subjects, List.of(), records, List.of(), "all", 0));
            rebuild.settle();
            rebuild.swap();
        }
        engine.flush();
    }

    private static <T> List<T> part(List<T> all, int from) {
        return from < all.size() ? all.subList(from, Math.min(all.size(), from + BATCH)) : List.of();
    }

    private <Q, A> void alike(Q query, Function<SearchEngine, A> asking) {
        assertThat(asking.apply(second)).as("seed %d: %s", seed, query).isEqualTo(asking.apply(first));
    }

    /** A cursor is an engine's own; whether there is one is not. */
    private static <T> SearchPage<T> withoutCursor(SearchPage<T> page) {
        return new SearchPage<>(
                page.items(),
                page.total(),
                page.facets(),
                page.understood(),
                page.cursor() == null ? null : "more",
                page.near(),
                page.sameNames(),
                page.limited());
    }

    @Test
    void subjectsAreFoundAlike() {
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            SubjectQuery query = queries.subjects();
            alike(query, engine -> withoutCursor(engine.subjects(query, NOW)));
            found += first.subjects(query, NOW).items().isEmpty() ? 0 : 1;
        }
        assertThat(found).as("seed %d", seed).isGreaterThan(QUESTIONS / 4);
    }

    @Test
    void recordsAreFoundAlike() {
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            RecordQuery query = queries.records();
            alike(query, engine -> withoutCursor(engine.records(query, NOW)));
            found += first.records(query, NOW).items().isEmpty() ? 0 : 1;
        }
        assertThat(found).as("seed %d", seed).isGreaterThan(QUESTIONS / 4);
    }

    @Test
    void pagesGoOnAlikeToTheEnd() {
        for (int i = 0; i < QUESTIONS / 6; i++) {
            SubjectQuery subjects = queries.subjects();
            alike(
                    subjects,
                    engine -> walk(cursor -> engine.subjects(
                            new SubjectQuery(
                                    subjects.text(),
                                    subjects.kinds(),
                                    subjects.regions(),
                                    subjects.statuses(),
                                    subjects.lists(),
                                    subjects.recordTypes(),
                                    subjects.sort(),
                                    SubjectQuery.MAX_SIZE,
                                    cursor),
                            NOW)));
            RecordQuery records = queries.records();
            alike(
                    records,
                    engine -> walk(cursor -> engine.records(
                            new RecordQuery(
                                    records.text(), records.filter(), records.sort(), SubjectQuery.MAX_SIZE, cursor),
                            NOW)));
        }
    }

    private static <T> List<T> walk(Function<String, SearchPage<T>> pages) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        do {
            SearchPage<T> page = pages.apply(cursor);
            items.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        return items;
    }

    @Test
    void suggestionsAndMatchesAreAlike() {
        for (int i = 0; i < QUESTIONS; i++) {
            String typed = queries.name();
            alike(typed, engine -> engine.suggest(typed, 10, NOW));
            MatchQuery match = queries.match();
            alike(match, engine -> engine.match(match, 5, NOW));
        }
    }
}
