package org.chengxin.indexing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.chengxin.platform.store.OneNode;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreOutage;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.shared.FullDisk;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries committed changes to the index, in order. Goes on where the index itself says it is, so a kill anywhere loses
 * and doubles nothing. One thread of its own; a rebuild runs beside it. An index that all nodes share is written by the one
 * whose turn it is, until that ends or fails.
 */
public final class Projection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Projection.class);

    /** Changed subjects taken at once: large enough for bulk. */
    private static final int BATCH = 2_000;

    private static final int SMALLEST_BATCH = 25;
    /** About what one batch may take: whatever is committed meanwhile waits for it and is to be searchable within 2 s. */
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long IDLE_MILLIS = 200;
    private static final long RETRY_MILLIS = 2_000;
    /** Another node writes: within this long after its end it is looked whether this one is to. */
    private static final long TURN_MILLIS = 1_000;

    private static final String TURN = "index";
    private static final long STOP_MILLIS = 10_000;
    private static final long PRUNE_EVERY = TimeUnit.MINUTES.toNanos(10);

    private final SearchEngine engine;
    private final Outbox outbox;
    private final Documents documents;
    private final AllSubjects allSubjects;
    private final StoreOutage outage;
    private final OneNode nodes;
    private final IndexMeters meters;
    private final String store;
    private final Thread thread;

    /** Held while a batch goes in and while a rebuilt index is swapped. */
    private final ReentrantLock applying = new ReentrantLock();

    private volatile OutboxPosition position;
    /** What the index has that lies behind the position. */
    private Outbox.Small ahead = Outbox.Small.NONE;
    /** Size of the next batch, by how long the last ones took on this machine. */
    private int batch = SMALLEST_BATCH;
    /** Whether the position is that of the index, which was asked for it. */
    private boolean up;
    /** The disk of the index is full and this was told. */
    private boolean full;
    /** The search engine is away and this was told. */
    private boolean away;

    private final CountDownLatch stop = new CountDownLatch(1);
    /** By the time that only goes forward: a wall clock set back would put it off. */
    private long prunedAt = System.nanoTime() - PRUNE_EVERY;

    Projection(
            SearchEngine engine,
            Outbox outbox,
            Documents documents,
            AllSubjects allSubjects,
            Ids ids,
            StoreOutage outage,
            OneNode nodes,
            IndexMeters meters) {
        this.engine = engine;
        this.outbox = outbox;
        this.documents = documents;
        this.allSubjects = allSubjects;
        this.outage = outage;
        this.nodes = nodes;
        this.meters = meters;
        this.store = outbox.store(ids.next());
        this.position = new OutboxPosition(store, 0, 0);
        this.thread = new Thread(this::run, "projection");
        this.thread.setDaemon(true);
    }

    /**
     * Brings the index up to the store, rebuilding it when it is empty or of another store.
     *
     * @return false where another node is at it
     * @throws SearchEngineAwayException when the engine cannot take it now
     */
    boolean open() {
        return inTurn(this::bringUp);
    }

    /** The same, but later where the engine is away: {@link #follow} does it as soon as that is there. */
    void openNowOrLater() {
        try {
            open();
        } catch (SearchEngineAwayException failure) {
            tell(failure);
        }
    }

    /** Does work on the index unless another node writes it; returns whether it was done. */
    private boolean inTurn(Runnable work) {
        if (!engine.isShared()) {
            work.run();
            return true;
        }
        return nodes.unlessElsewhere(TURN, () -> {
            up = false;
            work.run();
        });
    }

    private void bringUp() {
        engine.takeUp();
        @Nullable
        OutboxPosition kept =
                engine.position().equals(IndexBatch.START) ? null : OutboxPosition.parse(engine.position());
        if (kept == null || !kept.store().equals(store) || outbox.pruned(kept)) {
            rebuild();
        } else {
            position = kept;
            ahead = Outbox.Small.NONE;
        }
        catchUp();
        up = true;
    }

    /** From now on changes are carried over as they are committed. */
    void follow() {
        thread.start();
    }

    /** Applies all that is committed now. */
    void catchUp() {
        while (step()) {
            // one batch after the other
        }
        outbox.reached(position);
        engine.flush();
    }

    /** Takes the next changes, and before them those of small transactions that lie behind; returns whether the next were any. */
    private boolean step() {
        applying.lock();
        try {
            Outbox.Changes changes = outbox.after(position, batch);
            Outbox.Small small = outbox.small(changes.upTo(), ahead);
            if (!small.subjectIds().isEmpty()) {
                engine.apply(documents.batch(small.subjectIds(), position));
            }
            ahead = small;
            if (changes.subjectIds().isEmpty()) {
                return false;
            }
            long begun = System.nanoTime();
            engine.apply(documents.batch(changes.subjectIds(), changes.upTo()));
            long took = System.nanoTime() - begun;
            meters.applied(changes.oldest().plusNanos(took));
            position = changes.upTo();
            outbox.reached(position);
            if (took > BATCH_NANOS) {
                batch = Math.max(SMALLEST_BATCH, batch / 2);
            } else if (changes.cut() && took < BATCH_NANOS / 2) {
                batch = Math.min(BATCH, batch * 2);
            }
            return true;
        } finally {
            applying.unlock();
        }
    }

    /** Builds a new index from the store beside the live one and swaps it in; searches and changes go on meanwhile. */
    public long rebuild() {
        return meters.rebuild(this::rebuildNow);
    }

    /** What waits for the index, whichever node writes it. Blocks. */
    Outbox.Lag lag() {
        return outbox.behind(engine.isShared() ? outbox.reached().orElse(position) : position);
    }

    boolean rebuilding() {
        return meters.rebuilding();
    }

    Duration rebuildingFor() {
        return meters.rebuildingFor();
    }

    private long rebuildNow() {
        long subjects = 0;
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            OutboxPosition reached = outbox.now(store);
            for (var ids : allSubjects) {
                rebuild.apply(documents.batch(ids, reached));
                subjects += ids.size();
            }
            // before changes have to wait for the swap
            rebuild.settle();
            reached = follow(rebuild, reached);
            applying.lock();
            try {
                reached = follow(rebuild, reached);
                // what the live index has ahead the new one has too
                Outbox.Small small = outbox.small(reached, Outbox.Small.NONE);
                if (!small.subjectIds().isEmpty()) {
                    rebuild.apply(documents.batch(small.subjectIds(), reached));
                }
                rebuild.swap();
                position = reached;
                ahead = small;
                outbox.reached(position);
            } finally {
                applying.unlock();
            }
        }
        log.info("index rebuilt from {} subjects", subjects);
        return subjects;
    }

    private OutboxPosition follow(SearchEngine.Rebuild rebuild, OutboxPosition from) {
        OutboxPosition reached = from;
        while (true) {
            Outbox.Changes changes = outbox.after(reached, BATCH);
            if (changes.subjectIds().isEmpty()) {
                return reached;
            }
            reached = changes.upTo();
            rebuild.apply(documents.batch(changes.subjectIds(), reached));
        }
    }

    private void run() {
        while (!stopped(0)) {
            try {
                if (!inTurn(this::carry)) {
                    // who writes tells what becomes of it
                    away = false;
                    stopped(TURN_MILLIS);
                }
            } catch (IndexTakenOverException elsewhere) {
                log.info("another node wrote the index: {}", elsewhere.getMessage());
            } catch (RuntimeException failure) {
                tell(failure);
                stopped(RETRY_MILLIS);
            }
        }
    }

    /** Carries changes over until the end, or until something fails. */
    private void carry() {
        while (!stopped(0)) {
            if (!up) {
                bringUp();
            }
            if (engine.needsRebuild()) {
                if (!full) {
                    log.error("检索索引已损坏，正在从数据库重建 (the search index is damaged and is built anew from the store)");
                }
                rebuild();
            }
            boolean more = step();
            outage.over();
            full = false;
            if (away) {
                away = false;
                log.warn("检索引擎已恢复，索引已赶上 (the search engine is back, the index has caught up)");
            }
            if (!more) {
                prune();
                stopped(IDLE_MILLIS);
            }
        }
    }

    private void tell(RuntimeException failure) {
        if (StoreCalls.isAway(failure)) {
            outage.met(failure);
        } else if (failure instanceof SearchEngineAwayException) {
            if (!away) {
                away = true;
                log.error(
                        "检索引擎不可用；新的变更等待它恢复 (the search engine is away; changes wait for it): {}", failure.getMessage());
            }
        } else if (!FullDisk.isCauseOf(failure)) {
            log.error("the projection failed on a batch after {} and tries again", position, failure);
        } else if (!full) {
            full = true;
            log.error(
                    "检索索引所在磁盘已满；检索照常，新的变更等待空间 (the disk of the search index is full; searches go on, changes wait for space)");
        }
    }

    /** Waits for the end that long; never by interrupt, which would close the index files under the writer. */
    private boolean stopped(long millis) {
        try {
            return stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void prune() {
        if (System.nanoTime() - prunedAt < PRUNE_EVERY || engine.position().equals(IndexBatch.START)) {
            return;
        }
        prunedAt = System.nanoTime();
        outbox.prune(OutboxPosition.parse(engine.position()));
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
