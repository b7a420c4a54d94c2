package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What the operator sees of a serving portal: health that says what is behind, and figures without names. */
class OperationIT extends ChangedPortalTest {

    @LocalManagementPort
    private int management;

    @Autowired
    private Importer importer;

    @Autowired
    private DataDirectory directory;

    @Test
    void healthTellsHowFarBehindEachPartIs() {
        JsonNode health = json.readTree(managed("/actuator/health", 200));
        assertThat(health.at("/status").asString()).isEqualTo("UP");
        JsonNode parts = health.get("components");
        assertThat(parts.at("/keys/details/developmentKey").asBoolean())
                .as("documents are signed with a key that nobody vouches for, and the operator can see it")
                .isTrue();
        assertThat(parts.at("/store/status").asString()).isEqualTo("UP");
        assertThat(parts.at("/index/status").asString()).isEqualTo("UP");
        JsonNode index = parts.at("/index/details");
        assertThat(index.get("rebuilding").asBoolean()).isFalse();
        assertThat(index.get("waitingChanges").isIntegralNumber()).isTrue();
        assertThat(index.get("oldestWaitingSeconds").isIntegralNumber()).isTrue();
        assertThat(index.get("subjects").asLong()).isPositive();
        assertThat(parts.at("/sources/details/daysSinceTakenIn").size()).isGreaterThan(5);
        assertThat(parts.at("/diskSpace/details/freeBytes").asLong()).isPositive();
        assertThat(managed("/actuator/health/liveness", 200)).contains("UP").doesNotContain("store");
        assertThat(managed("/actuator/health/readiness", 200))
                .contains("readinessState", "search")
                .doesNotContain("store");
    }

    @Test
    void aSourceThatIsNotTakenInAnyMoreIsTold() {
        clock.move(Duration.ofDays(40));
        try {
            JsonNode health = json.readTree(managed("/actuator/health", 200));
            assertThat(health.at("/status").asString()).isEqualTo("DEGRADED");
            assertThat(health.at("/components/sources/details/reason").asString())
                    .contains("not taken in for 30 days");
            managed("/actuator/health/readiness", 200);
        } finally {
            clock.reset();
        }
    }

    @Test
    void figuresOfAllThatIsSlowOrBehind(@TempDir Path folder) throws Exception {
        String before = managed("/actuator/prometheus", 200);
        // asked by nobody else, so that no kept answer is found
        body("/api/v1/subjects?q=港饼&size=11");
        body("/search?q=港饼");
        body("/api/v1/subjects/suggest?q=港饼");
        body("/api/v1/subjects?q=13812345678");
        bytes("/api/v1/subjects/91420202MA44G5GY9R/report.pdf", 200);
        Path file = Files.writeString(folder.resolve("s.csv"), "name,region\n黄石市度量衡商行,420202\n");
        importer.run(
                ImportRequest.of(file, ImportRequest.SUBJECTS).withSource("ops", Source.Kind.OTHER),
                ProgressListener.NONE);
        Thread.sleep(3_100);
        String after = managed("/actuator/prometheus", 200);
        grew(before, after, "chengxin_search_seconds_count{door=\"subjects\",kind=\"name\",outcome=\"answered\"}", 2);
        grew(before, after, "chengxin_search_seconds_count{door=\"suggest\",kind=\"unread\",outcome=\"answered\"}", 1);
        grew(before, after, "chengxin_search_seconds_count{door=\"subjects\",kind=\"phone\",outcome=\"answered\"}", 1);
        grew(before, after, "chengxin_report_seconds_count{outcome=\"issued\"}", 1);
        grew(before, after, "chengxin_import_rows_total{result=\"inserted\"}", 1);
        grew(before, after, "chengxin_index_delay_seconds_count", 1);
        assertThat(figure(after, "chengxin_outbox_changes")).hasValue(0.0);
        assertThat(figure(after, "chengxin_outbox_oldest_seconds")).hasValue(0.0);
        assertThat(figure(after, "chengxin_index_rebuild_active_seconds_count")).hasValue(0.0);
        assertThat(figure(after, "chengxin_index_subjects").orElseThrow()).isPositive();
        assertThat(after)
                .contains(
                        "hikaricp_connections_pending{pool=\"store\"}",
                        "hikaricp_connections_pending{pool=\"work\"}",
                        "jvm_memory_used_bytes",
                        "http_server_requests_seconds_count")
                .as("no query, name or number stands in a figure")
                .doesNotContain("港饼", "%E6", "13812345678", "91420202MA44G5GY9R", "度量衡");
    }

    @Test
    void labelsAreWordsOfOurs() {
        for (String path : List.of("/s/不存在", "/黄石市港饼", "/api/v1/张三", "/s/13812345678", "/follow/K7MPQ2XW")) {
            http().get().uri(path).exchange().returnResult(Void.class);
        }
        assertThat(managed("/actuator/prometheus", 200))
                .doesNotContain("不存在", "张三", "13812345678", "K7MPQ2XW", "%E4", "%E5");
    }

    @Test
    void requestsStandInTheLogFilesWithoutWhatWasAsked() throws Exception {
        for (String path : List.of("/s/不存在", "/search?q=度量衡", "/follow/K7MPQ2XW", "/api/v1/subjects?size=999")) {
            http().get().uri(path).exchange().returnResult(Void.class);
        }
        managed("/actuator/health", 200);
        Path file = directory.resolve("logs/chengxin.log");
        String log = "";
        for (int i = 0; i < 100 && !log.contains("GET /api/v1/subjects 400 "); i++) {
            Thread.sleep(50);
            log = Files.readString(file);
        }
        assertThat(log)
                .contains("GET /s/{x} 404 ", "GET /search 200 ", "GET /follow/{code} ", "GET /api/v1/subjects 400 ");
        assertThat(log).doesNotContain("不存在", "度量衡", "%E5", "K7MPQ2XW", "size=999", "127.0.0.1", "/actuator/health");
        log.lines().forEach(line -> assertThat(json.readTree(line).has("@timestamp"))
                .isTrue());
    }

    @Test
    void theManagementPortIsNotForTheWorld() throws SocketException {
        List<InetAddress> world = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .collect(Collectors.toList());
        for (InetAddress address : world) {
            assertThat(listens(address, port)).as("doors at " + address).isTrue();
            assertThat(listens(address, management))
                    .as("management at " + address)
                    .isFalse();
        }
        http().get().uri("/actuator/health").exchange().expectStatus().isNotFound();
        http().get().uri("/actuator/prometheus").exchange().expectStatus().isNotFound();
    }

    private static boolean listens(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void grew(String before, String after, String figure, double by) {
        assertThat(figure(after, figure).orElse(0.0) - figure(before, figure).orElse(0.0))
                .as(figure)
                .isGreaterThanOrEqualTo(by);
    }

    private static Optional<Double> figure(String figures, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(figures);
        return line.find() ? Optional.of(Double.valueOf(line.group(1))) : Optional.empty();
    }

    private String managed(String path, int status) {
        byte[] body = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + management)
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }
}
