package org.chengxin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Subjects.subject;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on disk: crashes, half-built generations, damage. */
class LuceneFilesTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private static IndexBatch batch(String id, String name, String position) {
        return new IndexBatch(List.of(subject(id, name).build()), List.of(), List.of(), List.of(), position, 0);
    }

    private static List<String> names(SearchEngine engine, String text) {
        return engine.subjects(SubjectQuery.of(text, 10), NOW).items().stream()
                .map(hit -> hit.name())
                .toList();
    }

    /** The files as a kill would leave them: what the engine holds in memory is lost. */
    private Path killed() throws IOException {
        Path copy = folder.resolveSibling(folder.getFileName() + "-killed");
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().equals("write.lock")) {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    @Test
    void afterAKillPositionAndDocumentsAreThoseOfTheLastCommit() throws IOException {
        Path copy;
        try (SearchEngine engine = LuceneEngines.open(folder, "")) {
            engine.apply(batch("a", "黄石甲商行", "1"));
            engine.flush();
            engine.apply(batch("b", "黄石乙商行", "2"));
            copy = killed();
        }
        try (SearchEngine engine = LuceneEngines.open(copy, "")) {
            assertThat(engine.position()).isEqualTo("1");
            assertThat(names(engine, "黄石乙商行")).doesNotContain("黄石乙商行");
            // projected again, it is there once
            engine.apply(batch("a", "黄石甲商行", "1"));
            engine.apply(batch("b", "黄石乙商行", "2"));
            engine.flush();
            assertThat(engine.size()).isEqualTo(2);
            assertThat(engine.position()).isEqualTo("2");
        }
    }

    @Test
    void commitsByItselfAfterAWhile() throws InterruptedException {
        try (SearchEngine engine = LuceneEngines.open(folder, "")) {
            engine.apply(batch("a", "黄石甲商行", "1"));
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (!engine.position().equals("1") && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(engine.position()).isEqualTo("1");
        }
    }

    @Test
    void aGenerationHalfBuiltWhenKilledIsCleaned() throws IOException {
        Path copy;
        try (SearchEngine engine = LuceneEngines.open(folder, "");
                SearchEngine.Rebuild rebuild = engine.rebuild()) {
            engine.apply(batch("a", "黄石甲商行", "1"));
            engine.flush();
            rebuild.apply(batch("b", "黄石乙商行", "2"));
            copy = killed();
        }
        assertThat(generations(copy)).hasSize(2);
        try (SearchEngine engine = LuceneEngines.open(copy, "")) {
            assertThat(names(engine, "甲商行")).containsExactly("黄石甲商行");
            assertThat(generations(copy)).hasSize(1);
        }
    }

    @Test
    void theOldGenerationGoesAfterASwap() throws IOException {
        try (SearchEngine engine = LuceneEngines.open(folder, "")) {
            List<Path> before = generations(folder);
            try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
                rebuild.apply(batch("b", "黄石乙商行", "2"));
                rebuild.swap();
            }
            assertThat(generations(folder)).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    private static List<Path> generations(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void damageIsToldAndMendedByDiscarding() throws IOException {
        try (SearchEngine engine = LuceneEngines.open(folder, "")) {
            engine.apply(batch("a", "黄石甲商行", "1"));
            engine.flush();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("segments_")) {
                    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
                        damaged.setLength(10);
                    }
                }
            }
        }
        assertThatThrownBy(() -> LuceneEngines.open(folder, "")).isInstanceOf(IndexDamagedException.class);
        LuceneEngines.discard(folder);
        try (SearchEngine engine = LuceneEngines.open(folder, "")) {
            assertThat(engine.position()).isEqualTo(IndexBatch.START);
            assertThat(engine.size()).isZero();
        }
    }

    @Test
    void aPointerToNothingIsDamage() throws IOException {
        LuceneEngines.open(folder, "").close();
        Files.writeString(folder.resolve("current"), "g-77");
        assertThatThrownBy(() -> LuceneEngines.open(folder, "")).isInstanceOf(IndexDamagedException.class);
    }

    @Test
    void aPointerWrittenInPartIsDamage() throws IOException {
        for (byte[] half : new byte[][] {{}, {'g', '-'}, {(byte) 0xE9, (byte) 0xBB}, {0, 0, 0}}) {
            LuceneEngines.open(folder, "").close();
            Files.write(folder.resolve("current"), half);
            assertThatThrownBy(() -> LuceneEngines.open(folder, "")).isInstanceOf(IndexDamagedException.class);
            LuceneEngines.discard(folder);
        }
    }

    @Test
    void oneFlippedByteAnywhereIsDamage() throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int turn = 0; turn < 20; turn++) {
            try (SearchEngine engine = LuceneEngines.open(folder, "")) {
                engine.apply(batch("a", "黄石甲商行", "1"));
                engine.flush();
            }
            List<Path> all;
            try (var files = Files.walk(folder)) {
                all = files.filter(file -> Files.isRegularFile(file)
                                && !file.getFileName().toString().matches("write\\.lock|current"))
                        .sorted()
                        .toList();
            }
            Path hit = all.get(random.nextInt(all.size()));
            byte[] bytes = Files.readAllBytes(hit);
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(hit, bytes);
            assertThatThrownBy(() -> LuceneEngines.open(folder, ""))
                    .as("byte %d of %s, seed %d", at, hit.getFileName(), seed)
                    .isInstanceOf(IndexDamagedException.class);
            LuceneEngines.discard(folder);
        }
    }

    @Test
    void aMissingSegmentFileIsDamage() throws IOException {
        try (SearchEngine engine = LuceneEngines.open(folder, "")) {
            engine.apply(batch("a", "黄石甲商行", "1"));
            engine.flush();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".cfs") || file.toString().endsWith(".si")) {
                    Files.delete(file);
                }
            }
        }
        assertThatThrownBy(() -> LuceneEngines.open(folder, "")).isInstanceOf(IndexDamagedException.class);
    }
}
