package org.chengxin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * TLS and a guard before an Elasticsearch, which as Maven has it comes without users and keys: who does not send what is
 * demanded gets the answer of a secured one.
 */
public final class GuardedElasticsearch implements AutoCloseable {

    private static final String REFUSAL =
            """
            {"error": {"root_cause": [%1$s], "type": "security_exception", "reason": "%2$s"}, "status": %3$d}""";
    private static final String CAUSE = "{\"type\": \"security_exception\", \"reason\": \"%s\"}";

    private final URI behind;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile String demanded;
    private volatile boolean readOnly;

    /** @param demanded what the field {@code Authorization} has to hold */
    public GuardedElasticsearch(URI behind, SSLContext tls, String demanded) throws IOException {
        this.behind = behind;
        this.demanded = demanded;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on something else. */
    public void demand(String authorization) {
        demanded = authorization;
    }

    /** Whether whoever comes may only search and get. */
    public void readOnly(boolean only) {
        readOnly = only;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<String> sent = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        if (!sent.equals(List.of(demanded))) {
            refuse(exchange, 401, "unable to authenticate with provided credentials");
        } else if (readOnly
                && !method.equals("GET")
                && !exchange.getRequestURI().getPath().endsWith("_search")) {
            refuse(exchange, 403, "action is unauthorized for this key");
        } else {
            pass(exchange, method, body);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
        exchange.getResponseHeaders().add("WWW-Authenticate", "ApiKey");
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"security\", charset=\"UTF-8\"");
        answer(
                exchange,
                status,
                "application/json",
                REFUSAL.formatted(CAUSE.formatted(reason), reason, status).getBytes(StandardCharsets.UTF_8));
    }

    private void pass(HttpExchange exchange, String method, byte[] body) throws IOException {
        URI asked = exchange.getRequestURI();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        behind + asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery())))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        for (String field : List.of("Content-Type", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(field);
            if (value != null) {
                request.header(field, value);
            }
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer(
                    exchange,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse("application/json"),
                    answer.body());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            exchange.close();
        } catch (IOException away) {
            answer(exchange, 502, "text/html", "<html>Bad Gateway</html>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
