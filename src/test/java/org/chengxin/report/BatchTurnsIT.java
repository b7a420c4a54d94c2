package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chengxin.TestStore;
import org.junit.jupiter.api.Test;

/** Whose turn it is among batches of several holders. */
class BatchTurnsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final TestStore store = TestStore.fresh();
    private final BatchStore batches = new BatchStore(store.jdbc);

    @Test
    void holdersTakeTurnsAndTheirBatchesComeInOrder() {
        order("flood", "a", 3);
        order("flood", "b", 3);
        order("reader", "c", 2);
        assertThat(made(8)).containsExactly("a1", "c1", "a2", "c2", "a3", "b1", "b2", "b3");
        assertThat(made(1)).as("nothing waits").isEmpty();
    }

    @Test
    void whoComesLateIsNotStarved() {
        order("flood", "a", 100);
        assertThat(made(3)).containsExactly("a1", "a2", "a3");
        order("reader", "c", 1);
        assertThat(made(2)).contains("c1");
    }

    @Test
    void howFarABatchIsFromItsNextReportIsTold() {
        order("flood", "a", 5);
        order("flood", "b", 3);
        order("reader", "c", 2);
        order("tender", "d", 9);
        assertThat(ahead("a", "flood")).as("one of each of the others, at most").containsExactly(0, 2);
        assertThat(ahead("b", "flood")).as("all of a, both of c, six of d").containsExactly(1, 13);
        assertThat(find("b", "flood").state()).isEqualTo(ReportBatch.State.QUEUED);
        List<String> made = made(14);
        assertThat(made.indexOf("b1")).as("and so it comes").isBetween(10, 13);
        assertThat(ahead("b", "flood")).containsExactly(0, 1);
        assertThat(find("b", "flood").state()).isEqualTo(ReportBatch.State.RUNNING);
    }

    @Test
    void whatAnotherPortalHoldsIsLeftOut() {
        order("flood", "a", 2);
        order("reader", "c", 1);
        store.transaction.executeWithoutResult(status -> {
            assertThat(place(batches.turn(NOW, ""))).isEqualTo("a1");
            // a connection of its own
            String other = CompletableFuture.supplyAsync(() -> place(batches.turn(NOW, "")))
                    .join();
            assertThat(other).isEqualTo("a2");
        });
    }

    private void order(String holder, String id, int rows) {
        store.transaction.executeWithoutResult(status -> batches.add(
                new ReportBatch(id, Locale.CHINESE, 0, 0, 0, rows, 0, NOW, NOW.plus(Duration.ofHours(1))),
                holder,
                Collections.nCopies(rows, "s1"),
                NOW.plusSeconds(60)));
    }

    private String served = "";

    /** As the maker does it. */
    private List<String> made(int most) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            store.transaction.executeWithoutResult(
                    status -> batches.turn(NOW, served).ifPresent(turn -> {
                        served = turn.holder();
                        made.add(turn.row().batch() + turn.row().place());
                        batches.made(turn.row(), BatchRow.State.NOT_FOUND, null);
                    }));
        }
        return made;
    }

    private static String place(Optional<BatchStore.Turn> turn) {
        return turn.map(one -> one.row().batch() + one.row().place()).orElse("");
    }

    private ReportBatch find(String id, String holder) {
        return batches.find(id, holder, NOW).orElseThrow();
    }

    private List<Integer> ahead(String id, String holder) {
        ReportBatch batch = find(id, holder);
        return List.of(batch.ahead(), batch.reportsAhead());
    }
}
