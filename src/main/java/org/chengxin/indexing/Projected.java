package org.chengxin.indexing;

import java.time.Duration;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.shared.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a command's committed work into the index before the command ends: itself when alone, else by the portal. */
@Component
public class Projected {

    private static final Duration PORTAL_PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 100;

    private final DataDirectory directory;
    private final ObjectProvider<Projection> projection;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Ids ids;

    Projected(DataDirectory directory, ObjectProvider<Projection> projection, Outbox outbox, JdbcClient jdbc, Ids ids) {
        this.directory = directory;
        this.projection = projection;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Returns when all that is committed now can be found.
     *
     * @return false when the running portal did not get there within ten minutes
     */
    public boolean await() {
        if (directory.owned()) {
            projection.getObject().open();
            return true;
        }
        OutboxPosition target = outbox.last(outbox.store(ids.next()));
        return poll(() -> outbox.reached()
                .filter(reached -> reached.compareTo(target) >= 0)
                .isPresent());
    }

    /**
     * Rebuilds the index, by the running portal if there is one.
     *
     * @return what it says of it
     */
    public String rebuild() {
        if (directory.owned()) {
            Projection alone = projection.getObject();
            return Long.toString(alone.rebuild());
        }
        long job = jdbc.sql("insert into job (kind) values ('reindex') returning id")
                .query(Long.class)
                .single();
        if (!poll(() -> result(job) != null)) {
            throw new IllegalStateException("the running portal did not finish the rebuild within "
                    + PORTAL_PATIENCE.toMinutes() + " minutes; job " + job + " goes on there");
        }
        return java.util.Objects.requireNonNull(result(job));
    }

    private @org.jspecify.annotations.Nullable String result(long job) {
        return jdbc.sql("select result from job where id = :id and finished_at is not null")
                .param("id", job)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static boolean poll(java.util.function.BooleanSupplier done) {
        long until = System.nanoTime() + PORTAL_PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
