package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The JSON that is sent, word for word; written anew with {@code -Dgolden.rewrite=true}. */
class ElasticsearchGoldenTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/elasticsearch");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final StubCluster cluster;
    private final SearchEngine engine;

    ElasticsearchGoldenTests() throws IOException {
        cluster = new StubCluster();
        engine = cluster.engine(Duration.ofSeconds(10));
        cluster.onSearch(body -> StubCluster.found(body, 3_000));
        engine.size();
        cluster.asked().clear();
    }

    @AfterEach
    void close() {
        engine.close();
        cluster.close();
    }

    /** Compares what was asked since the last time. */
    private void isAsInGolden(String name) throws IOException {
        StringBuilder said = new StringBuilder();
        for (StubCluster.Asked one : cluster.asked()) {
            if (one.path().endsWith("/_search") || one.path().endsWith("/_bulk")) {
                said.append(one.method()).append(' ').append(one.path()).append('\n');
                said.append(one.body().strip()).append("\n\n");
            }
        }
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, said);
        }
        assertThat(said.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void subjects() throws IOException {
        engine.subjects(
                new SubjectQuery(
                        "港饼 wangluo",
                        Set.of("enterprise", "platform"),
                        Set.of("420200"),
                        Set.of("active"),
                        Set.of("red"),
                        Set.of("permit"),
                        SubjectQuery.Sort.RELEVANCE,
                        10,
                        null),
                NOW);
        isAsInGolden("subjects");
    }

    @Test
    void browsing() throws IOException {
        engine.subjects(
                new SubjectQuery(
                        "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), SubjectQuery.Sort.REGISTERED, 10, null),
                NOW);
        isAsInGolden("browsing");
    }

    @Test
    void code() throws IOException {
        engine.subjects(SubjectQuery.of("91420202MA4F0K8H7X", 10), NOW);
        isAsInGolden("code");
    }

    @Test
    void suggestions() throws IOException {
        engine.suggest("港饼", 5, NOW);
        isAsInGolden("suggest");
    }

    @Test
    void match() throws IOException {
        engine.match(new MatchQuery("港饼网络", "91420202MA4F0K8H7X", "420200", null, "gangbing.example.cn"), 5, NOW);
        isAsInGolden("match");
    }

    @Test
    void records() throws IOException {
        RecordFilter filter = new RecordFilter(
                null,
                Set.of("penalty"),
                Set.of("negative"),
                Set.of(),
                Set.of("420200"),
                "黄石市市场监督管理局",
                RecordFilter.Validity.IN_FORCE,
                LocalDate.of(2025, 1, 1),
                null,
                null,
                LocalDate.of(2026, 5, 31),
                new BigDecimal("1000.50"),
                null);
        engine.records(new RecordQuery("虚假宣传 \"网络交易\" -食品", filter, RecordQuery.Sort.RELEVANCE, 10, null), NOW);
        isAsInGolden("records");
    }

    @Test
    void bulk() throws IOException {
        engine.apply(new IndexBatch(
                List.of(subject("a1", "黄石市港饼网络科技有限公司")
                        .uscc("91420202MA4F0K8H7X")
                        .alias("港饼优选")
                        .build()),
                List.of("gone"),
                List.of(),
                List.of("past"),
                "42",
                0));
        isAsInGolden("bulk");
    }
}
