package org.chengxin.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.chengxin.search.Relevance;
import org.chengxin.search.SearchEngine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Work on the index that only its owner can do: the running portal, or a command started alone. */
final class IndexTasks {

    static final String REINDEX = "reindex";
    static final String RELEVANCE = "relevance";
    static final String EXPLAIN = "explain";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Projection projection;
    private final SearchEngine engine;
    private final Clock clock;

    IndexTasks(Projection projection, SearchEngine engine, Clock clock) {
        this.projection = projection;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Does a task to its end.
     *
     * @param argument file of the relevance task, {@link Asked} as JSON to explain, empty for others
     * @return what to print
     */
    String run(String task, String argument) {
        return switch (task) {
            case REINDEX -> Long.toString(projection.rebuild());
            case RELEVANCE -> relevance(Path.of(argument));
            case EXPLAIN -> explain(JSON.readValue(argument, Asked.class));
            default -> throw new IllegalArgumentException("no such task: " + task);
        };
    }

    /** A look-up to explain, and whose place in it; null for nobody's. */
    record Asked(String query, @Nullable String subject) {}

    private String explain(Asked asked) {
        return JSON.writeValueAsString(engine.explain(asked.query, asked.subject, clock.instant()));
    }

    private String relevance(Path file) {
        try {
            return new Relevance(engine)
                    .measure(Relevance.read(file), clock.instant(), answered -> {})
                    .table();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
