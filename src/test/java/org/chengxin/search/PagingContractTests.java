package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Subjects.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, cursors, changes and rebuilding, whatever the engine. */
public abstract class PagingContractTests extends SearchEngineContract {

    private void putMany(int count) {
        List<SubjectDocument> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subjects.add(subject("m" + i, "黄石磁湖第" + i + "商店").build());
        }
        engine.apply(new IndexBatch(subjects, List.of(), List.of(), List.of(), "7", 0));
        engine.flush();
    }

    private static SubjectQuery query(String text, SubjectQuery.Sort sort, int size, String cursor) {
        return new SubjectQuery(text, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), sort, size, cursor);
    }

    @ParameterizedTest
    @CsvSource({"磁湖商店, RELEVANCE", "'', RELEVANCE", "'', NAME", "磁湖, REGISTERED"})
    void pagesToTheEndWithoutDoubles(String text, SubjectQuery.Sort sort) {
        putMany(430);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        long total;
        do {
            SearchPage<SubjectHit> page = engine.subjects(query(text, sort, 37, cursor), NOW);
            page.items().forEach(hit -> seen.add(hit.id()));
            cursor = page.cursor();
            total = page.total().value();
        } while (cursor != null);
        assertThat(seen).hasSize(430).doesNotHaveDuplicates();
        assertThat(total).isEqualTo(430);
    }

    /** Of more names that hold the words than are ranked, those in business and of a short name are. */
    @Test
    void theShortestAmongManyIsFirstWhateverItsId() {
        List<SubjectDocument> subjects = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            subjects.add(subject("m" + i, "武汉磁湖第" + (1_000 + i) + "商贸有限公司").build());
        }
        subjects.add(subject("z1", "大冶磁湖店").build());
        subjects.add(subject("a1", "鄂州磁湖厂").status("cancelled").build());
        engine.apply(new IndexBatch(subjects, List.of(), List.of(), List.of(), "7", 0));
        engine.flush();
        assertThat(names("磁湖")).first().isEqualTo("大冶磁湖店");
        assertThat(engine.suggest("磁湖", 2, NOW).stream().map(Suggestion::name))
                .containsExactly("大冶磁湖店", "武汉磁湖第1000商贸有限公司");
    }

    @Test
    void aCursorKeepsItsStateWhileTheIndexChanges() {
        putMany(100);
        SearchPage<SubjectHit> first = engine.subjects(query("磁湖商店", SubjectQuery.Sort.RELEVANCE, 50, null), NOW);
        List<String> seen =
                new ArrayList<>(first.items().stream().map(SubjectHit::id).toList());
        put(subject("n1", "磁湖商店"), subject("n2", "磁湖商店甲"));
        SearchPage<SubjectHit> second =
                engine.subjects(query("磁湖商店", SubjectQuery.Sort.RELEVANCE, 50, first.cursor()), NOW);
        second.items().forEach(hit -> seen.add(hit.id()));
        assertThat(seen).hasSize(100).doesNotHaveDuplicates().doesNotContain("n1", "n2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "AAAA", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w"})
    void refusesWhatIsNoCursor(String cursor) {
        putMany(5);
        assertThatThrownBy(() -> engine.subjects(query("磁湖", SubjectQuery.Sort.RELEVANCE, 2, cursor), NOW))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        putMany(20);
        String cursor = engine.subjects(query("磁湖", SubjectQuery.Sort.RELEVANCE, 5, null), NOW)
                .cursor();
        assertThatThrownBy(() -> engine.subjects(query("商店", SubjectQuery.Sort.RELEVANCE, 5, cursor), NOW))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void changesReplaceAndDrop() {
        put(subject("p1", "黄石旧名商行"));
        put(subject("p1", "黄石新名商行"));
        assertThat(names("新名商行")).containsExactly("黄石新名商行");
        assertThat(engine.size()).isEqualTo(1);
        engine.apply(new IndexBatch(List.of(), List.of("p1"), List.of(), List.of(), "2", 0));
        engine.flush();
        assertThat(names("新名商行")).isEmpty();
        assertThat(engine.size()).isZero();
    }

    @Test
    void isSearchableSoonWithoutAFlush() throws InterruptedException {
        engine.apply(new IndexBatch(List.of(subject("q1", "黄石快马商行").build()), List.of(), List.of(), List.of(), "1", 0));
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (names("快马商行").isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(names("快马商行")).containsExactly("黄石快马商行");
    }

    @Test
    void keepsThePositionWithTheIndex() {
        assertThat(engine.position()).isEqualTo(IndexBatch.START);
        engine.apply(new IndexBatch(List.of(subject("r1", "黄石甲商行").build()), List.of(), List.of(), List.of(), "41", 0));
        engine.flush();
        assertThat(engine.position()).isEqualTo("41");
        engine.close();
        engine = open(folder);
        assertThat(engine.position()).isEqualTo("41");
        assertThat(names("甲商行")).containsExactly("黄石甲商行");
    }

    @Test
    void aRebuildIsSeenOnlyAfterItsSwap() {
        put(subject("s1", "黄石老店商行"));
        String cursor;
        putMany(20);
        cursor = engine.subjects(query("磁湖", SubjectQuery.Sort.RELEVANCE, 5, null), NOW)
                .cursor();
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            rebuild.apply(
                    new IndexBatch(List.of(subject("s2", "黄石新店商行").build()), List.of(), List.of(), List.of(), "99", 0));
            assertThat(names("新店商行")).doesNotContain("黄石新店商行");
            rebuild.swap();
        }
        assertThat(names("新店商行")).containsExactly("黄石新店商行");
        assertThat(engine.size()).isEqualTo(1);
        assertThat(engine.position()).isEqualTo("99");
        assertThatThrownBy(() -> engine.subjects(query("磁湖", SubjectQuery.Sort.RELEVANCE, 5, cursor), NOW))
                .isInstanceOf(InvalidCursorException.class);
        engine.close();
        engine = open(folder);
        assertThat(names("新店商行")).containsExactly("黄石新店商行");
    }

    @Test
    void aRebuildGivenUpLeavesNothing() {
        put(subject("t1", "黄石老店商行"));
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            rebuild.apply(
                    new IndexBatch(List.of(subject("t2", "黄石新店商行").build()), List.of(), List.of(), List.of(), "9", 0));
        }
        assertThat(names("老店商行")).containsExactly("黄石老店商行");
        try (SearchEngine.Rebuild again = engine.rebuild()) {
            again.swap();
        }
        assertThat(engine.size()).isZero();
    }

    @Test
    void searchesGoOnDuringSwaps() throws InterruptedException {
        put(subject("u1", "黄石常在商行"));
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        var running = new AtomicBoolean(true);
        Thread reader = new Thread(() -> {
            while (running.get()) {
                try {
                    assertThat(names("常在商行")).containsExactly("黄石常在商行");
                } catch (Throwable failure) {
                    failures.add(failure);
                    return;
                }
            }
        });
        reader.start();
        for (int i = 0; i < 10; i++) {
            try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
                rebuild.apply(new IndexBatch(
                        List.of(subject("u1", "黄石常在商行").build()), List.of(), List.of(), List.of(), "" + i, 0));
                rebuild.swap();
            }
        }
        running.set(false);
        reader.join();
        assertThat(failures).isEmpty();
    }
}
