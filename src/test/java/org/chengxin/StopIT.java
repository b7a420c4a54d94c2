package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal ends while it gives out reports: by SIGTERM, by kill -9. A number that a reader holds always verifies. */
class StopIT {

    private static final String REPORT = "/api/v1/subjects/91420202MA44G5GY9R/report.pdf";
    private static final Pattern NUMBER = Pattern.compile("/verify/(CX[0-9A-Z]+)");

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ConcurrentLinkedQueue<byte[]> received = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void whatWasGivenOutVerifiesAfterAnyEnd() throws Exception {
        try (ForkedPortal portal = new ForkedPortal(folder, folder.resolve("data"))) {
            for (int kill = 0; kill < 2; kill++) {
                Process process = portal.serve();
                underLoad(portal, () -> {
                    Thread.sleep(1_000 + random.nextInt(2_000));
                    ForkedPortal.kill(process);
                });
            }
            Process process = portal.serve();
            long postgres = portal.postgres();
            underLoad(portal, () -> {
                Thread.sleep(1_500);
                long start = System.nanoTime();
                process.destroy();
                assertThat(process.waitFor(20, TimeUnit.SECONDS))
                        .as(portal::logText)
                        .isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            });
            assertThat(folder.resolve("data/postgres/postmaster.pid"))
                    .as("PostgreSQL stopped with it, in good order")
                    .doesNotExist();
            // it takes that file away a moment before its process ends
            portal.eventually(
                    Duration.ofSeconds(2), () -> ProcessHandle.of(postgres).isEmpty());
            assertThat(refused)
                    .as("a request that was taken is answered, seed %d", seed)
                    .doesNotContain(500);
            portal.serve();
            assertThat(received).hasSizeGreaterThan(5);
            for (byte[] pdf : received) {
                assertThat(portal.json("/api/v1/verifications/" + number(pdf))
                                .at("/state")
                                .asString())
                        .as("seed %d", seed)
                        .isEqualTo("current");
            }
        }
    }

    private interface End {
        void run() throws Exception;
    }

    /** Three readers ask for reports, one after the other, until the end. */
    private void underLoad(ForkedPortal portal, End end) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            running.add(readers.submit(() -> {
                while (!over.get()) {
                    try {
                        var answer = portal.bytes(REPORT);
                        if (answer.statusCode() == 200) {
                            received.add(answer.body());
                        } else {
                            refused.add(answer.statusCode());
                        }
                    } catch (IOException gone) {
                        return null;
                    }
                }
                return null;
            }));
        }
        try {
            end.run();
        } finally {
            over.set(true);
            readers.shutdown();
        }
        for (var reader : running) {
            reader.get(20, TimeUnit.SECONDS);
        }
    }

    private static String number(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Matcher number =
                    NUMBER.matcher(new PDFTextStripper().getText(document).replaceAll("\\s", ""));
            assertThat(number.find()).isTrue();
            return number.group(1);
        }
    }
}
