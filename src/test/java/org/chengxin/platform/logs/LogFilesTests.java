package org.chengxin.platform.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the log files, and for how long they are kept. */
class LogFilesTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @BeforeEach
    void environmentOfTheApplication() {
        // Spring Boot puts it there when it starts
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (logback.getObject(Environment.class.getName()) == null) {
            logback.putObject(Environment.class.getName(), new StandardEnvironment());
        }
    }

    private LogFiles files(int keepDays) {
        return new LogFiles(
                folder,
                new ChengxinProperties.Logs(true, keepDays, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10), false),
                ZONE);
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(folder.resolve("chengxin.log")).stream()
                .map(JSON::readTree)
                .toList();
    }

    @Test
    void numbersOfPersonsAreLeftOutOfMessagesAndFailures() throws IOException {
        try (LogFiles files = files(5)) {
            LoggerFactory.getLogger("org.chengxin.test")
                    .error(
                            "call 13812345678 about 91420202MA44G5GY9R",
                            new IllegalStateException("key (11010519491231002X) exists"));
        }
        JsonNode line = lines().get(0);
        assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
        assertThat(line.get("message").asString()).isEqualTo("call [mobile] about 91420202MA44G5GY9R");
        assertThat(line.at("/error/message").asString()).isEqualTo("key ([identity]) exists");
        assertThat(line.toString()).doesNotContain("13812345678", "11010519491231002X");
    }

    @Test
    void numbersOfPersonsAreLeftOutOfTheConsole() {
        LoggerContext logback = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(logback);
        layout.getInstanceConverterMap().put("m", MessageWithoutNumbers::new);
        layout.getInstanceConverterMap().put("wEx", FailureWithoutNumbers::new);
        layout.setPattern("%m%n%wEx");
        layout.start();
        String line = layout.doLayout(new LoggingEvent(
                "",
                logback.getLogger("test"),
                Level.ERROR,
                "call 13812345678",
                new IllegalStateException("key (11010519491231002X) exists"),
                null));
        assertThat(line)
                .contains("call [mobile]", "key ([identity]) exists", "\tat ")
                .doesNotContain("13812345678", "11010519491231002X");
    }

    @Test
    void aRequestIsToldByItsDoorAndNeverByWhatWasAsked() throws IOException {
        try (LogFiles files = files(5)) {
            answered(new RequestLog(null), "/s/{x}");
            answered(new RequestLog(new ClientAddress(0)), null);
            LoggerFactory.getLogger("org.chengxin.test").info("no request");
        }
        JsonNode line = lines().get(0);
        assertThat(line.get("message").asString()).startsWith("GET /s/{x} 404 ");
        assertThat(line.at("/http/route").asString()).isEqualTo("/s/{x}");
        assertThat(line.at("/http/request/method").asString()).isEqualTo("GET");
        assertThat(line.at("/http/request/id").asString()).isNotEmpty();
        assertThat(line.at("/http/response/status_code").intValue()).isEqualTo(404);
        assertThat(line.at("/event/duration").asLong()).isPositive();
        assertThat(line.toString()).doesNotContain("198.51.100.7", "港饼", "%E6");
        assertThat(lines().get(1).at("/client/address").asString()).isEqualTo("198.51.100.7");
        assertThat(lines().get(1).at("/http/route").asString()).isEqualTo("none");
        JsonNode other = lines().get(2);
        assertThat(line.propertyNames()).as("of one form").containsAll(other.propertyNames());
        for (String same : List.of("/service", "/process/thread", "/log/level", "/ecs")) {
            assertThat(line.at(same)).as(same).isEqualTo(other.at(same));
        }
        assertThat(Instant.parse(line.get("@timestamp").asString()))
                .isBeforeOrEqualTo(Instant.parse(other.get("@timestamp").asString()));
    }

    private static void answered(RequestLog log, @Nullable String door) {
        MockServerHttpRequest request = MockServerHttpRequest.get("/s/港饼?q=港饼")
                .remoteAddress(new InetSocketAddress("198.51.100.7", 4711))
                .build();
        MockServerHttpResponse response = new MockServerHttpResponse();
        response.setStatusCode(HttpStatus.NOT_FOUND);
        ServerRequestObservationContext context = new ServerRequestObservationContext(request, response, Map.of());
        if (door != null) {
            context.setPathPattern(door);
        }
        log.onStart(context);
        log.onStop(context);
    }

    @Test
    void aReaderWhoDidNotWaitIsTold() throws IOException {
        try (LogFiles files = files(5)) {
            RequestLog log = new RequestLog(null);
            ServerRequestObservationContext context = new ServerRequestObservationContext(
                    MockServerHttpRequest.get("/search").build(), new MockServerHttpResponse(), Map.of());
            context.setConnectionAborted(true);
            log.onStart(context);
            log.onStop(context);
        }
        assertThat(lines().get(0).at("/http/response/status_code").intValue()).isEqualTo(499);
    }

    @Test
    void filesAreKeptForTheDaysOfTheSetting() throws Exception {
        LocalDate today = LocalDate.now(ZONE);
        Path old = Files.writeString(folder.resolve("chengxin." + today.minusDays(10) + ".0.log.gz"), "old");
        Path kept = Files.writeString(folder.resolve("chengxin." + today.minusDays(3) + ".0.log.gz"), "kept");
        try (LogFiles files = files(5)) {
            for (int i = 0; i < 100 && Files.exists(old); i++) {
                Thread.sleep(50);
            }
        }
        assertThat(old).doesNotExist();
        assertThat(kept).exists();
    }
}
