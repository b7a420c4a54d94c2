package org.chengxin.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chengxin.search.elasticsearch.ElasticsearchEngines;
import org.chengxin.search.elasticsearch.ElasticsearchSettings;
import org.chengxin.search.lucene.LuceneEngines;
import org.jspecify.annotations.Nullable;

/**
 * Not a test: the engine that a bench measures. It lies in a folder, or with {@code -Delasticsearch=URL} on that cluster, in
 * indices whose names begin with that of the folder.
 */
public final class BenchedEngine {

    private static final @Nullable String CLUSTER = System.getProperty("elasticsearch");
    private static final String HOME = "420200";

    private BenchedEngine() {}

    /** The engine as it was left; empty the first time. */
    public static SearchEngine open(Path folder) {
        return CLUSTER == null
                ? LuceneEngines.open(folder, HOME)
                : ElasticsearchEngines.open(settings(URI.create(CLUSTER), folder), HOME, Clock.systemUTC());
    }

    /** One shard without a copy, with the bulks of the portal's default and the patience that a busy machine needs. */
    public static ElasticsearchSettings settings(URI cluster, Path folder) {
        return new ElasticsearchSettings(
                List.of(cluster),
                folder.getFileName().toString(),
                null,
                null,
                null,
                null,
                1,
                0,
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                2,
                5 << 20);
    }

    /** What it takes of disk and heap at this moment; the heap of this process after a collection. */
    static String cost(Path folder) throws IOException, InterruptedException {
        if (CLUSTER == null) {
            System.gc();
            return String.format(
                    Locale.ROOT,
                    "%d MB of disk, heap after collection %d MB",
                    size(folder) >> 20,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        }
        return ask("/_cat/indices/" + folder.getFileName() + "*?h=index,docs.count,store.size")
                + ask("/_cat/nodes?h=name,heap.current,heap.max");
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static String ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(CLUSTER + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
