package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.chengxin.indexing.Indexing;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two portals on one PostgreSQL and one Elasticsearch: one index, one writer at a time, and something left without it. One of
 * them asks with TLS and a key, and is let in only after its start.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ElasticsearchPortalIT {

    private static final String SUBJECT = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    /** As Elasticsearch gives them out. */
    private static final String KEY = "cG9ydGFsOmEta2V5LW5vYm9keS1tYXktc2Vl";

    private static GuardedElasticsearch guard;
    private static OutsidePostgres postgres;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    private static final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private static int files;

    @BeforeAll
    static void start() throws Exception {
        postgres = OutsidePostgres.empty(Files.createDirectory(folder.resolve("outside")));
        TestAuthority authority = new TestAuthority("operator");
        guard = new GuardedElasticsearch(
                ElasticsearchNode.shared().url(),
                authority.server(Instant.now().plus(Duration.ofDays(1)), "127.0.0.1"),
                "ApiKey of-another");
        first = portal(
                "first",
                guard.url(),
                "--chengxin.search.elasticsearch.ca=" + authority.writeTo(folder.resolve("ca.pem")),
                "--chengxin.search.elasticsearch.api-key=" + KEY);
        assertNotLetIn(first);
        guard.demand("ApiKey " + KEY);
        within(PATIENCE, () -> health(first, "index").equals("UP"));
        Path data = Files.createDirectory(folder.resolve("second"));
        for (String shared : List.of("keys", "files")) {
            Files.createSymbolicLink(data.resolve(shared), Files.createDirectories(folder.resolve("first/" + shared)));
        }
        second = portal("second", ElasticsearchNode.shared().url());
    }

    private static ConfigurableApplicationContext portal(String name, URI elasticsearch, String... more) {
        return new SpringApplicationBuilder(ChengxinApplication.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--chengxin.data-dir=" + folder.resolve(name),
                                        "--chengxin.postgres.url=" + postgres.url(),
                                        "--chengxin.search.engine=elasticsearch",
                                        "--chengxin.search.elasticsearch.urls=" + elasticsearch,
                                        "--chengxin.search.elasticsearch.prefix=portal",
                                        "--chengxin.search.elasticsearch.replicas=0",
                                        "--chengxin.quota.enabled=false",
                                        "--chengxin.logs.enabled=false"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws Exception {
        for (ConfigurableApplicationContext portal : new ConfigurableApplicationContext[] {first, second}) {
            if (portal != null) {
                portal.close();
            }
        }
        guard.close();
        postgres.close();
    }

    private static String get(ConfigurableApplicationContext portal, String port, String path) {
        return answer(portal, port, path).body();
    }

    private static HttpResponse<String> answer(ConfigurableApplicationContext portal, String port, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                    + portal.getEnvironment().getProperty(port) + path))
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("no answer to " + path, failure);
        }
    }

    private static String get(ConfigurableApplicationContext portal, String path) {
        return get(portal, "local.server.port", path);
    }

    private static JsonNode json(ConfigurableApplicationContext portal, String path, String text) {
        return JSON.readTree(get(portal, path + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    private static JsonNode found(ConfigurableApplicationContext portal, String text) {
        return json(portal, "/api/v1/subjects?q=", text);
    }

    private static String health(ConfigurableApplicationContext portal, String part) {
        return told(portal, part).at("/status").asString();
    }

    private static JsonNode told(ConfigurableApplicationContext portal, String part) {
        return JSON.readTree(get(portal, "local.management.port", "/actuator/health"))
                .at("/components/" + part);
    }

    /** A portal that was started on a cluster which does not let it in: it serves what it can and says what is wrong. */
    private static void assertNotLetIn(ConfigurableApplicationContext portal) {
        JsonNode exact = found(portal, USCC);
        assertThat(exact.at("/items/0/name").asString()).isEqualTo(SUBJECT);
        assertThat(exact.at("/limited").asBoolean(false)).isTrue();
        for (String part : List.of("search", "index")) {
            assertThat(health(portal, part)).as(part).isEqualTo("DEGRADED");
            assertThat(told(portal, part).at("/details/reason").asString(""))
                    .contains("401", "search.elasticsearch.api-key");
        }
    }

    private boolean shows(ConfigurableApplicationContext portal, String number) {
        return json(portal, "/api/v1/records?q=", number).toString().contains("\"documentNumber\":\"" + number + '"');
    }

    private void take(ConfigurableApplicationContext portal, String number, String state) throws IOException {
        Path file = Files.writeString(
                folder.resolve("penalty" + files++ + ".csv"),
                "CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFDJ,CF_CFJG,state\n"
                        + SUBJECT + "," + USCC + "," + number
                        + ",虚假宣传,虚构用户评价200条,《反不正当竞争法》第八条,罚款,处罚款2万元,2,2026-11-02,严重,黄石市市场监督管理局," + state + "\n");
        portal.getBean(Importer.class)
                .run(
                        ImportRequest.of(file, "penalty").withSource("黄石市市场监督管理局", Source.Kind.DEPARTMENT),
                        ProgressListener.NONE);
    }

    private static void within(Duration time, Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(50);
        }
    }

    @Test
    @Order(1)
    void bothAnswerFromOneIndex() throws Exception {
        for (ConfigurableApplicationContext portal : List.of(first, second)) {
            // the first search of a portal may come too late on a busy machine
            within(
                    PATIENCE,
                    () -> !found(portal, "gangbing").at("/limited").asBoolean(true)
                            && !json(portal, "/api/v1/subjects/suggest?q=", "港饼")
                                    .at("/limited")
                                    .asBoolean(true));
            JsonNode hits = found(portal, "gangbing");
            assertThat(hits.at("/items/0/name").asString()).isEqualTo(SUBJECT);
            assertThat(hits.at("/facets/kind").size()).isPositive();
            assertThat(hits.at("/limited").asBoolean(true)).isFalse();
            assertThat(json(portal, "/api/v1/subjects/suggest?q=", "港饼")
                            .at("/items/0/name")
                            .asString())
                    .isEqualTo(SUBJECT);
            String id = hits.at("/items/0/id").asString();
            assertThat(json(portal, "/api/v1/subjects/", id).at("/uscc").asString())
                    .isEqualTo(USCC);
            within(
                    PATIENCE,
                    () -> json(portal, "/api/v1/records?q=", "许可")
                                    .at("/total/value")
                                    .asInt()
                            > 0);
            assertThat(get(portal, "/search?q=gangbing")).contains("/s/" + id);
            assertThat(get(portal, "/")).contains(SUBJECT.substring(0, 3));
            assertThat(health(portal, "search")).isEqualTo("UP");
            assertThat(health(portal, "index")).isEqualTo("UP");
        }
        assertThat(found(second, "").at("/total")).isEqualTo(found(first, "").at("/total"));
    }

    @Test
    @Order(2)
    void whatIsWithdrawnThroughOneIsGoneFromBothWithinTwoSeconds() throws Exception {
        String number = "黄市监处罚〔2026〕92001号";
        take(second, number, "");
        within(SOON.multipliedBy(10), () -> shows(first, number) && shows(second, number));
        take(second, number, "withdrawn");
        within(SOON, () -> !shows(first, number) && !shows(second, number));
    }

    @Test
    @Order(3)
    void withoutElasticsearchWhatIsNamedWholeIsFoundAndNothingIsLost() throws Exception {
        String number = "黄市监处罚〔2026〕92002号";
        // asked in other words: an answer that is kept is given even then
        String id = found(first, "gangbing").at("/items/0/id").asString();
        ElasticsearchNode.shared().stop();
        try {
            for (String text : List.of(SUBJECT, USCC, id)) {
                JsonNode answer = found(first, text);
                assertThat(answer.at("/items/0/id").asString()).as(text).isEqualTo(id);
                assertThat(answer.at("/limited").asBoolean(false)).isTrue();
                assertThat(answer.at("/total/relation").asString()).isEqualTo("gte");
            }
            assertThat(get(first, "/search?q=" + USCC + "&lang=en"))
                    .contains("/s/" + id)
                    .contains("Search is away for now");
            assertThat(get(first, "/search?q=gangbing&lang=zh")).contains("检索服务暂时不可用", "没有这个完整名称");
            assertDegraded(id);
            assertThat(json(first, "/api/v1/records?q=", number).at("/type").asString())
                    .contains("search-unavailable");
            within(PATIENCE, () -> health(first, "search").equals("DEGRADED"));
            assertThat(health(first, "index")).isEqualTo("DEGRADED");
            take(first, number, "");
        } finally {
            ElasticsearchNode.shared().start();
        }
        within(PATIENCE, () -> shows(first, number) && shows(second, number));
        assertThat(found(first, "gangbing").at("/limited").asBoolean(true)).isFalse();
        within(
                PATIENCE,
                () -> health(first, "search").equals("UP")
                        && health(first, "index").equals("UP"));
    }

    /** Home stands on the store, what is typed whole is offered, registers say when to come back. */
    private void assertDegraded(String id) {
        HttpResponse<String> home = answer(first, "local.server.port", "/?lang=zh");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(home.body()).contains("检索服务暂时不可用", "name=\"q\"", "红名单").doesNotContain("最近公示");
        assertThat(home.body())
                .as("as the statistics count them")
                .containsPattern("figure-number\">[1-9][0-9,]*</span><span class=\"figure-word\">红名单");
        JsonNode whole = json(first, "/api/v1/subjects/suggest?q=", SUBJECT);
        assertThat(whole.at("/items/0/id").asString()).isEqualTo(id);
        assertThat(whole.at("/limited").asBoolean(false)).isTrue();
        JsonNode half = json(first, "/api/v1/subjects/suggest?q=", "港饼");
        assertThat(half.at("/items").size()).isZero();
        assertThat(half.at("/limited").asBoolean(false)).isTrue();
        for (String register : List.of("/lists/red", "/lists/serious-default", "/commitments")) {
            HttpResponse<String> page = answer(first, "local.server.port", register + "?lang=zh");
            assertThat(page.statusCode()).as(register).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).as(register).isPresent();
            assertThat(page.body()).contains("查询暂时不可用");
        }
    }

    @Test
    @Order(4)
    void theKeyIsInNoLineOfTheLog(CapturedOutput output) {
        assertThat(output.getAll()).contains("401").doesNotContain(KEY);
        assertThat(get(first, "local.management.port", "/actuator/health")).doesNotContain(KEY);
    }

    @Test
    @Order(5)
    void whileElasticsearchHangsItIsAsWithoutItAndNothingIsLost() throws Exception {
        String number = "黄市监处罚〔2026〕92004号";
        ElasticsearchNode.shared().pause();
        try {
            JsonNode answer = found(first, SUBJECT);
            assertThat(answer.at("/items/0/uscc").asString()).isEqualTo(USCC);
            within(
                    PATIENCE,
                    () -> health(first, "search").equals("DEGRADED")
                            && health(second, "search").equals("DEGRADED"));
            assertThat(told(second, "search").at("/details/reason").asString()).contains("did not answer within");
            assertThat(found(second, USCC).at("/limited").asBoolean(false)).isTrue();
            take(first, number, "");
        } finally {
            ElasticsearchNode.shared().resume();
        }
        within(PATIENCE, () -> shows(first, number) && shows(second, number));
        within(
                PATIENCE,
                () -> health(first, "search").equals("UP")
                        && health(first, "index").equals("UP"));
    }

    @Test
    @Order(6)
    void theOtherGoesOnWhereTheWriterEnds() throws Exception {
        String number = "黄市监处罚〔2026〕92003号";
        first.getBean(Indexing.class).close();
        take(second, number, "");
        within(PATIENCE, () -> shows(second, number));
    }

    @Test
    @Order(7)
    void whatIsCommittedDoesNotWaitForABulkImport() throws Exception {
        // two portals and Elasticsearch share one machine with the import: twice what each may take on its own
        new BulkImport(second.getBean(Importer.class), folder, number -> shows(second, number))
                .assertSeenMeanwhile(SOON.multipliedBy(2));
    }
}
