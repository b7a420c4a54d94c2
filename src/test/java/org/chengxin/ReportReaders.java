package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** Readers that ask for reports on one subject, one after the other, while a portal is ended. */
final class ReportReaders {

    /** Whose reports they ask for. */
    static final String SUBJECT = "91420202MA44G5GY9R";

    private static final String REPORT = "/api/v1/subjects/" + SUBJECT + "/report.pdf";
    private static final Pattern NUMBER = Pattern.compile("/verify/(CX[0-9A-Z]+)");

    private final int readers;
    private final ConcurrentLinkedQueue<byte[]> received = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();

    ReportReaders(int readers) {
        this.readers = readers;
    }

    interface End {
        void run() throws Exception;
    }

    /** Reads until the end has come; a reader whose portal is gone goes too. */
    void until(ForkedPortal portal, End end) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            running.add(threads.submit(() -> {
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
            threads.shutdown();
        }
        for (var reader : running) {
            reader.get(20, TimeUnit.SECONDS);
        }
    }

    /** Status codes of the answers that were no report. */
    List<Integer> refused() {
        return List.copyOf(refused);
    }

    /** How many reports they hold. */
    int reports() {
        return received.size();
    }

    /** Fails unless every number that a reader holds verifies; there must be one. */
    void assertAllVerify(ForkedPortal portal) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (byte[] pdf : received) {
            String number = number(pdf);
            numbers.add(number);
            assertThat(portal.json("/api/v1/verifications/" + number)
                            .at("/state")
                            .asString())
                    .isEqualTo("current");
        }
        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String number(byte[] pdf) throws IOException {
        Matcher number = NUMBER.matcher(text(pdf).replaceAll("\\s", ""));
        assertThat(number.find()).isTrue();
        return number.group(1);
    }
}
