package org.chengxin.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.chengxin.search.Relevance;
import org.chengxin.search.SearchEngine;

/** Work on the index that only its owner can do: the running portal, or a command started alone. */
final class IndexTasks {

    static final String REINDEX = "reindex";
    static final String RELEVANCE = "relevance";

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
     * @param argument file of the relevance task, empty for others
     * @return what to print
     */
    String run(String task, String argument) {
        return switch (task) {
            case REINDEX -> Long.toString(projection.rebuild());
            case RELEVANCE -> relevance(Path.of(argument));
            default -> throw new IllegalArgumentException("no such task: " + task);
        };
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
