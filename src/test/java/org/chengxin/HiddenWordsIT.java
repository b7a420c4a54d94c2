package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.chengxin.indexing.IndexWork;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.ImportResult;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of a record that is not public any more, or never may be, lead nowhere: asked for them, and for what is counted
 * without any question, every door answers to the letter what it answered before the record was taken in. A record past its
 * end lies in the index still, and only a filter of each query hides it.
 */
class HiddenWordsIT extends ChangedPortalTest {

    private static final String NAME = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final String SOURCE = "黄石市市场监督管理局";
    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 2);
    private static final Duration SEARCHABLE_WITHIN = Duration.ofSeconds(5);

    /** Stands in the facts of one record and nowhere else. */
    private static final String WORD = "琉璃螭吻";

    /** Determines nothing but that one record. */
    private static final String AUTHORITY = "黄石市琉璃鸱鸮管理局";

    private static final String FACTS = "虚构" + WORD + "销量三百余单";

    @Autowired
    private Importer importer;

    @Autowired
    private IndexWork index;

    @Autowired
    private Archives archives;

    @TempDir
    private Path folder;

    private int files;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void noneOfItsWordsLeadsAnywhereOnceItIsGone() throws Exception {
        Map<String, String> before = answers();
        List<String> ways = List.of("withdrawn", "repaired", "annulled");
        for (String how : ways) {
            take("penalty", penalty(number(how), FACTS));
        }
        eventually(() -> total("/api/v1/records?q=" + WORD) == ways.size());
        leadEverywhere(answers(), before);
        for (String how : ways) {
            Map<String, Object> gone = penalty(number(how), FACTS);
            gone.put("state", how);
            take("penalty", gone);
        }
        eventually(() -> total("/api/v1/records?q=" + WORD) == 0);
        same(before);
        index.rebuild();
        same(before);
    }

    @Test
    void noneOfItsWordsLeadsAnywherePastItsEnd() throws Exception {
        Instant end =
                DECIDED.plusYears(3).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Duration later = Duration.between(clock.instant(), end).plusSeconds(1);
        clock.move(later);
        Map<String, String> before = answers();
        clock.reset();
        take("penalty", penalty(number("ended"), FACTS));
        eventually(() -> total("/api/v1/records?q=" + WORD) == 1);
        clock.move(later);
        same(before);
        index.rebuild();
        same(before);
        clock.reset();
        withdraw(penalty(number("ended"), FACTS));
    }

    @Test
    void noneOfItsWordsEverLeadsAnywhereWhenItMayNotBePublic() throws Exception {
        Map<String, String> before = answers();
        for (String state : List.of("lead", "draft", "submitted", "returned")) {
            Map<String, Object> row = penalty(number(state), FACTS);
            row.put("state", state);
            take("penalty", row);
        }
        Map<String, Object> hiddenType = row(number("grade"));
        hiddenType.putAll(Map.of("grade", "A", "year", "2026", "basis", FACTS));
        take("public-grade", hiddenType);
        Map<String, Object> notOpened = row(number("commitment"));
        notOpened.putAll(
                Map.of("commitmentKind", "voluntary", "matter", FACTS, "content", WORD, "disclosure", "limited"));
        take("commitment", notOpened);
        Map<String, Object> person = penalty(number("person"), FACTS);
        person.put("name", "陈小满");
        person.put("identityNumber", "420299198508164557");
        person.remove("uscc");
        take("penalty", person);
        take("penalty", penalty(number("numbered"), FACTS + "，联系人电话13812345678"));
        Map<String, Object> incomplete = penalty(number("incomplete"), FACTS);
        incomplete.remove("basis");
        take("penalty", incomplete);
        // what follows them in the queue was found and is gone, so they are in the index as far as they ever will be
        Map<String, Object> last = penalty("黄市监处罚〔2026〕93900号", "夸大销量");
        take("penalty", last);
        eventually(() -> total("/api/v1/records?q=黄市监处罚〔2026〕93900号") == 1);
        withdraw(last);
        same(before);
    }

    private void same(Map<String, String> before) {
        Map<String, String> now = answers();
        assertThat(now.entrySet().stream()
                        .filter(answer -> !answer.getValue().equals(before.get(answer.getKey())))
                        .map(answer -> difference(answer.getKey(), before.get(answer.getKey()), answer.getValue())))
                .isEmpty();
    }

    /** Where two answers part. */
    private static String difference(String door, String before, String now) {
        int at = 0;
        while (at < Math.min(before.length(), now.length()) && before.charAt(at) == now.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 80);
        return door + ":\nbefore " + before.substring(from, Math.min(before.length(), at + 200)) + "\nnow    "
                + now.substring(from, Math.min(now.length(), at + 200));
    }

    /** While it is public its words lead to it, from every door that takes words and from those that count. */
    private static void leadEverywhere(Map<String, String> answers, Map<String, String> before) {
        String ofRecords = "/api/v1/records.*|/search/records.*|/statistics.*|/s/.*|/api/v1/subjects/[^?]*|coverage";
        assertThat(answers.keySet().stream()
                        .filter(door -> door.matches(ofRecords) && !door.contains("suggest"))
                        .filter(door -> !door.contains("{q} ") || door.endsWith(WORD))
                        .filter(door -> !door.contains("authority="))
                        .filter(door -> answers.get(door).equals(before.get(door))))
                .isEmpty();
    }

    /** One number for each way not to be public. */
    private static String number(String how) {
        return "黄市监处罚〔2026〕%d号".formatted(92_000 + (how.hashCode() & 1023));
    }

    private void withdraw(Map<String, Object> row) throws Exception {
        row.put("state", "withdrawn");
        take("penalty", row);
        String number = row.get("documentNumber").toString();
        eventually(() ->
                !get("/api/v1/records?q=" + number).get("items").toString().contains(number));
    }

    @Test
    void aFieldThatIsHiddenOrMaskedIsNoTextToFind() throws Exception {
        Map<String, Object> open = penalty("黄市监处罚〔2026〕94001号", "夸大销量");
        open.put("currentStatus", "狻猊囚牛");
        open.put("useScope", "霸下狴犴");
        open.put("authority", SOURCE);
        take("penalty", open);
        eventually(() -> total("/api/v1/records?q=黄市监处罚〔2026〕94001号") == 1);
        for (String question : List.of("狻猊囚牛", "霸下狴犴")) {
            for (String door : List.of("/api/v1/records", "/api/v1/subjects", "/api/v1/subjects/suggest")) {
                JsonNode found = json.readTree(answer(http().get().uri(door + "?q={q}", question)));
                assertThat(found.get("items").toString()).as(door + question).doesNotContain("94001", question);
            }
            assertThat(total("/api/v1/records?q=" + question)).isZero();
        }
        withdraw(open);
    }

    private static Map<String, Object> penalty(String number, String facts) {
        Map<String, Object> row = row(number);
        row.putAll(Map.of(
                "misconduct", "虚假宣传",
                "facts", facts,
                "basis", "《反不正当竞争法》第八条",
                "penaltyKind", "罚款",
                "content", "处罚款2万元",
                "fine", "2",
                "level", "严重"));
        return row;
    }

    private static Map<String, Object> row(String number) {
        return new LinkedHashMap<>(Map.of(
                "name", NAME,
                "uscc", USCC,
                "documentNumber", number,
                "commitmentCode", number,
                "authority", AUTHORITY,
                "decidedOn", DECIDED.toString()));
    }

    /** What every door answers to the words of the record and, without any question, counts; by door and question. */
    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String question : List.of(WORD, FACTS, AUTHORITY, number("withdrawn"))) {
            for (String door : List.of(
                    "/api/v1/records?size=50&q={q}",
                    "/api/v1/records?size=50&authority={q}",
                    "/api/v1/subjects?size=50&q={q}",
                    "/api/v1/subjects/suggest?q={q}",
                    "/search?q={q}",
                    "/search/records?q={q}",
                    "/search/records?authority={q}")) {
                answers.put(door + ' ' + question, plain(answer(http().get().uri(door, question))));
            }
            String match = json.writeValueAsString(Map.of("queries", Map.of("a", Map.of("name", question))));
            answers.put(
                    "match " + question,
                    plain(answer(http().post()
                            .uri("/api/v1/subjects/match")
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(match))));
        }
        String subject = get("/api/v1/subjects/" + USCC).get("id").asString();
        for (String door : List.of(
                "/",
                "/search",
                "/search/records",
                "/lists/serious-default",
                "/lists/red",
                "/commitments",
                "/statistics",
                "/statistics.csv?by=month",
                "/statistics.csv?by=type",
                "/statistics.csv?by=authority",
                "/statistics.csv?by=region",
                "/sitemap/1.xml",
                "/s/" + subject,
                "/api/v1/subjects",
                "/api/v1/subjects?q=" + NAME,
                "/api/v1/subjects/" + subject,
                "/api/v1/subjects/" + subject + "/records",
                "/api/v1/records")) {
            answers.put(door, plain(answer(http().get().uri(door))));
        }
        // kept for some seconds at the doors, so it is asked for here
        answers.put(
                "coverage",
                archives.sources().stream()
                        .map(source -> source.name() + ' ' + source.records())
                        .toList()
                        .toString());
        return answers;
    }

    /** Without what differs from asking to asking: cursors, moments, the score, which orders within one answer only. */
    private String plain(String answer) {
        if (!answer.startsWith("{")) {
            return answer.replaceAll("cursor=[^\"&]*|用时 [0-9.]+ 秒|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", "")
                    .replaceAll("(?s)<ul class=\"sources\">.*?</ul>", "");
        }
        JsonNode read = json.readTree(answer);
        List<ObjectNode> objects =
                read.findParents("score").stream().map(ObjectNode.class::cast).toList();
        objects.forEach(object -> object.remove("score"));
        return ((ObjectNode) read).remove(List.of("coverage", "cursor", "asOf")).toString();
    }

    private long total(String path) {
        return get(path).at("/total/value").asLong();
    }

    private static String answer(RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }

    private void take(String type, Map<String, Object> row) throws Exception {
        Path file = Files.writeString(folder.resolve(type + files++ + ".jsonl"), json.writeValueAsString(row) + "\n");
        ImportResult result = importer.run(
                ImportRequest.of(file, type).withSource(SOURCE, Source.Kind.DEPARTMENT), ProgressListener.NONE);
        assertThat(result.counts().inserted() + result.counts().updated())
                .as("taken in: " + row)
                .isEqualTo(1);
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + SEARCHABLE_WITHIN.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
