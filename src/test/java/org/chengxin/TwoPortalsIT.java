package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two portals on one PostgreSQL and one Redis, each with an index of its own, are one portal to their readers. */
class TwoPortalsIT {

    private static final String SUBJECT = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final Duration EVERYWHERE_WITHIN = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static OutsidePostgres postgres;
    private static RealRedis redis;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private int files;

    @BeforeAll
    static void start() throws Exception {
        postgres = OutsidePostgres.empty(Files.createDirectory(folder.resolve("outside")));
        redis = new RealRedis();
        Files.writeString(
                Files.createDirectory(folder.resolve("secrets")).resolve("chengxin.redis.password"),
                redis.password() + "\n");
        first = portal("first");
        // keys and files are on storage that both share
        Path data = Files.createDirectory(folder.resolve("second"));
        for (String shared : List.of("keys", "files")) {
            Files.createSymbolicLink(data.resolve(shared), Files.createDirectories(folder.resolve("first/" + shared)));
        }
        second = portal("second");
    }

    private static ConfigurableApplicationContext portal(String name) {
        return new SpringApplicationBuilder(ChengxinApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--chengxin.data-dir=" + folder.resolve(name),
                        "--chengxin.postgres.url=" + postgres.url(),
                        "--chengxin.redis.url=" + redis.url(),
                        // as docker/compose.yaml does: each secret a file named as its setting
                        "--spring.config.import=configtree:" + folder.resolve("secrets") + "/",
                        "--chengxin.quota.trusted-proxies=1",
                        "--chengxin.quota.requests-per-minute=60",
                        "--chengxin.logs.enabled=false");
    }

    @AfterAll
    static void stop() throws Exception {
        for (ConfigurableApplicationContext portal : new ConfigurableApplicationContext[] {first, second}) {
            if (portal != null) {
                portal.close();
            }
        }
        redis.close();
        postgres.close();
    }

    private HttpResponse<String> get(ConfigurableApplicationContext portal, String path, String reader) {
        String port = portal.getEnvironment().getProperty("local.server.port");
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("X-Forwarded-For", reader)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("no answer to " + path, failure);
        }
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
    void theSeedWasTakenInOnce() {
        JsonNode one = JSON.readTree(get(first, "/api/v1/subjects", "10.0.1.1").body());
        JsonNode other =
                JSON.readTree(get(second, "/api/v1/subjects", "10.0.1.1").body());
        assertThat(one.at("/total/value").asInt()).isGreaterThan(10);
        assertThat(other.at("/total")).isEqualTo(one.at("/total"));
    }

    @Test
    void whatIsWithdrawnThroughOneIsGoneFromTheOtherCachesIncluded() throws Exception {
        String number = "黄市监处罚〔2026〕91001号";
        take(first, number, "");
        String search = "/api/v1/records?q=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        String profile = "/api/v1/subjects/" + USCC + "/records?type=penalty&size=50";
        for (ConfigurableApplicationContext portal : List.of(first, second)) {
            within(
                    EVERYWHERE_WITHIN.multipliedBy(10),
                    () -> shows(portal, search, number) && shows(portal, profile, number));
            // asked once more: it is kept now
            assertThat(shows(portal, search, number)).isTrue();
            assertThat(shows(portal, profile, number)).isTrue();
        }
        assertThat(kept(first) + kept(second)).as("answers that were kept").isPositive();
        take(first, number, "withdrawn");
        within(EVERYWHERE_WITHIN, () -> !shows(second, profile, number) && !shows(second, search, number));
        within(EVERYWHERE_WITHIN, () -> !shows(first, profile, number) && !shows(first, search, number));
        assertThat(get(second, "/s/" + USCC, "10.0.2.9").body())
                .contains(SUBJECT)
                .doesNotContain(number);
    }

    @Test
    void aKeyMadeOnOneOpensTheOtherAndRevokedOnOneIsRefusedByBoth() throws Exception {
        ApiKeyStore.Created key =
                first.getBean(ApiKeyStore.class).create("平台", Set.of(), List.of(), 1000, null, "tester");
        for (ConfigurableApplicationContext portal : List.of(first, second)) {
            within(EVERYWHERE_WITHIN, () -> withKey(portal, key.secret()) == 200);
        }
        second.getBean(ApiKeyStore.class).revoke(key.key().id(), "tester");
        for (ConfigurableApplicationContext portal : List.of(first, second)) {
            within(EVERYWHERE_WITHIN, () -> withKey(portal, key.secret()) == 401);
        }
    }

    private int withKey(ConfigurableApplicationContext portal, String key) throws Exception {
        String port = portal.getEnvironment().getProperty("local.server.port");
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/record-types"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private boolean shows(ConfigurableApplicationContext portal, String path, String number) {
        return get(portal, path, "10.0.2." + files).body().contains("\"documentNumber\":\"" + number + '"');
    }

    private static double kept(ConfigurableApplicationContext portal) {
        return portal.getBean(MeterRegistry.class)
                .get("chengxin.answers")
                .tag("from", "kept")
                .counter()
                .count();
    }

    @Test
    void theAllowanceHoldsOverBothAndNoRequestFailsWhileRedisIsAway() throws Exception {
        int allowed = 0;
        for (int i = 0; i < 80; i++) {
            allowed += get(i % 2 == 0 ? first : second, "/api/v1/record-types", "10.0.3.1")
                                    .statusCode()
                            == 200
                    ? 1
                    : 0;
        }
        // what grows back while this machine is busy
        assertThat(allowed).as("60 a minute over both").isBetween(60, 75);

        Map<String, Set<Integer>> answers = new ConcurrentHashMap<>();
        AtomicBoolean on = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        for (int reader = 0; reader < 4; reader++) {
            int number = reader;
            readers.execute(() -> {
                for (int i = 0; on.get(); i++) {
                    ConfigurableApplicationContext portal = i % 2 == 0 ? first : second;
                    int status = get(portal, "/api/v1/subjects?q=" + i % 7, "10.1." + number + "." + i)
                            .statusCode();
                    answers.computeIfAbsent(portal == first ? "first" : "second", x -> ConcurrentHashMap.newKeySet())
                            .add(status);
                }
            });
        }
        try {
            redis.kill();
            within(
                    Duration.ofSeconds(20),
                    () -> health(first).contains("DEGRADED") && health(second).contains("DEGRADED"));
            redis.start();
            within(
                    Duration.ofSeconds(30),
                    () -> health(first).equals("UP") && health(second).equals("UP"));
        } finally {
            on.set(false);
            readers.shutdown();
        }
        assertThat(answers).hasSize(2).allSatisfy((portal, statuses) -> assertThat(statuses)
                .containsOnly(200));
        long remaining = remaining(first);
        assertThat(remaining(second)).as("counted together again").isLessThan(remaining);
    }

    private long remaining(ConfigurableApplicationContext portal) {
        String field = get(portal, "/api/v1/record-types", "10.0.4.1")
                .headers()
                .firstValue("RateLimit")
                .orElseThrow();
        return Long.parseLong(field.replaceAll(".*r=(\\d+).*", "$1"));
    }

    private String health(ConfigurableApplicationContext portal) throws Exception {
        String port = portal.getEnvironment().getProperty("local.management.port");
        String body = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return JSON.readTree(body).at("/components/redis/status").asString();
    }
}
