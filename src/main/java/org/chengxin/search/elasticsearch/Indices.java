package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.time.Clock;
import java.time.Duration;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.SearchEngine.Rebuild;
import org.jspecify.annotations.Nullable;

/** Writes to the live generation, builds the next one beside it, and ends those that are over. */
final class Indices implements AutoCloseable {

    /** Searches under way on the old generation have ended by then. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);
    /** A generation nobody has written to for so long was left by a portal that was killed. */
    private static final Duration LEFT = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final Generations generations;
    private final ElasticsearchSettings settings;
    private final Clock clock;
    private final BulkWriter bulk;
    private @Nullable GenerationWriter live;
    /** Whether the live generation has other fields than those asked for: it answers until it is built anew. */
    private boolean outdated;

    private boolean rebuilding;
    private long cleanAt = System.nanoTime();

    Indices(Cluster cluster, Generations generations, ElasticsearchSettings settings, Clock clock) {
        this.cluster = cluster;
        this.generations = generations;
        this.settings = settings;
        this.clock = clock;
        this.bulk = new BulkWriter(cluster, settings);
    }

    /** Forgets what was known of the live generation: other nodes may have written since. */
    synchronized void takeUp() {
        live = null;
    }

    /**
     * What writes to the live generation; begins the first one where there is none.
     *
     * @throws IndexTakenOverException when another node has written it, or built it anew, since it was taken up
     */
    synchronized GenerationWriter writer() {
        GenerationWriter known = live;
        if (known != null && known.isTakenOver()) {
            throw new IndexTakenOverException("another node writes the index", null);
        }
        if (known == null) {
            GenerationState state = generations.live();
            if (state == null) {
                state = GenerationState.of(generations.create(), clock.millis()).write(cluster);
                generations.point(state.generation());
            } else {
                outdated = !generations.isCurrent(state.generation());
            }
            known = new GenerationWriter(cluster, generations, bulk, clock, state);
            live = known;
        }
        return known;
    }

    /** Another node has built the index anew: who writes here has to take that one up. */
    synchronized void follow(Generation seen) {
        GenerationWriter known = live;
        if (known != null && known.generation().number() < seen.number()) {
            known.giveUp();
        }
    }

    /**
     * Position of the live generation; that of an empty one where it has to be built anew or there is none: an empty one in its
     * place would answer that there is nothing.
     */
    synchronized String position() {
        if (live == null && generations.live() == null) {
            return IndexBatch.START;
        }
        String position = writer().position();
        return outdated ? IndexBatch.START : position;
    }

    /** Makes what was applied searchable; returns whether there was anything. */
    boolean publish() {
        GenerationWriter writer;
        synchronized (this) {
            writer = live;
        }
        return writer != null && writer.publish();
    }

    /** Starts a generation beside the live one. */
    synchronized Rebuild rebuild(Runnable swapped) {
        if (rebuilding) {
            throw new IllegalStateException("the index is being built anew already");
        }
        GenerationState next =
                GenerationState.of(generations.create(), clock.millis()).write(cluster);
        rebuilding = true;
        return new Building(new GenerationWriter(cluster, generations, bulk, clock, next), swapped);
    }

    private synchronized void ended(@Nullable GenerationWriter next) {
        rebuilding = false;
        if (next != null) {
            live = next;
            outdated = false;
            cleanAt = System.nanoTime() + UNDER_WAY.toNanos();
        }
    }

    /** Removes generations that are over, once a while. */
    void clean() {
        GenerationWriter writer;
        synchronized (this) {
            writer = live;
            if (writer == null || rebuilding || System.nanoTime() - cleanAt < 0) {
                return;
            }
            cleanAt = System.nanoTime() + LEFT.toNanos();
        }
        long now = writer.generation().number();
        for (long number : generations.numbers()) {
            Generation generation = new Generation(settings.prefix(), number);
            if (number > 0 && (number < now || (number > now && isLeft(generation)))) {
                generations.drop(generation);
            }
        }
    }

    private boolean isLeft(Generation generation) {
        try {
            long touched = GenerationState.read(cluster, settings.prefix(), generation.index(Generation.STATE))
                    .touched();
            return clock.millis() - touched > LEFT.toMillis();
        } catch (ElasticsearchException refused) {
            // gone meanwhile
            return false;
        }
    }

    @Override
    public void close() {
        bulk.stop();
        GenerationWriter writer;
        synchronized (this) {
            writer = live;
        }
        if (writer != null) {
            writer.end();
        }
    }

    private final class Building implements Rebuild {

        private final GenerationWriter next;
        private final Runnable swapped;
        private boolean ended;

        Building(GenerationWriter next, Runnable swapped) {
            this.next = next;
            this.swapped = swapped;
        }

        @Override
        public void apply(IndexBatch batch) {
            next.apply(batch);
        }

        @Override
        public void settle() {
            try {
                next.merge();
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupt);
            }
        }

        @Override
        public void swap() {
            if (ended) {
                throw new IllegalStateException("this rebuild has ended");
            }
            next.publish();
            generations.point(next.generation());
            ended = true;
            ended(next);
            swapped.run();
        }

        @Override
        public void close() {
            if (!ended) {
                ended = true;
                ended(null);
                generations.drop(next.generation());
            }
        }
    }
}
