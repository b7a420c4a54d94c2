package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;

/** One thread, held while clients come. */
class WritingQueueTests {

    private static final int MOST = 6;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong lookedUp = new AtomicLong();
    private final BlockingQueue<Long> rested = new LinkedBlockingQueue<>();
    private final WritingQueue queue = new WritingQueue(1, MOST, nanos::get, lookedUp::get, rested::add);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> written = new CopyOnWriteArrayList<>();

    @BeforeEach
    void hold() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        queue.take("somebody", () -> {
                    started.countDown();
                    release.await();
                    return "";
                })
                .subscribe();
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() {
        release.countDown();
        queue.close();
    }

    @Test
    void clientsTakeTurnsWhoeverAsksForMany() throws Exception {
        List<CompletableFuture<String>> all = List.of(
                ask("flood", 1),
                ask("flood", 2),
                ask("flood", 3),
                ask("reader", 1),
                ask("reader", 2),
                ask("tender", 1));
        finish(all);
        assertThat(written).containsExactly("flood 1", "reader 1", "tender 1", "flood 2", "reader 2", "flood 3");
    }

    @Test
    void whoHasMostGivesWayWhenItIsFull() throws Exception {
        List<CompletableFuture<String>> flood = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            flood.add(ask("flood", i));
        }
        refused(ask("flood", MOST + 1));
        CompletableFuture<String> first = ask("reader", 1);
        refused(flood.remove(MOST - 1));
        CompletableFuture<String> second = ask("reader", 2);
        refused(flood.remove(MOST - 2));
        CompletableFuture<String> third = ask("reader", 3);
        refused(flood.remove(MOST - 3));
        refused(ask("reader", 4));
        flood.addAll(List.of(first, second, third));
        finish(flood);
        assertThat(written).containsExactly("flood 1", "reader 1", "flood 2", "reader 2", "flood 3", "reader 3");
    }

    @Test
    void aBatchHasItsPlaceHoweverManyWait() throws Exception {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            all.add(ask("reader " + i, i));
        }
        refused(ask("one more", 1));
        all.add(queue.takeSurely("batch", () -> write("batch")).toFuture());
        finish(all);
        assertThat(written).hasSize(MOST + 1).endsWith("batch");
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotWritten() throws Exception {
        Disposable gone = queue.take("flood", () -> write("gone")).subscribe();
        List<CompletableFuture<String>> kept = new ArrayList<>(List.of(ask("flood", 2)));
        gone.dispose();
        for (int i = 0; i < MOST - 1; i++) {
            kept.add(ask("reader " + i, i));
        }
        refused(ask("one more", 1));
        finish(kept);
        assertThat(written).contains("flood 2").doesNotContain("gone");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 20", "10, 40", "100, 40"})
    void writersRestForLookUps(int lookUps, int rest) throws Exception {
        release.countDown();
        queue.take("somebody", () -> {
                    lookedUp.addAndGet(lookUps);
                    return nanos.addAndGet(10);
                })
                .block();
        assertThat(rested.poll(5, TimeUnit.SECONDS)).as("held from the start").isZero();
        assertThat(rested.poll(5, TimeUnit.SECONDS))
                .as("four times as long as look-ups took, or as it wrote if that is less")
                .isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"1, 13", "50, 60"})
    void whoIsRefusedIsToldWhenWhatWaitsIsWritten(int each, int wait) throws Exception {
        release.countDown();
        queue.take("somebody", () -> {
                    lookedUp.addAndGet(Duration.ofSeconds(each).toNanos() / 4);
                    return nanos.addAndGet(Duration.ofSeconds(each).toNanos());
                })
                .block();
        assertThat(rested.poll(5, TimeUnit.SECONDS)).as("held from the start").isZero();
        assertThat(rested.poll(5, TimeUnit.SECONDS))
                .as("four times as long as look-ups took")
                .isEqualTo(Duration.ofSeconds(each).toNanos());
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<String> held = queue.take("somebody", () -> {
                    started.countDown();
                    again.await();
                    return "";
                })
                .toFuture();
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < MOST; i++) {
            ask("reader " + i, i);
        }
        assertThat(refused(ask("one more", 1)))
                .as("six of %d seconds and as much rest, a minute at most", each)
                .isEqualTo(Duration.ofSeconds(wait));
        again.countDown();
        held.get(5, TimeUnit.SECONDS);
    }

    @Test
    void everybodyIsToldHowManyComeFirst() throws Exception {
        assertThat(queue.place("reader")).isEqualTo(new QueuePlace(0, 0, 0, Duration.ZERO));
        List<CompletableFuture<String>> all = new ArrayList<>(
                List.of(ask("flood", 1), ask("flood", 2), ask("flood", 3), ask("reader", 1), ask("tender", 1)));
        assertThat(queue.place("flood")).isEqualTo(new QueuePlace(5, 3, 0, Duration.ZERO));
        assertThat(queue.place("reader")).isEqualTo(new QueuePlace(5, 1, 1, Duration.ZERO));
        assertThat(queue.place("tender")).isEqualTo(new QueuePlace(5, 1, 2, Duration.ZERO));
        assertThat(queue.place("one more")).isEqualTo(new QueuePlace(5, 0, 3, Duration.ZERO));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        finish(all);
        assertThat(queue.place("tender").waiting()).isZero();
        assertThat(queue.place("tender").until())
                .as("by how long the last ones took")
                .isPositive();
    }

    private CompletableFuture<String> ask(String client, int number) {
        return queue.take(client, () -> write(client + " " + number)).toFuture();
    }

    private String write(String what) {
        written.add(what);
        return what;
    }

    private void finish(List<CompletableFuture<String>> all) throws Exception {
        release.countDown();
        for (CompletableFuture<String> one : all) {
            one.get(5, TimeUnit.SECONDS);
        }
    }

    private static Duration refused(CompletableFuture<String> one) {
        AtomicReference<Duration> wait = new AtomicReference<>();
        assertThat(one)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(ProblemKind.QUEUE_FULL);
                    assertThat(problem.retryAfter()).isPositive();
                    wait.set(problem.retryAfter());
                });
        return wait.get();
    }
}
