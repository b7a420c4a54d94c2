package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * kill -9 at random moments of import, projection, publication, rebuild, report, batch of reports and transparency log, in
 * processes of their own; afterwards the doors answer as those of a portal that nobody killed. Replay with {@code -Dtest.seed}.
 */
class KillIT {

    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final int ROWS = 6_000;
    private static final int PENALTIES = 1_200;
    private static final int ASKED = 6;
    private static final String[] REINDEX = {"reindex"};

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ReportReaders readers = new ReportReaders(1);
    private final KilledBatch batch = new KilledBatch();
    private final KilledLog transparency = new KilledLog();

    @Test
    void whatWasKilledAnywhereAnswersLikeWhatNeverWas() throws Exception {
        log.info("seed={}", seed);
        StatedSubjects stated = StatedSubjects.write(folder.resolve("subjects.tsv"), ROWS, random);
        StatedPenalties penalties = StatedPenalties.write(folder, PENALTIES, random);
        try (ForkedPortal killed = portal("killed");
                ForkedPortal calm = portal("calm")) {
            List<String[]> commands = List.of(stated.importing(), penalties.publishing(), penalties.ending());
            var undisturbed = CompletableFuture.runAsync(() -> serveAndRun(calm, commands));
            Process alone = killed.start(stated.importing());
            killed.awaitOwnWork(alone);
            Thread.sleep(random.nextInt(2_500));
            ForkedPortal.kill(alone);
            killWhileServing(killed, stated.importing(), penalties.publishing());
            killWhileServing(killed, penalties.ending(), REINDEX);

            serveAndRun(killed, commands);
            undisturbed.join();
            for (ForkedPortal portal : List.of(killed, calm)) {
                stated.assertWholeIn(portal.store());
                penalties.assertWholeIn(portal.store());
            }
            killed.eventually(Duration.ofSeconds(60), () -> count(killed, "job where finished_at is null") == 0);
            assertThat(count(killed, "job where failure is not null"))
                    .as("what a killed portal was asked for is done by the next")
                    .isZero();
            readers.assertAllVerify(killed);
            batch.assertResumed(killed, folder);
            transparency.assertOnlyGrown(killed);
            assertSame(killed, calm, stated, penalties);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("refused rows").noneMatch(file -> file.toString()
                    .endsWith(".errors.csv"));
        }
    }

    private void assertSame(ForkedPortal killed, ForkedPortal calm, StatedSubjects stated, StatedPenalties penalties)
            throws Exception {
        List<String> names = new ArrayList<>();
        for (List<String> some : List.of(stated.names(), penalties.shown(), penalties.gone())) {
            random.ints(ASKED, 0, some.size()).mapToObj(some::get).forEach(names::add);
        }
        Map<String, Object> never = PublicAnswers.of(calm, names);
        Map<String, Object> after = PublicAnswers.of(killed, names);
        never.forEach((door, answer) ->
                assertThat(after.get(door)).as("%s, seed %d", door, seed).isEqualTo(answer));
        for (ForkedPortal portal : List.of(killed, calm)) {
            assertThat(portal.json("/api/v1/records?size=1&q=" + ForkedPortal.encode(StatedPenalties.FACTS))
                            .at("/total/value")
                            .asInt())
                    .as("what is in publication, and nothing that has ended, seed %d", seed)
                    .isEqualTo(penalties.shown().size());
        }
    }

    /** Runs commands to their end beside a portal. */
    private static void serveAndRun(ForkedPortal portal, List<String[]> commands) {
        try {
            portal.serve();
            for (String[] command : commands) {
                assertThat(portal.run(command).exit()).as(portal::logText).isZero();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Kills a portal that gives out reports, and commands that run beside it all at once. */
    private void killWhileServing(ForkedPortal portal, String[]... commands) throws Exception {
        List<Process> running = new ArrayList<>(List.of(portal.serve()));
        readers.until(portal, () -> {
            long before = done(portal);
            for (String[] command : commands) {
                running.add(portal.start(command));
            }
            int reports = readers.reports();
            portal.eventually(Duration.ofSeconds(60), () -> done(portal) > before && readers.reports() > reports);
            Thread.sleep(random.nextInt(5_000));
            batch.awaitSome(portal);
            transparency.awaitWriting(portal);
            for (Process process : running) {
                ForkedPortal.kill(process);
            }
        });
    }

    /** Rows taken in and rebuilds asked for: grows when a command is at its work. */
    private static long done(ForkedPortal portal) throws IOException {
        return count(portal, "job")
                + portal.store()
                        .sql("select coalesce(sum(rows_done), 0) from import_run")
                        .query(Long.class)
                        .single();
    }

    private static long count(ForkedPortal portal, String what) throws IOException {
        return portal.store()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    private ForkedPortal portal(String name) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        return ForkedPortal.seeded(own, own.resolve("data"));
    }
}
