package org.chengxin.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.chengxin.ChangedPortalTest;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.KeyHolder;
import org.chengxin.access.Scope;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.record.Source;
import org.chengxin.shared.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** The red list as somebody who keeps a copy of it meets it. */
class RedListIT extends ChangedPortalTest {

    /** On a busy machine. */
    private static final Duration HEARD = Duration.ofSeconds(20);

    private static final String WHOLE = "/api/v1/lists/red";
    private static final String CHANGES = "/api/v1/lists/red/changes?after=";
    private static final String NAME = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final String AUTHORITY = "黄石市商务局";

    @Autowired
    private Importer importer;

    @Autowired
    private ApiKeyStore keys;

    @TempDir
    private Path folder;

    private KeyHolder bank;
    private int files;

    @BeforeEach
    void holder() {
        bank = new KeyHolder(keys, http(), Scope.RED_LIST);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void whatLeavesTheListIsGoneFromTheWholeAndToldWithoutAReason() throws IOException {
        String before = whole().get("timepoint").asString();
        take("诚信甲", "published", "2030-12-31");
        JsonNode put = only(before);
        assertThat(put.get("op").asString()).isEqualTo("put");
        assertThat(put.at("/entry/honour").asString()).isEqualTo("诚信甲");
        assertThat(put.at("/entry/subject/uscc").asString()).isEqualTo(USCC);
        assertThat(put.at("/entry/until").asString()).isEqualTo("2030-12-31T16:00:00Z");
        String id = put.get("id").asString();
        JsonNode whole = whole();
        assertThat(whole.toString()).contains(id, "诚信甲");
        assertThat(only(before).get("entry")).as("asked again").isEqualTo(put.get("entry"));

        String known = whole.get("timepoint").asString();
        take("诚信甲", "withdrawn", "2030-12-31");
        JsonNode gone = only(known);
        assertThat(gone.get("op").asString()).isEqualTo("gone");
        assertThat(gone.get("id").asString()).isEqualTo(id);
        assertThat(gone.get("entry").isNull()).isTrue();
        assertThat(gone.size()).as("no reason").isEqualTo(4);
        assertThat(whole().toString()).doesNotContain(id, "诚信甲");
        assertThat(changes(before).get("items"))
                .as("came and went since: as if it had never been")
                .isEmpty();
        assertThat(changes(changes(known).get("timepoint").asString()).get("items"))
                .isEmpty();
    }

    @Test
    void anEntryEndsWithItsLastDayWithoutAnyWrite() throws IOException {
        take("诚信乙", "published", "2029-06-30");
        JsonNode whole = whole();
        assertThat(whole.toString()).contains("诚信乙");
        clock.move(Duration.between(clock.instant(), Instant.parse("2029-06-30T16:00:01Z")));
        JsonNode changed = changes(whole.get("timepoint").asString());
        assertThat(changed.toString()).doesNotContain("诚信乙");
        assertThat(changed.get("items"))
                .isNotEmpty()
                .allMatch(change -> change.get("op").asString().equals("gone"));
        assertThat(whole().toString()).doesNotContain("诚信乙");
        clock.reset();
        assertThat(whole().toString()).as("a clock that jumped hides nothing").contains("诚信乙");
    }

    @Test
    void pagesHoldAllOfItAndTheCopyKeptByChangesIsTheSame() throws IOException {
        JsonNode first = bank.get(WHOLE + "?size=3");
        String timepoint = first.get("timepoint").asString();
        List<String> ids = new ArrayList<>();
        JsonNode page = first;
        take("诚信丙", "published", "2030-12-31");
        while (true) {
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            assertThat(page.get("timepoint").asString()).isEqualTo(timepoint);
            if (page.get("cursor").isNull()) {
                break;
            }
            page = bank.get(WHOLE + "?size=3&cursor=" + page.get("cursor").asString());
        }
        assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        String after = timepoint;
        boolean more = true;
        while (more) {
            JsonNode changes = bank.get(CHANGES + after + "&size=1");
            changes.get("items").forEach(change -> {
                String id = change.get("id").asString();
                ids.remove(id);
                if (change.get("op").asString().equals("put")) {
                    ids.add(id);
                }
            });
            after = changes.get("timepoint").asString();
            more = changes.get("more").asBoolean();
        }
        List<String> now = new ArrayList<>();
        whole().get("items").forEach(item -> now.add(item.get("id").asString()));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(now);
        assertThat(whole().at("/total/value").asInt()).isEqualTo(now.size());
    }

    @Test
    void eachAnswerIsSignedOverItsBytesAndHasAValidator() {
        EntityExchangeResult<byte[]> answer = bank.answer(WHOLE);
        String receipt = answer.getResponseHeaders().getFirst("Receipt");
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1]));
        assertThat(claims.get("dig").asString())
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(answer.getResponseBodyContent())));
        OfflineCheck check =
                new OfflineCheck(PublishedKey.ofKeySet(body("/.well-known/chengxin/keys.json")), null, clock.instant());
        assertThat(check.of(receipt.getBytes(StandardCharsets.US_ASCII)).state())
                .isEqualTo(OfflineCheck.State.GENUINE);
        assertThat(bank.answer(CHANGES + whole().get("timepoint").asString())
                        .getResponseHeaders()
                        .getFirst("Receipt"))
                .isNotNull();
        assertThat(bank.answer(
                                WHOLE,
                                HttpHeaders.IF_NONE_MATCH,
                                answer.getResponseHeaders().getETag())
                        .getStatus()
                        .value())
                .isEqualTo(304);
    }

    @Test
    void othersAreRefusedAndStrangeTimepointsAreTold() {
        assertThat(new KeyHolder(keys, http(), Scope.RESTRICTIONS)
                        .answer(WHOLE)
                        .getStatus()
                        .value())
                .isEqualTo(403);
        bytes(WHOLE, 401);
        String here = whole().get("timepoint").asString().replaceFirst("-.*", "");
        for (String strange : List.of("x", "other-1", here + "-999999999", here + "--1", "%20")) {
            JsonNode problem = json.readTree(bank.answer(CHANGES + strange).getResponseBodyContent());
            assertThat(problem.get("status").asInt()).as(strange).isEqualTo(400);
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("after");
        }
        assertThat(bank.answer(WHOLE + "?cursor=" + here + "-1").getStatus().value())
                .isEqualTo(400);
        assertThat(bank.answer(WHOLE + "?cursor=other-1.abc").getStatus().value())
                .isEqualTo(400);
    }

    /** The one change after a timepoint, of which the portal hears within two seconds. */
    private JsonNode only(String after) {
        long until = System.nanoTime() + HEARD.toNanos();
        JsonNode changes = changes(after);
        while (changes.get("items").isEmpty() && System.nanoTime() < until) {
            changes = changes(after);
        }
        assertThat(changes.get("items")).hasSize(1);
        return changes.at("/items/0");
    }

    private JsonNode whole() {
        return bank.get(WHOLE + "?size=500");
    }

    private JsonNode changes(String after) {
        return bank.get(CHANGES + after);
    }

    private void take(String honour, String state, String until) throws IOException {
        Path file = Files.writeString(
                folder.resolve("honour" + files++ + ".csv"),
                "企业名称,统一社会信用代码,红名单名称,认定年度,认定依据,认定机关,认定日期,有效期至,记录状态\n" + NAME + "," + USCC + "," + honour
                        + ",2026,《办法》第三条," + AUTHORITY + ",2026-05-01," + until + "," + state + "\n");
        assertThat(importer.run(
                                ImportRequest.of(file, "red-list").withSource(AUTHORITY, Source.Kind.DEPARTMENT),
                                ProgressListener.NONE)
                        .counts()
                        .refused())
                .isZero();
    }
}
