package org.chengxin.indexing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.search.SearchExplanation;
import org.chengxin.search.Understanding;
import org.chengxin.search.ranking.QueryReader;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What commands need of the index: done here when the command is alone, else handed to the running portal. */
@Component
public class IndexWork {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataDirectory directory;
    private final ObjectProvider<Projection> projection;
    private final ObjectProvider<IndexTasks> tasks;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Ids ids;

    IndexWork(
            DataDirectory directory,
            ObjectProvider<Projection> projection,
            ObjectProvider<IndexTasks> tasks,
            Outbox outbox,
            JdbcClient jdbc,
            Ids ids) {
        this.directory = directory;
        this.projection = projection;
        this.tasks = tasks;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Returns when all that is committed now is in the index; a serving portal shows it within half a second. */
    public void await() {
        if (directory.owned() && projection.getObject().open()) {
            return;
        }
        OutboxPosition target = outbox.last(outbox.store(ids.next()));
        waitFor(() -> outbox.reached()
                .filter(reached -> reached.compareTo(target) >= 0)
                .isPresent());
    }

    /** Rebuilds the index; returns the number of subjects in it. */
    public String rebuild() {
        return run(IndexTasks.REINDEX, "");
    }

    /** Measures the index by a file of questions; returns a table to print. */
    public String relevance(Path file) {
        return asked(IndexTasks.RELEVANCE, file.toAbsolutePath().toString());
    }

    /**
     * Why a look-up of subjects answers as it does. A number of a person is told for what it is and handed to nobody.
     *
     * @param subject id, code or name of a subject whose place is asked about, null for none
     */
    public SearchExplanation explain(String query, @Nullable String subject) {
        Understanding understood = QueryReader.read(query).understanding();
        if (understood.as().personal()) {
            return SearchExplanation.notSearched(understood);
        }
        String argument = JSON.writeValueAsString(new IndexTasks.Asked(query, subject));
        return JSON.readValue(asked(IndexTasks.EXPLAIN, argument), SearchExplanation.class);
    }

    /** What is asked of an index that is up to the store. */
    private String asked(String task, String argument) {
        if (directory.owned()) {
            await();
        }
        return run(task, argument);
    }

    private String run(String task, String argument) {
        if (directory.owned()) {
            return tasks.getObject().run(task, argument);
        }
        long job = jdbc.sql("insert into job (kind, argument) values (:kind, :argument) returning id")
                .param("kind", task)
                .param("argument", argument)
                .query(Long.class)
                .single();
        waitFor(() -> jdbc.sql("select finished_at is not null from job where id = :id")
                .param("id", job)
                .query(Boolean.class)
                .single());
        // what was asked is nobody's business afterwards
        return jdbc.sql("delete from job where id = :id returning result, failure")
                .param("id", job)
                .query((row, number) -> {
                    if (row.getString("failure") != null) {
                        throw new IllegalStateException(row.getString("failure"));
                    }
                    return row.getString("result");
                })
                .single();
    }

    private static void waitFor(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the running portal did not finish within " + PATIENCE.toMinutes()
                        + " minutes; the work is committed and goes on there");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupt);
            }
        }
    }
}
