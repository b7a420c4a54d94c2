package org.chengxin.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before an Elasticsearch, hands on what it is asked and remembers the searches among it. */
final class Forwarder implements AutoCloseable {

    static {
        // answers that wait for the reader's acknowledgement of their head would all take 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Load.Request> searches = new ArrayList<>();

    Forwarder(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::forward);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was searched since this was called last, in order. */
    synchronized List<Load.Request> searches() {
        List<Load.Request> heard = List.copyOf(searches);
        searches.clear();
        return heard;
    }

    private synchronized void hear(String path, byte[] body) {
        if (path.contains("_search")) {
            searches.add(Load.Request.post(path, new String(body, StandardCharsets.UTF_8)));
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        hear(path, body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + path))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String field : List.of("Content-Type", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(field);
            if (value != null) {
                request.header(field, value);
            }
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                    .add("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
