package org.chengxin.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.chengxin.TestStore;
import org.chengxin.shared.Ids;
import org.junit.jupiter.api.Test;

/** What nodes of one portal learn of each other through PostgreSQL: changes, and who does what. */
class StoreChangesIT {

    private final TestStore store = TestStore.fresh();

    private static void await(BooleanSupplier what) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(20);
        }
    }

    private void change(String subject) {
        store.jdbc
                .sql("insert into outbox (subject_id) values (:id)")
                .param("id", subject)
                .update();
    }

    @Test
    void allNodesComeToTheSameNameForTheSameState() throws Exception {
        store.jdbc
                .sql("insert into store_setting (name, value) values ('store-id', 'here')")
                .update();
        StoreChanges one = new StoreChanges(store.dataSource, new Ids(new SecureRandom()));
        StoreChanges other = new StoreChanges(store.dataSource, new Ids(new SecureRandom()));
        assertThat(one.version()).as("not listening").isNull();
        one.start();
        other.start();
        try {
            await(() -> one.version() != null && other.version() != null);
            assertThat(one.version()).as("what was before is unknown").isNotEqualTo(other.version());
            String before = one.version();
            store.transaction.executeWithoutResult(status -> {
                change("a");
                status.setRollbackOnly();
            });
            change("b");
            await(() -> !one.version().equals(before) && one.version().equals(other.version()));
            String then = one.version();
            store.transaction.executeWithoutResult(status -> {
                change("c");
                assertThat(one.version()).as("not committed yet").isEqualTo(then);
            });
            await(() -> !one.version().equals(then) && one.version().equals(other.version()));
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(one.version()).isNull();
    }

    @Test
    void aSourceTakenInWithoutANewFactIsAChangeToo() throws Exception {
        StoreChanges changes = new StoreChanges(store.dataSource, new Ids(new SecureRandom()));
        changes.start();
        try {
            await(() -> changes.version() != null);
            String before = changes.version();
            store.jdbc
                    .sql("insert into source (code, name, kind) values ('s', '来源', 'department')")
                    .update();
            await(() -> !before.equals(changes.version()));
        } finally {
            changes.stop();
        }
    }

    @Test
    void workIsDoneByOneNodeAtATime() throws Exception {
        OneNode one = new OneNode(store.dataSource);
        OneNode other = new OneNode(store.dataSource);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread working = new Thread(() -> one.unlessElsewhere("work", () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            done.add("one");
        }));
        working.start();
        begun.await();
        assertThat(other.unlessElsewhere("work", () -> done.add("other"))).isFalse();
        assertThat(other.unlessElsewhere("other work", () -> done.add("other work")))
                .isTrue();
        Thread waiting = new Thread(() -> other.inTurn("work", () -> done.add("after")));
        waiting.start();
        end.countDown();
        working.join();
        waiting.join();
        assertThat(done).containsExactly("other work", "one", "after");
        assertThat(one.unlessElsewhere("work", () -> done.add("again"))).isTrue();
    }
}
