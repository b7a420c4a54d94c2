package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal is told to stop while it gives out reports: a number that a reader holds always verifies. */
class StopIT {

    private static final long STOP_SECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void whatWasTakenIsAnsweredAndWhatWasGivenOutVerifies() throws Exception {
        ReportReaders readers = new ReportReaders(3);
        try (ForkedPortal portal = ForkedPortal.seeded(folder, folder.resolve("data"))) {
            Process process = portal.serve();
            long postgres = portal.postgres();
            readers.until(portal, () -> {
                portal.eventually(Duration.ofSeconds(60), () -> readers.reports() > 5);
                long start = System.nanoTime();
                process.destroy();
                assertThat(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS))
                        .as(portal::logText)
                        .isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(STOP_SECONDS));
            });
            assertThat(folder.resolve("data/postgres/postmaster.pid"))
                    .as("PostgreSQL stopped with it, in good order")
                    .doesNotExist();
            // it takes that file away a moment before its process ends
            portal.eventually(
                    Duration.ofSeconds(2), () -> ProcessHandle.of(postgres).isEmpty());
            assertThat(readers.refused())
                    .as("a request that was taken is answered")
                    .doesNotContain(500);
            portal.serve();
            readers.assertAllVerify(portal);
        }
    }
}
