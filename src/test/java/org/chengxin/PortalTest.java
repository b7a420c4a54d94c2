package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.indexing.IndexWork;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.search.SearchEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole portal with the seed, started once for all tests that extend this. Its clock can be moved, and its catalogue
 * knows one type more than the product: {@code made-up-type/record-types/lantern-award.yaml}.
 */
@SpringBootTest(
        classes = ChengxinApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "chengxin.quota.enabled=false"})
@Import(PortalTest.MadeUp.class)
public abstract class PortalTest {

    protected final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    protected int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected ChengxinProperties settings;

    @Autowired
    private DispatcherHandler dispatcher;

    @TestConfiguration
    static class MadeUp {

        /** What no request brings about at will: {@code /made-up-failure/too-many-requests} and the like. */
        @Bean
        WebFilter madeUpFailures() {
            String path = "/made-up-failure/";
            return (exchange, chain) -> {
                String asked = exchange.getRequest().getPath().value();
                return Arrays.stream(ProblemKind.values())
                        .filter(kind -> asked.equals(path + kind.code()))
                        .findFirst()
                        .map(kind -> Mono.<Void>error(ProblemException.retryAfter(kind, Duration.ofSeconds(7))))
                        .orElseGet(() -> chain.filter(exchange));
            };
        }

        /** On a busy machine the first test would else ask before the seed can be found. */
        @Bean
        ApplicationListener<ApplicationReadyEvent> theSeedIsFound(IndexWork index, SearchEngine engine) {
            return ready -> {
                index.await();
                engine.flush();
            };
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ZERO);
        }

        @Bean
        @Primary
        Catalog catalogWithTheMadeUpType() throws MalformedURLException {
            URL folder = Path.of("src/test/resources/made-up-type/").toUri().toURL();
            return CatalogLoader.load(
                    new URLClassLoader(new URL[] {folder}, getClass().getClassLoader()));
        }
    }

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        Path fresh = temporary();
        registry.add("chengxin.data-dir", fresh::toString);
    }

    /** Whatever answers on the public port. */
    protected List<PortalDoor> doors() {
        return PortalDoor.of(dispatcher);
    }

    /** An address with something behind it that leads through a door; a door with a variable must be given one here. */
    protected String through(PortalDoor door) {
        // of a company: some doors say nothing of people
        JsonNode record = get("/api/v1/subjects/91420202MA44G5GY9R/records?size=1&type=permit")
                .at("/items/0");
        String subject = record.at("/subject/id").asString();
        JsonNode commitment = get("/api/v1/records?size=1&type=commitment").at("/items/0");
        String version = body("/widget/v1/frame").replaceFirst("(?s).*/chengxin-([^\"]+)\\.js.*", "$1");
        String address = Map.ofEntries(
                        Map.entry(
                                "/s/{x}/records/{recordId}",
                                "/s/" + subject + "/records/" + record.at("/id").asString()),
                        Map.entry(
                                "/api/v1/subjects/{id}/certificates/commitment.pdf",
                                "/api/v1/subjects/"
                                        + commitment.at("/subject/id").asString()
                                        + "/certificates/commitment.pdf?record="
                                        + commitment.at("/id").asString()),
                        Map.entry("/statistics.csv", "/statistics.csv?by=type"),
                        Map.entry("/assets/**", "/assets/mark-v1.svg"),
                        Map.entry("/api/v1/log/consistency", "/api/v1/log/consistency?first=0&second=0"),
                        Map.entry("/api/v1/subjects/suggest", "/api/v1/subjects/suggest?q=gang"),
                        Map.entry(
                                "/api/v1/records/{id}",
                                "/api/v1/records/" + record.at("/id").asString()),
                        Map.entry(
                                "/widget/v1/oembed",
                                "/widget/v1/oembed?url=" + settings.site().url() + "/s/" + subject))
                .getOrDefault(door.path(), door.path())
                .replace("{version}", version)
                .replace("{part:[1-9][0-9]{0,4}}", "1")
                .replace("/problems/{code}", "/problems/not-found")
                .replace("{code}", "0000000000000000")
                .replace("{number}", "CX0000000000000000")
                .replaceFirst("\\{(?:id|x)}", subject);
        assertThat(address).as("an address through the door").doesNotContain("{");
        return address;
    }

    protected WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }

    /** Body of a GET, whatever its status; the path may hold Chinese. */
    protected byte[] bytes(String path, int status) {
        byte[] body = http().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return body == null ? new byte[0] : body;
    }

    protected String body(String path) {
        return new String(bytes(path, 200), StandardCharsets.UTF_8);
    }

    protected JsonNode get(String path) {
        return json.readTree(body(path));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("chengxin-portal");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
