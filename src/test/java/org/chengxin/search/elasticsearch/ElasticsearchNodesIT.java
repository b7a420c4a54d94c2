package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Subjects.subject;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.chengxin.ElasticsearchNode;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchUnavailableException;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one index: who was cut off and goes on writing spoils nothing of what the next one has written. */
class ElasticsearchNodesIT {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static int tests;

    private SearchEngine first;
    private SearchEngine second;

    @BeforeEach
    void open() {
        String prefix = "nodes" + tests++;
        first = node(prefix);
        second = node(prefix);
    }

    private static SearchEngine node(String prefix) {
        return ElasticsearchEngines.open(
                TestCluster.settings(ElasticsearchNode.shared().url(), prefix), "420200", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private static IndexBatch batch(String name, String position, long version) {
        return new IndexBatch(List.of(subject("a", name).build()), List.of(), List.of(), List.of(), position, version);
    }

    private static IndexBatch gone(String position, long version) {
        return new IndexBatch(List.of(), List.of("a"), List.of(), List.of(), position, version);
    }

    private static List<String> names(SearchEngine engine, String text) {
        return engine.subjects(SubjectQuery.of(text, 10), NOW).items().stream()
                .map(SubjectHit::name)
                .toList();
    }

    @Test
    void anOlderStateReplacesNoNewerOneAndItsWriterIsTold() {
        first.takeUp();
        first.apply(batch("黄石旧名商行", "1", 1));
        first.flush();
        second.takeUp();
        assertThat(second.position()).isEqualTo("1");
        second.apply(batch("黄石新名商行", "3", 3));
        second.flush();

        assertThatThrownBy(() -> first.apply(batch("黄石旧名商行", "2", 2))).isInstanceOf(IndexTakenOverException.class);
        assertThatThrownBy(first::position).isInstanceOf(IndexTakenOverException.class);
        second.apply(new IndexBatch(List.of(subject("b", "黄石另一商行").build()), List.of(), List.of(), List.of(), "4", 4));
        second.flush();
        assertThat(names(second, "新名商行")).first().isEqualTo("黄石新名商行");
        assertThat(names(second, "旧名商行")).doesNotContain("黄石旧名商行");

        first.takeUp();
        assertThat(first.position()).isEqualTo("4");
        first.apply(gone("5", 5));
        first.flush();
        assertThat(names(first, "新名商行")).doesNotContain("黄石新名商行");
    }

    @Test
    void anIndexThatWasNeverBuiltDoesNotAnswerThatThereIsNothing() {
        first.takeUp();
        assertThat(first.position()).isEqualTo(IndexBatch.START);
        assertThatThrownBy(() -> names(second, "商行")).isInstanceOf(SearchUnavailableException.class);
        assertThat(second.answers()).isFalse();
        try (SearchEngine.Rebuild rebuild = first.rebuild()) {
            rebuild.apply(batch("黄石新名商行", "1", 1));
            assertThatThrownBy(() -> names(second, "商行")).isInstanceOf(SearchUnavailableException.class);
            rebuild.swap();
        }
        assertThat(first.position()).isEqualTo("1");
        assertThat(names(second, "新名商行")).containsExactly("黄石新名商行");
    }

    @Test
    void whatIsGoneDoesNotComeBackByALateWriter() {
        first.takeUp();
        first.apply(batch("黄石旧名商行", "1", 1));
        first.flush();
        second.takeUp();
        second.apply(gone("3", 3));
        assertThatThrownBy(() -> first.apply(batch("黄石旧名商行", "2", 2))).isInstanceOf(IndexTakenOverException.class);
        second.apply(new IndexBatch(List.of(subject("b", "黄石另一商行").build()), List.of(), List.of(), List.of(), "4", 4));
        second.flush();
        assertThat(names(second, "旧名商行")).doesNotContain("黄石旧名商行");
        assertThat(second.size()).isEqualTo(1);
    }

    @Test
    void whoWritesIsToldThatTheIndexWasBuiltAnew() throws InterruptedException {
        first.takeUp();
        first.apply(batch("黄石旧名商行", "1", 1));
        first.flush();
        try (SearchEngine.Rebuild rebuild = second.rebuild()) {
            rebuild.apply(batch("黄石新名商行", "1", 1));
            rebuild.swap();
        }
        long until = System.nanoTime() + 10_000_000_000L;
        boolean told = false;
        while (!told && System.nanoTime() < until) {
            try {
                first.apply(batch("黄石更新商行", "2", 2));
                Thread.sleep(50);
            } catch (IndexTakenOverException takenOver) {
                told = true;
            }
        }
        assertThat(told).isTrue();
        first.takeUp();
        assertThat(first.position()).as("what went into the old one is missing").isEqualTo("1");
        first.apply(batch("黄石更新商行", "2", 2));
        first.flush();
        assertThat(names(first, "更新商行")).first().isEqualTo("黄石更新商行");
    }
}
