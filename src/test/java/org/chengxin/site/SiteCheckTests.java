package org.chengxin.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.chengxin.site.SiteCheck.Method;
import org.chengxin.site.SiteCheck.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks of somebody's site, against a site on this machine under names that lead there. */
class SiteCheckTests {

    private static final String HOST = "gangbing.example.cn";
    private static final String TOKEN = "chengxin-0123456789abcdefghjkmnpq";

    private final Map<String, Served> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final List<List<String>> addresses = new ArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer server;

    private interface Served {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            pages.getOrDefault(exchange.getRequestURI().getPath(), text(404, "none"))
                    .to(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aRecordAFileOrAnElementProves() throws IOException {
        pages.put(SiteCheck.FILE, text(200, "hello\n" + TOKEN + "\n"));
        assertThat(check()).isEqualTo(new Outcome(Method.FILE, null));
        assertThat(asked).allMatch(request -> request.startsWith(HOST + ":" + port()));
        assertThat(pauses).as("a pause before each page").hasValue(1);
        pages.remove(SiteCheck.FILE);
        pages.put("/", text(200, "<html><head><meta name='chengxin-site' content='" + TOKEN + "'></head></html>"));
        assertThat(check()).isEqualTo(new Outcome(Method.META, null));
        texts.put("_chengxin." + HOST, List.of("v=spf1 -all", TOKEN));
        asked.clear();
        assertThat(check()).isEqualTo(new Outcome(Method.DNS, null));
        assertThat(asked).as("a record needs no request").isEmpty();
    }

    @Test
    void whatIsMerelyLikeTheTokenProvesNothing() throws IOException {
        pages.put(SiteCheck.FILE, text(200, "x" + TOKEN));
        pages.put("/", text(200, "<p>" + TOKEN + "</p><meta name=other content=" + TOKEN + ">"));
        texts.put("_chengxin." + HOST, List.of("chengxin-"));
        assertThat(check()).isEqualTo(new Outcome(null, "not found"));
        pages.put(SiteCheck.FILE, text(403, TOKEN));
        assertThat(check().method())
                .as("a page of an error is no page of the site")
                .isNull();
    }

    @Test
    void robotsAreHonoured() throws IOException {
        pages.put(SiteCheck.FILE, text(200, TOKEN));
        pages.put("/robots.txt", text(200, "User-agent: *\nDisallow: /\n"));
        assertThat(check()).isEqualTo(new Outcome(null, "robots.txt forbids"));
        assertThat(asked).hasSize(1);
        pages.put(
                "/robots.txt",
                text(
                        200,
                        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Chengxin-Site-Check\nDisallow: /\nAllow: /.well-known/ # proofs\n"));
        assertThat(check()).isEqualTo(new Outcome(Method.FILE, null));
        pages.put("/robots.txt", text(503, ""));
        assertThat(check()).isEqualTo(new Outcome(null, "robots.txt answers 503"));
    }

    @Test
    void aRedirectStaysOnItsHost() throws IOException {
        pages.put(SiteCheck.FILE, moved("/proof.txt"));
        pages.put("/proof.txt", text(200, TOKEN));
        assertThat(check()).isEqualTo(new Outcome(Method.FILE, null));
        for (String elsewhere : List.of(
                "http://localhost/proof.txt",
                "http://169.254.169.254/latest/meta-data/",
                "http://other.example.cn/proof.txt",
                "http://" + HOST + ":22/",
                "http://user@" + HOST + "/",
                "file:///etc/passwd",
                "//evil.example.net/",
                "http://[")) {
            pages.put(SiteCheck.FILE, moved(elsewhere));
            asked.clear();
            assertThat(check().failure()).as(elsewhere).startsWith("redirect to");
            assertThat(asked).as("nothing after " + elsewhere).hasSize(2);
        }
        pages.put(SiteCheck.FILE, moved(SiteCheck.FILE));
        assertThat(check().failure()).isEqualTo("too many redirects");
    }

    @Test
    void addressesThatAreNotPublicAreNotConnectedTo() throws IOException {
        addresses.add(List.of("127.0.0.1"));
        assertThat(check(PublicAddresses::isPublic).failure()).isEqualTo("no public address");
        addresses.set(0, List.of("223.5.5.5", "10.0.0.1"));
        assertThat(check(PublicAddresses::isPublic).failure())
                .as("one of several")
                .isEqualTo("no public address");
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameIsAskedOnceForEachRequestAndCannotLeadElsewhereAfterwards() throws IOException {
        // as a name server that answers a good address first and a private one then
        addresses.add(List.of("127.0.0.1"));
        addresses.add(List.of("10.0.0.1"));
        pages.put(SiteCheck.FILE, text(200, TOKEN));
        Outcome outcome = check(address -> address.isLoopbackAddress());
        assertThat(outcome.failure()).isEqualTo("no public address");
        assertThat(asked).as("robots.txt from the address that was looked at").hasSize(1);
        assertThat(lookups).hasValue(2);
    }

    @Test
    void largeAndEndlessAnswersAreCutOff() throws IOException {
        pages.put(SiteCheck.FILE, text(200, "x".repeat(SiteFetcher.LARGEST + 1) + "\n" + TOKEN));
        assertThat(check().failure()).isEqualTo("too large");
        pages.put(SiteCheck.FILE, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] part = new byte[8192];
            while (true) {
                out.write(part);
            }
        });
        assertThat(check().failure()).isEqualTo("too large");
    }

    @Test
    void aSiteThatIsAwayIsToldSo() throws IOException {
        int port = port();
        server.stop(0);
        SiteFetcher fetcher = new SiteFetcher(names(), InetAddress::isLoopbackAddress, free(), port, trust());
        Outcome outcome = new SiteCheck(names(), fetcher, () -> {}).of(HOST, TOKEN);
        assertThat(outcome.method()).isNull();
        assertThat(outcome.failure()).contains("refused");
    }

    private Outcome check() throws IOException {
        return check(InetAddress::isLoopbackAddress);
    }

    /** Nobody answers at the port of HTTPS, so that the other is asked. */
    private Outcome check(Predicate<InetAddress> allowed) throws IOException {
        SiteFetcher fetcher = new SiteFetcher(names(), allowed, free(), port(), trust());
        return new SiteCheck(names(), fetcher, pauses::incrementAndGet).of(HOST, TOKEN);
    }

    private static SslContext trust() throws SSLException {
        return SslContextBuilder.forClient().build();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private NameServer names() {
        return new NameServer() {

            @Override
            public List<InetAddress> addresses(String host) throws IOException {
                int number = lookups.getAndIncrement();
                List<InetAddress> found = new ArrayList<>();
                for (String address : addresses.isEmpty()
                        ? List.of("127.0.0.1")
                        : addresses.get(Math.min(number, addresses.size() - 1))) {
                    found.add(of(address));
                }
                return found;
            }

            @Override
            public List<String> texts(String name) {
                return texts.getOrDefault(name, List.of());
            }
        };
    }

    private static InetAddress of(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static Served text(int status, String text) {
        return exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    private static Served moved(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(301, -1);
        };
    }
}
