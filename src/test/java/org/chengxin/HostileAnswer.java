package org.chengxin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back on a bare socket.
 *
 * @param status 0 when nothing came
 * @param silent whether the server neither said anything nor hung up
 */
record HostileAnswer(int status, boolean silent, Map<String, String> headers, String head, String body, int length) {

    private static final int LONGEST = 3_000_000;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> ALWAYS = List.of(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy");

    /** What may not be read in any answer: how the portal is made. */
    private static final List<String> NEVER = List.of(
            "\tat ", "Exception", "java.lang", "org.spring", "org.chengxin", "io.netty", "reactor.", "root:x:0");

    /** Sends a request and takes what comes until the server hangs up. */
    static HostileAnswer to(HostileRequests.Sent request, int port) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        boolean silent = false;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.bytes());
                socket.getOutputStream().flush();
                if (request.broken()) {
                    // no more will come: a request that is not whole never will be
                    socket.shutdownOutput();
                }
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException nothing) {
                silent = true;
            } catch (IOException reset) {
                rest(socket, answer);
            }
        }
        return read(answer.toByteArray(), silent);
    }

    /** A server that will not read on resets; what it said before may be there. */
    private static void rest(Socket socket, ByteArrayOutputStream answer) {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException nothingMore) {
            answer.writeBytes(new byte[0]);
        }
    }

    private static HostileAnswer read(byte[] bytes, boolean silent) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        while (text.startsWith("HTTP/1.1 100 ")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new HostileAnswer(0, silent, Map.of(), text, "", bytes.length);
        }
        Map<String, String> headers = new HashMap<>();
        String[] lines = text.substring(0, end).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new HostileAnswer(
                Integer.parseInt(lines[0].split(" ")[1]),
                silent,
                headers,
                text.substring(0, end),
                text.substring(end + 4),
                bytes.length);
    }

    String outcome() {
        return status > 0 ? String.valueOf(status) : silent ? "silence" : "hung up";
    }

    /** What is wrong with it as an answer to a request; blank when nothing. */
    String complaint(HostileRequests.Sent request) {
        if (silent) {
            return "silence after " + head;
        }
        if (status == 0) {
            return request.broken() ? "" : "hung up";
        }
        if (status >= 500) {
            return status + " " + body;
        }
        if (length > LONGEST) {
            return length + " bytes";
        }
        if (head.contains("\nX-Evil")) {
            return "a value became a header: " + head;
        }
        String text = head + body.substring(0, Math.min(body.length(), 300_000));
        for (String never : NEVER) {
            if (text.contains(never) && !request.start().contains(never)) {
                return "says " + never;
            }
        }
        if (refusedUnread(request)) {
            return "";
        }
        for (String header : ALWAYS) {
            if (!headers.containsKey(header)) {
                return status + " without " + header + ": " + head;
            }
        }
        return status >= 400 ? problem(request) : "";
    }

    /**
     * Whether it says no without a word where nobody would read one: a browser shows its page nothing of what CORS
     * refuses, a body that breaks off in the middle of a chunk is noticed when its request is on its way already, and a
     * range that a file has not is told by its headers (RFC 9110, section 15.5.17).
     */
    private boolean refusedUnread(HostileRequests.Sent request) {
        boolean cors =
                status == 403 && headers.containsKey("vary") && request.what().contains("other site");
        boolean range = status == 416 && headers.containsKey("accept-ranges");
        return range
                || (body.isEmpty() && (cors || (status == 400 && request.what().contains("chunks"))));
    }

    /** An error is a problem (RFC 9457) to who asks the interface or for JSON, and a page to everybody else. */
    private String problem(HostileRequests.Sent request) {
        String type = headers.getOrDefault("content-type", "");
        if (type.startsWith("application/problem+json")) {
            if (request.readable() && !request.asksForProblem()) {
                return status + " as problem, though a page was asked for: " + body;
            }
            return request.head() ? "" : told(request);
        }
        if (!type.startsWith("text/html")) {
            return status + " as " + type + ": " + head;
        }
        // a head too long is told so by the address alone, and what leads nowhere in the form it is typed into
        boolean page = status == 414
                || status == 431
                || request.door().path().startsWith("/follow/")
                || request.door().path().equals("/developers/embed");
        return request.readable() && request.asksForProblem() && !page ? status + " as page: " + head : "";
    }

    private String told(HostileRequests.Sent request) {
        JsonNode problem;
        try {
            problem = JSON.readTree(body);
        } catch (JacksonException broken) {
            return "no JSON: " + body;
        }
        if (problem.path("status").asInt() != status
                || problem.path("title").asString("").isBlank()
                || problem.path("detail").asString("").isBlank()
                || !problem.path("type").asString("").startsWith("/developers/problems/")) {
            return "no problem of RFC 9457: " + body;
        }
        boolean named = !problem.path("errors").isEmpty()
                && problem.get("errors")
                        .valueStream()
                        .noneMatch(error -> error.path("field").asString("").isBlank()
                                || error.path("reason").asString("").isBlank());
        return status == 400 && request.onlyParameters() && !named ? "names no field: " + body : "";
    }
}
