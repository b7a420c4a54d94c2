package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chengxin.search.InvalidCursorException;
import org.jspecify.annotations.Nullable;

/**
 * Reads on the snapshot that all searches share. What nodes failed to answer is read again on what is there now, a few times
 * and within the time limit of a search: a page goes on behind the same document, since the order is that of values and id.
 */
final class SnapshotReader {

    /** The first again is at once: mostly another copy is there. */
    private static final int ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final int BAD_REQUEST = 400;

    private final Cluster cluster;
    private final Snapshots snapshots;
    /** Counts what was asked, however often it was asked again: a node that goes takes a part of many answers with it. */
    private final CircuitBreaker breaker =
            Cluster.breaker("elasticsearch-reads", failed -> failed instanceof NodesLostException);

    SnapshotReader(Cluster cluster, Snapshots snapshots) {
        this.cluster = cluster;
        this.snapshots = snapshots;
    }

    /** What is read; it may be asked for more than once. */
    interface Reading<T> {
        T on(Snapshot snapshot, View view) throws IOException;
    }

    /**
     * Reads the first page, or what needs none.
     *
     * @throws NodesLostException when nodes failed each time
     */
    <T> T read(Function<Snapshot, View> views, Reading<T> reading) {
        return read(null, views, reading);
    }

    /**
     * Reads on the point in time that a page names, or on the present one when that was lost.
     *
     * @param place where the page starts, null for the first
     * @throws NodesLostException when nodes failed each time
     * @throws InvalidCursorException when the place is of an index that was built anew since, or of none
     */
    <T> T read(@Nullable Place place, Function<Snapshot, View> views, Reading<T> reading) {
        try {
            return breaker.executeSupplier(() -> attempts(place, views, reading));
        } catch (CallNotPermittedException open) {
            throw cluster.leftAlone();
        }
    }

    private <T> T attempts(@Nullable Place place, Function<Snapshot, View> views, Reading<T> reading) {
        long until = System.nanoTime() + cluster.searchTimeout().toNanos();
        String point = place == null ? null : place.point();
        Snapshot lost = null;
        for (int attempt = 1; ; attempt++) {
            Snapshot snapshot = null;
            boolean pinned = false;
            try {
                snapshot = snapshots.current(lost);
                if (place != null
                        && place.generation() != snapshot.state().generation().number()) {
                    throw new InvalidCursorException("the index was built anew since this cursor was made");
                }
                View present = views.apply(snapshot);
                pinned = point != null && !point.equals(present.point());
                return reading.on(snapshot, point != null && pinned ? new View(cluster, point) : present);
            } catch (NodesLostException failed) {
                if (attempt == ATTEMPTS || System.nanoTime() > until) {
                    throw failed;
                }
            } catch (ElasticsearchException refused) {
                if (refused.status() == BAD_REQUEST && place != null) {
                    throw new InvalidCursorException("not a cursor of this portal");
                }
                throw refused;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            if (pinned) {
                point = null;
            } else if (snapshot != null) {
                lost = snapshot;
            }
            pause(attempt);
        }
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(attempt == 1 ? 0 : FIRST_PAUSE.toMillis() << (attempt - 2));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the answer any more");
        }
    }
}
