package org.chengxin.report;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The one queue of documents to be written, on a few threads of its own. Clients take turns, one document each, so that who asks
 * for many does not make the others wait; when it is full, who has most in it gives way. What nobody waits for any more is not
 * written.
 */
final class WritingQueue implements AutoCloseable {

    private static final int REMEMBERED = 16;

    /** A writer rests so many times as long as look-ups took while it wrote: they come first. */
    private static final int COURTESY = 4;

    /** And at most so many times as long as it wrote: documents move on, however many look-ups there are. */
    private static final int LONGEST_REST = 4;

    /** Nobody is sent away for longer: the first documents take far longer than those that follow. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Clients that have something waiting, in the order of their turns. */
    private final Map<String, Deque<Job<?>>> waiting = new LinkedHashMap<>();

    private final ExecutorService threads;
    private final int writers;
    private final int most;
    private final LongSupplier nanos;
    private final LongSupplier lookUps;
    private final LongConsumer rest;
    private int size;
    /** Documents that are being written. */
    private int busy;
    /** How long one document takes a writer, its rest included: of the last ones more than of those before. */
    private Duration each = Duration.ZERO;

    /**
     * An empty queue.
     *
     * @param threads that write
     * @param most documents that wait at a time
     * @param nanos a clock that only goes forward, in nanoseconds
     * @param lookUps nanoseconds that look-ups took so far
     * @param rest lets the thread do nothing for so many nanoseconds
     */
    WritingQueue(int threads, int most, LongSupplier nanos, LongSupplier lookUps, LongConsumer rest) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "report-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.writers = threads;
        this.most = most;
        this.nanos = nanos;
        this.lookUps = lookUps;
        this.rest = rest;
    }

    /**
     * Work in its turn.
     *
     * @param client as whom it is counted
     * @return errors with {@link ProblemKind#QUEUE_FULL} when too much waits
     */
    <T> Mono<T> take(String client, Callable<T> work) {
        return Mono.create(sink -> enter(new Job<>(client, work, sink), most));
    }

    /** Work that waits for its turn however much waits already: for one who has no more than one in the queue. */
    <T> Mono<T> takeSurely(String client, Callable<T> work) {
        return Mono.create(sink -> enter(new Job<>(client, work, sink), Integer.MAX_VALUE));
    }

    private void enter(Job<?> job, int limit) {
        Job<?> refused = add(job, limit);
        if (refused != job) {
            job.sink.onCancel(() -> leave(job));
            threads.execute(this::one);
        }
        if (refused != null) {
            refused.sink.error(ProblemException.retryAfter(ProblemKind.QUEUE_FULL, untilWritten()));
        }
    }

    /** The one that has no place, if any: this one, or the last of the client who has most. */
    private synchronized @Nullable Job<?> add(Job<?> job, int limit) {
        Deque<Job<?>> own = waiting.computeIfAbsent(job.client, client -> new ArrayDeque<>());
        own.add(job);
        size++;
        if (size <= limit) {
            return null;
        }
        Deque<Job<?>> longest = waiting.values().stream()
                .max(Comparator.comparingInt(Deque::size))
                .orElse(own);
        Job<?> refused = longest.size() > own.size() ? longest.getLast() : job;
        leave(refused);
        return refused;
    }

    private synchronized void leave(Job<?> job) {
        Deque<Job<?>> own = waiting.get(job.client);
        if (own != null && own.remove(job)) {
            size--;
            if (own.isEmpty()) {
                waiting.remove(job.client);
            }
        }
    }

    private void one() {
        Job<?> job = next();
        if (job != null) {
            long begun = nanos.getAsLong();
            long lookedUp = lookUps.getAsLong();
            try {
                job.run();
            } finally {
                long time = nanos.getAsLong() - begun;
                long pause = Math.min(COURTESY * (lookUps.getAsLong() - lookedUp), LONGEST_REST * time);
                took(Duration.ofNanos(time + pause));
                rest.accept(pause);
            }
        }
    }

    private synchronized void took(Duration time) {
        busy--;
        each = each.isZero()
                ? time
                : each.multipliedBy(REMEMBERED - 1).plus(time).dividedBy(REMEMBERED);
    }

    /** When what waits now is written: who comes back sooner finds no place. Whole seconds, one to sixty. */
    private synchronized Duration untilWritten() {
        Duration until =
                Duration.ofSeconds(each.multipliedBy(size).dividedBy(writers).toSeconds() + 1);
        return until.compareTo(LONGEST_WAIT) < 0 ? until : LONGEST_WAIT;
    }

    /** The first of the client whose turn it is, who then comes last; null when all that waited has left. */
    private synchronized @Nullable Job<?> next() {
        var turns = waiting.entrySet().iterator();
        if (!turns.hasNext()) {
            return null;
        }
        Map.Entry<String, Deque<Job<?>>> turn = turns.next();
        String client = turn.getKey();
        Deque<Job<?>> own = turn.getValue();
        Job<?> job = own.remove();
        size--;
        busy++;
        waiting.remove(client);
        if (!own.isEmpty()) {
            waiting.put(client, own);
        }
        return job;
    }

    /** Where a client stands. Clients take turns: as many documents are ahead as clients. */
    synchronized QueuePlace place(String client) {
        Deque<Job<?>> own = waiting.get(client);
        int ahead = own == null ? waiting.size() : List.copyOf(waiting.keySet()).indexOf(client);
        // those being written now, the ones ahead, and it
        Duration until = each.multipliedBy(busy + ahead + 1L).dividedBy(writers);
        return new QueuePlace(size, own == null ? 0 : own.size(), ahead, until);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class Job<T> {

        private final String client;
        private final Callable<T> work;
        private final MonoSink<T> sink;

        Job(String client, Callable<T> work, MonoSink<T> sink) {
            this.client = client;
            this.work = work;
            this.sink = sink;
        }

        void run() {
            Mono.fromCallable(work).subscribe(sink::success, sink::error);
        }
    }
}
