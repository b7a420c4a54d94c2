package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chengxin.indexing.IndexWork;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.ImportResult;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** A penalty from its import to its withdrawal, repair and end, as every door shows it. */
class RecordLifeIT extends ChangedPortalTest {

    private static final String HEAD =
            "CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFDJ,CF_CFJG,state\n";
    private static final String SUBJECT = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final Duration SEARCHABLE_WITHIN = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(RecordLifeIT.class);

    @Autowired
    private Importer importer;

    @Autowired
    private IndexWork index;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int files;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void whatIsWithdrawnWasNeverThere() throws Exception {
        String number = "黄市监处罚〔2026〕90001号";
        take(number, "");
        eventually(() -> searched(number));
        Shown shown = shownEverywhere(number);
        Instant whenShown = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        take(number, "withdrawn");
        eventually(() -> !searched(number));
        goneEverywhere(number, shown);
        assertThat(body("/api/v1/subjects/" + shown.subject + "?asOf=" + whenShown))
                .as("an earlier day does not bring it back")
                .doesNotContain(number);

        take(number, "");
        Thread.sleep(SEARCHABLE_WITHIN.toMillis());
        goneEverywhere(number, shown);
    }

    @Test
    void whatIsRepairedCannotBePublishedAgainEvenInWords() throws Exception {
        String number = "黄市监处罚〔2026〕90002号";
        take(number, "");
        eventually(() -> searched(number));
        Shown shown = shownEverywhere(number);
        take(number, "repaired");
        eventually(() -> !searched(number));
        take(number, "published");
        Thread.sleep(SEARCHABLE_WITHIN.toMillis());
        goneEverywhere(number, shown);
    }

    @Test
    void pastItsEndItIsGoneFromEveryDoorAtThatMomentWithoutAnyWrite() throws Exception {
        String number = "黄市监处罚〔2026〕90003号";
        take(number, "");
        eventually(() -> searched(number));
        Shown shown = shownEverywhere(number);
        clock.move(Duration.between(clock.instant(), end().minusSeconds(120)));
        assertThat(searched(number)).as("on its last day").isTrue();
        clock.move(Duration.ofSeconds(121));
        assertThat(searched(number)).isFalse();
        goneEverywhere(number, shown);
    }

    @Test
    void aClockThatJumpsHidesNothingAndShowsNothingPastItsEnd() throws Exception {
        String first = "黄市监处罚〔2026〕90004号";
        String second = "黄市监处罚〔2026〕90005号";
        take(first, "");
        eventually(() -> searched(first));
        // what is written and projected now bears a time far ahead, and the first has ended by it
        clock.move(Duration.between(clock.instant(), end()).plusDays(30));
        take(second, "");
        index.rebuild();
        assertShown(first, false);
        clock.reset();
        assertShown(first, true);
        eventually(() -> searched(second));
        assertShown(second, true);
        take(second, "published");
        index.rebuild();
        JsonNode record = get("/api/v1/records?q=" + second).at("/items/0/id");
        JsonNode publication = get("/api/v1/records/" + record.asString());
        assertThat(Instant.parse(publication.at("/publicUntil").asString()))
                .as("counted from the decision")
                .isEqualTo(end());
        assertThat(Instant.parse(publication.at("/publicFrom").asString()))
                .as("said again under the right clock")
                .isBeforeOrEqualTo(clock.instant());
        clock.move(Duration.ofDays(-30));
        assertShown(first, true);
        log.info("seed={}", seed);
        for (int jump = 0; jump < 12; jump++) {
            clock.reset();
            clock.move(Duration.ofHours(random.nextInt(4 * 365 * 24) - 60 * 24));
            if (random.nextInt(4) == 0) {
                index.rebuild();
            }
            assertShown(first, clock.instant().isBefore(end()));
            assertShown(second, clock.instant().isBefore(end()));
        }
    }

    private void assertShown(String number, boolean shown) {
        String when = "at " + clock.instant() + ", seed " + seed;
        assertThat(searched(number)).as(when).isEqualTo(shown);
        assertThat(body("/api/v1/subjects/" + USCC + "/records?type=penalty&size=50")
                        .contains(number))
                .as(when)
                .isEqualTo(shown);
        assertThat(body("/lists/serious-default")).as(when).doesNotContain(number);
    }

    @Test
    void pastItsEndNothingOfItComesOutOfACache() throws Exception {
        String number = "黄市监处罚〔2026〕90006号";
        take(number, "");
        eventually(() -> searched(number));
        Shown shown = shownEverywhere(number);
        clock.move(Duration.between(clock.instant(), end().minusSeconds(120)));
        List<String> doors = List.of(
                "/s/" + shown.subject,
                "/s/" + shown.subject + "/records/" + shown.record,
                "/search?q=" + SUBJECT,
                "/statistics",
                "/statistics.csv?by=type",
                "/api/v1/records/" + shown.record,
                "/api/v1/records?q=" + number,
                "/api/v1/subjects?q=" + SUBJECT,
                "/api/v1/subjects/" + shown.subject,
                "/api/v1/subjects/" + shown.subject + "/records?type=penalty",
                "/api/v1/subjects/" + shown.subject + "/report.pdf",
                "/api/v1/verifications/" + shown.reportNumber,
                "/verify/" + shown.reportNumber);
        Map<String, String> tags = new LinkedHashMap<>();
        for (String door : doors) {
            HttpHeaders headers = ask(door, null).getResponseHeaders();
            assertThat(headers.getCacheControl())
                    .as("an answer that shows the record is asked for anew each time: %s", door)
                    .matches("no-store|no-cache(, private)?");
            if (headers.getETag() != null) {
                tags.put(door, headers.getETag());
                // each asking of a search makes a cursor of its own
                assertThat(ask(door, headers.getETag()).getStatus().value())
                        .as("not changed: %s", door)
                        .isIn(304, door.contains("q=") ? 200 : 304);
            }
        }
        assertThat(tags).as("doors that answer conditional requests").hasSizeGreaterThanOrEqualTo(7);
        clock.move(Duration.ofSeconds(121));
        tags.forEach((door, tag) -> assertThat(ask(door, tag).getStatus().value())
                .as("past the end: %s", door)
                .isIn(200, 404));
        goneEverywhere(number, shown);
    }

    private EntityExchangeResult<byte[]> ask(String door, @Nullable String tag) {
        return http().get()
                .uri(door)
                .headers(headers -> {
                    if (tag != null) {
                        headers.setIfNoneMatch(tag);
                    }
                })
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** When what these tests take in is not public any more. */
    private Instant end() {
        return decided().plusYears(3).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** Where a record was seen. */
    private record Shown(String subject, String record, String reportNumber) {}

    private Shown shownEverywhere(String number) throws IOException {
        var record = get("/api/v1/records?q=" + number).at("/items/0");
        assertThat(record.at("/documentNumber").asString()).isEqualTo(number);
        String id = record.at("/id").asString();
        String subject = get("/api/v1/subjects/" + USCC).at("/id").asString();
        assertThat(body("/s/" + subject)).contains(number, "虚构用户评价");
        assertThat(body("/s/" + subject + "/records/" + id)).contains(number);
        assertThat(body("/api/v1/records/" + id)).contains(number);
        assertThat(body("/api/v1/subjects/" + subject + "/records?type=penalty"))
                .contains(number);
        byte[] pdf = bytes("/api/v1/subjects/" + subject + "/report.pdf", 200);
        String report = text(pdf);
        assertThat(report.replaceAll("\\s", "")).contains(number);
        Matcher reportNumber = Pattern.compile("/verify/(CX[0-9A-Z]+)").matcher(report.replaceAll("\\s", ""));
        assertThat(reportNumber.find()).isTrue();
        assertThat(get("/api/v1/verifications/" + reportNumber.group(1))
                        .at("/state")
                        .asString())
                .isEqualTo("current");
        assertThat(body("/verify/" + reportNumber.group(1))).contains(SUBJECT);
        return new Shown(subject, id, reportNumber.group(1));
    }

    private void goneEverywhere(String number, Shown shown) throws IOException {
        assertThat(new String(bytes("/api/v1/records/" + shown.record, 404), StandardCharsets.UTF_8))
                .as("the same words as for what never was")
                .isEqualTo(new String(bytes("/api/v1/records/0123456789ab", 404), StandardCharsets.UTF_8));
        bytes("/s/" + shown.subject + "/records/" + shown.record, 404);
        assertThat(body("/s/" + shown.subject)).doesNotContain(number);
        assertThat(body("/api/v1/subjects/" + shown.subject + "/records?type=penalty"))
                .doesNotContain(number);
        assertThat(text(bytes("/api/v1/subjects/" + shown.subject + "/report.pdf", 200))
                        .replaceAll("\\s", ""))
                .doesNotContain(number);
        assertThat(get("/api/v1/verifications/" + shown.reportNumber)
                        .at("/state")
                        .asString())
                .isEqualTo("updated");
        assertThat(body("/verify/" + shown.reportNumber))
                .contains("信息已更新，请重新下载")
                .doesNotContain(number);
    }

    private void take(String number, String state) throws IOException {
        Path file = Files.writeString(
                folder.resolve("penalty" + files++ + ".csv"),
                HEAD + SUBJECT + "," + USCC + "," + number + ",虚假宣传,虚构用户评价200条,《反不正当竞争法》第八条,罚款,处罚款2万元,2," + decided()
                        + ",严重,黄石市市场监督管理局," + state + "\n");
        ImportResult result = importer.run(
                ImportRequest.of(file, "penalty").withSource("黄石市市场监督管理局", Source.Kind.DEPARTMENT),
                ProgressListener.NONE);
        assertThat(result.errorFile()).as("no row is refused").isNull();
    }

    /** A day in the past, the same for every file of a test. */
    private static LocalDate decided() {
        return LocalDate.of(2026, 11, 2);
    }

    private boolean searched(String number) {
        return body("/api/v1/records?q=" + number).contains("\"documentNumber\":\"" + number + '"')
                && get("/api/v1/subjects?q=" + SUBJECT)
                                .at("/items/0/counts/penalty")
                                .asInt(0)
                        > 0;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + SEARCHABLE_WITHIN.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
