package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Subjects.subject;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.chengxin.GuardedElasticsearch;
import org.chengxin.TestAuthority;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.SubjectQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is asked with TLS and wants to know who asks: what is wrong is told, and no secret with it. */
class ElasticsearchSecurityTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));
    private static final String KEY = "c2VjcmV0LWlkOnNlY3JldC1rZXk=";
    private static final String PASSWORD = "密码-secret";

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Path ca;
    private static Path otherCa;

    private StubCluster cluster;
    private @Nullable GuardedElasticsearch guard;
    private @Nullable SearchEngine engine;

    @BeforeAll
    static void authorities() throws Exception {
        authority = new TestAuthority("own");
        ca = authority.writeTo(folder.resolve("ca.pem"));
        otherCa = new TestAuthority("another").writeTo(folder.resolve("other.pem"));
    }

    @BeforeEach
    void start() throws Exception {
        cluster = new StubCluster();
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
        if (guard != null) {
            guard.close();
        }
        cluster.close();
    }

    private void guarded(Instant until, String address, String demanded) throws Exception {
        guard = new GuardedElasticsearch(cluster.url(), authority.server(until, address), demanded);
    }

    private SearchEngine open(
            URI url, @Nullable String key, @Nullable String user, @Nullable String password, @Nullable Path trusted) {
        engine = ElasticsearchEngines.open(
                new ElasticsearchSettings(
                        List.of(url),
                        "chengxin",
                        key,
                        user,
                        password,
                        trusted,
                        1,
                        0,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        2,
                        1 << 16),
                "420200",
                Clock.systemUTC());
        return engine;
    }

    private SearchEngine withKey(@Nullable Path trusted) {
        return open(guard.url(), KEY, null, null, trusted);
    }

    private void assertAnswers() {
        assertThat(engine.subjects(SubjectQuery.of("磁湖", 10), NOW).items()).isEmpty();
        assertThat(engine.answers()).isTrue();
    }

    /** It is away for searches and for who writes, and says why. */
    private void assertAwayFor(String... words) {
        assertThatThrownBy(() -> engine.subjects(SubjectQuery.of("磁湖", 10), NOW))
                .isInstanceOf(SearchEngineAwayException.class)
                .hasMessageContainingAll(words);
        assertThatThrownBy(() -> engine.position()).isInstanceOf(SearchEngineAwayException.class);
        assertThat(engine.answers()).isFalse();
        assertThat(engine.needsRebuild()).isFalse();
        assertThat(engine.trouble()).contains(words).doesNotContain(KEY, PASSWORD, "secret");
    }

    @Test
    void byItsAuthorityAndAKeyItIsReached() throws Exception {
        guarded(LATER, "127.0.0.1", "ApiKey " + KEY);
        withKey(ca);
        assertAnswers();
        engine.apply(new IndexBatch(List.of(subject("a", "黄石商行").build()), List.of(), List.of(), List.of(), "42", 1));
        assertThat(engine.position()).isEqualTo("42");
    }

    @Test
    void byAUserAndAPasswordOfAnyCharactersItIsReached() throws Exception {
        byte[] pair = ("门户:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        guarded(LATER, "127.0.0.1", "Basic " + Base64.getEncoder().encodeToString(pair));
        open(guard.url(), null, "门户", PASSWORD, ca);
        assertAnswers();
    }

    @Test
    void aKeyItDoesNotKnowIsToldAndTheRightOneIsTakenAtOnceWhenItDoes() throws Exception {
        guarded(LATER, "127.0.0.1", "ApiKey another");
        withKey(ca);
        assertAwayFor("401", "search.elasticsearch.api-key");
        guard.demand("ApiKey " + KEY);
        assertAnswers();
    }

    @Test
    void aPasswordItDoesNotKnowIsTold() throws Exception {
        guarded(LATER, "127.0.0.1", "Basic another");
        open(guard.url(), null, "门户", PASSWORD, ca);
        assertAwayFor("401", ".password");
    }

    @Test
    void whatAKeyMayNotDoIsTold() throws Exception {
        guarded(LATER, "127.0.0.1", "ApiKey " + KEY);
        guard.readOnly(true);
        withKey(ca);
        assertThatThrownBy(() -> engine.apply(new IndexBatch(List.of(), List.of("a"), List.of(), List.of(), "42", 1)))
                .isInstanceOf(SearchEngineAwayException.class)
                .hasMessageContainingAll("403", "unauthorized");
        assertThat(engine.position()).isEqualTo("41");
        assertThat(engine.trouble()).contains("403", "unauthorized").doesNotContain(KEY);
    }

    @Test
    void anAuthorityThatIsNotTrustedIsTold() throws Exception {
        guarded(LATER, "127.0.0.1", "ApiKey " + KEY);
        withKey(otherCa);
        assertAwayFor("search.elasticsearch.ca", "vouches");
    }

    @Test
    void anAuthorityThatJavaDoesNotKnowIsTold() throws Exception {
        guarded(LATER, "127.0.0.1", "ApiKey " + KEY);
        withKey(null);
        assertAwayFor("search.elasticsearch.ca", "vouches");
    }

    @Test
    void aCertificateOfAnotherHostIsTold() throws Exception {
        guarded(LATER, "elsewhere.example", "ApiKey " + KEY);
        withKey(ca);
        assertAwayFor("search.elasticsearch.urls", "another host", "127.0.0.1");
    }

    @Test
    void aCertificateThatHasRunOutIsTold() throws Exception {
        guarded(Instant.now().minus(Duration.ofMinutes(5)), "127.0.0.1", "ApiKey " + KEY);
        withKey(ca);
        assertAwayFor("not valid at this time");
    }

    @Test
    void aNodeWithoutTlsIsTold() throws Exception {
        try (ServerSocket plain = new ServerSocket(0)) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answerPlainly(plain));
            open(URI.create("https://127.0.0.1:" + plain.getLocalPort()), KEY, null, null, ca);
            assertAwayFor("no TLS with it", "search.elasticsearch.urls");
            plain.close();
            answering.get(10, TimeUnit.SECONDS);
        }
    }

    /** As a server does that was sent no request. */
    private static void answerPlainly(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket one = server.accept()) {
                one.getInputStream().read(new byte[64]);
                one.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException over) {
                // the next, unless the server is closed
            }
        }
    }

    @Test
    void whoSendsThePortalElsewhereDoesNotLetItTellTheKeyThere() throws Exception {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elsewhere.createContext("/", exchange -> {
            told.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.close();
        });
        elsewhere.start();
        HttpServer sending = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        sending.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        sending.start();
        try {
            open(URI.create("http://127.0.0.1:" + sending.getAddress().getPort()), KEY, null, null, null);
            assertAwayFor("302");
            assertThat(told).isEmpty();
        } finally {
            sending.stop(0);
            elsewhere.stop(0);
        }
    }

    @Test
    void aKeyThatCannotBeOneIsRefusedByTheNameOfItsSetting() {
        assertThatThrownBy(() -> open(URI.create("https://127.0.0.1:1"), "id:key", null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("api-key");
        assertThatThrownBy(() -> open(URI.create("https://127.0.0.1:1"), null, "a:b", PASSWORD, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("user");
    }
}
