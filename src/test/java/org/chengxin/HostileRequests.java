package org.chengxin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Requests that no honest client sends, byte by byte as they go on the wire: each an honest one, twisted once to thrice. */
final class HostileRequests {

    /** A door by a path that leads through it, and what it takes: blank for doors that take no body. */
    record Door(String method, String path, String contentType) {}

    /**
     * A request ready to be sent.
     *
     * @param what how it was twisted
     * @param json whether its Accept asks for JSON, and not for a page
     * @param readable whether its head can be read, and says of path and Accept what an honest one says
     * @param broken whether a server may hang up on it: it is not whole, no HTTP, or longer than anything is read
     * @param onlyParameters whether nothing but the parameters of its address is wrong
     */
    record Sent(
            String what,
            Door door,
            byte[] bytes,
            boolean json,
            boolean readable,
            boolean broken,
            boolean onlyParameters,
            boolean head) {

        /** Whether an error is told as a problem: at the interface, but for a reader of documents, and to who prefers JSON. */
        boolean asksForProblem() {
            boolean document = door.path.split("\\?", 2)[0].endsWith(".pdf");
            return json || (door.path.startsWith("/api/") && !document);
        }

        /** Its first bytes, to be read by people. */
        String start() {
            return new String(bytes, 0, Math.min(400, bytes.length), StandardCharsets.UTF_8);
        }
    }

    /** Twists of the address's parameters and of what says nothing of what is wanted. */
    private static final Set<String> PARAMETERS =
            Set.of("query", "cursor", "slow text", "many parameters", "cookies", "conditions", "no host");

    private final Random random;
    private final int port;
    private final Map<String, Consumer<Draft>> twists = new TreeMap<>();

    /** @param cursors as the portal gives them out */
    HostileRequests(Random random, int port, List<String> cursors) {
        this.random = random;
        this.port = port;
        twists.put("cursor", draft -> draft.parameter("cursor", bent(pick(cursors))));
        twists.put("query", draft -> draft.parameter(pick(HostileTexts.NAMES), value()));
        twists.put(
                "slow text",
                draft -> draft.parameter("q", URLEncoder.encode(pick(HostileTexts.SLOW), StandardCharsets.UTF_8)));
        twists.put(
                "many parameters",
                draft -> draft.target += "?"
                        + (pick(HostileTexts.NAMES) + "=" + random.nextInt(9) + "&").repeat(1 + random.nextInt(400)));
        twists.put("long address", draft -> {
            draft.parameter("q", pick(List.of("a", "%E6%B8%AF", "%", "+")).repeat(20_000 + random.nextInt(30_000)));
            draft.cut();
        });
        twists.put("path", draft -> {
            String[] parts = draft.target.split("/", -1);
            parts[1 + random.nextInt(parts.length - 1)] = pick(HostileTexts.SEGMENTS);
            draft.target = String.join("/", parts);
            draft.readable = false;
        });
        twists.put("host", draft -> {
            draft.readable = false;
            draft.headers.put("Host", pick(HostileTexts.HOSTS));
            if (random.nextInt(4) == 0) {
                draft.headers.put("Host ", "evil.example");
            }
        });
        twists.put("no host", draft -> draft.headers.remove("Host"));
        twists.put("absolute address", draft -> {
            draft.target =
                    pick(List.of("http://evil.example:99999", "//evil.example", "*", "http://", "file://", "x", ""))
                            + draft.target;
            draft.readable = false;
        });
        twists.put("forwarded", draft -> List.of(
                        "Forwarded",
                        "X-Forwarded-For",
                        "X-Forwarded-Host",
                        "X-Forwarded-Proto",
                        "X-Forwarded-Port",
                        "X-Forwarded-Prefix",
                        "X-Original-URL",
                        "X-HTTP-Method-Override")
                .forEach(name -> draft.headers.put(
                        name, pick(random.nextBoolean() ? HostileTexts.HOSTS : HostileTexts.VALUES))));
        twists.put(
                "language",
                draft -> draft.headers.put(
                        "Accept-Language",
                        pick(List.of("zh\rX-Evil: 1", "*;q=2", "a".repeat(3_000), "en,".repeat(900), ",,", "\u00ff"))));
        twists.put("conditions", draft -> List.of("If-None-Match", "If-Match", "If-Modified-Since", "If-Range", "Range")
                .forEach(name -> draft.headers.put(
                        name,
                        pick(List.of(
                                "*",
                                "\"",
                                "W/",
                                "W/\"\"",
                                "\"a\",".repeat(800),
                                "Sat, 99 Foo 9999",
                                "bytes=0-,0-,0-,0-",
                                "bytes=9999999999999999999-",
                                "bytes=-1",
                                "\u00ff",
                                "1")))));
        twists.put("accept", draft -> {
            draft.headers.put("Accept", pick(List.of("*/*;q=zz", "a/b,".repeat(1_500), "text/", "", "json", "\u0001")));
            draft.readable = false;
        });
        twists.put(
                "method",
                draft -> draft.method = pick(List.of(
                        "TRACE",
                        "CONNECT",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "PROPFIND",
                        "get",
                        "HEAD",
                        "OPTIONS",
                        "POST",
                        "GET",
                        "X".repeat(3_000),
                        "G\u00e9T",
                        "G:T",
                        "{}")));
        twists.put("other site", draft -> {
            draft.headers.put("Origin", pick(List.of("null", "https://evil.example", "\u00ff", "javascript:1", "")));
            draft.headers.put("Access-Control-Request-Method", pick(List.of("DELETE", "", "\u00ff", "GET,POST")));
        });
        twists.put(
                "cookies",
                draft -> draft.headers.put("Cookie", "view=" + pick(HostileTexts.VALUES) + "; ".repeat(500) + "=;;"));
        twists.put("large header", draft -> {
            draft.headers.put("X-Large", "a".repeat(pick(List.of(8_000, 16_000, 200_000))));
            draft.cut();
        });
        twists.put("many headers", draft -> {
            for (int i = 0; i < 1_500; i++) {
                draft.headers.put("X-" + i, "b");
            }
            draft.cut();
        });
        twists.put("strange header", draft -> {
            draft.readable = false;
            draft.headers.put(
                    pick(List.of("", " ", "a b", "\u00e9", "X\u0000Y", "(")),
                    pick(List.of("a\u0000b", "\u0007", "a\n b")));
        });
        twists.put("body", draft -> draft.body(pick(HostileTexts.TYPES), HostileTexts.raw(pick(HostileTexts.BODIES))));
        twists.put("body of its type", draft -> draft.body(draft.type(), HostileTexts.raw(pick(HostileTexts.BODIES))));
        twists.put("packed body", draft -> {
            draft.body(draft.type(), packed());
            draft.headers.put("Content-Encoding", pick(List.of("gzip", "br", "gzip, gzip", "x")));
        });
        twists.put("length", draft -> {
            draft.headers.put(
                    "Content-Length", pick(List.of("-1", "x", "99999999999999999999", "+2", "1, 2", "9999", "")));
            draft.cut();
        });
        twists.put("chunks", draft -> {
            draft.headers.put("Transfer-Encoding", pick(List.of("chunked", "chunked, chunked", "x", "\u000bchunked")));
            draft.body = pick(
                    List.of("zz\r\n", "5\r\nab", "FFFFFFFFFFFFFFFFF\r\n", "-1\r\n", "0\r\n\r\nGET / HTTP/1.1\r\n\r\n"));
            draft.cut();
        });
        twists.put("expect", draft -> draft.headers.put("Expect", pick(List.of("100-continue", "x", "200-ok"))));
        twists.put("version", draft -> {
            draft.version =
                    pick(List.of("HTTP/1.0", "HTTP/0.9", "HTTP/9.9", "HTTP/2.0", "", "HTTP", "FTP/1.1", "HTTP/1.1 x"));
            draft.cut();
        });
    }

    /** A request at a door. */
    Sent next(Door door) {
        Draft draft = new Draft(door);
        List<String> names = List.copyOf(twists.keySet());
        List<String> what = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            String name = pick(names);
            what.add(name);
            twists.get(name).accept(draft);
        }
        return draft.sent(what);
    }

    private String bent(String cursor) {
        int at = random.nextInt(cursor.length());
        return switch (random.nextInt(5)) {
            case 0 -> cursor.substring(0, at);
            case 1 -> cursor.substring(0, at) + pick(List.of("A", "-", "%3D", "%00", "~")) + cursor.substring(at + 1);
            case 2 -> cursor + cursor;
            case 3 -> cursor;
            default ->
                Base64.getUrlEncoder()
                        .encodeToString(noise(1 + random.nextInt(60)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private String value() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(HostileTexts.VALUES) + pick(HostileTexts.VALUES);
            case 1 -> URLEncoder.encode(noise(1 + random.nextInt(40)), StandardCharsets.UTF_8);
            case 2 -> HostileTexts.raw(noise(1 + random.nextInt(10)));
            default -> pick(HostileTexts.VALUES);
        };
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.appendCodePoint(random.nextInt(10) == 0 ? random.nextInt(0xD800) : random.nextInt(256));
        }
        return noise.toString();
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A megabyte of blanks for each kilobyte. */
    private static String packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new byte[20_000_000]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private final class Draft {

        private final Door door;
        private final boolean json = random.nextBoolean();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String method;
        private String target;
        private String version = "HTTP/1.1";
        private String body = "";
        private boolean readable = true;
        private boolean broken;

        Draft(Door door) {
            this.door = door;
            this.method = door.method;
            this.target = HostileTexts.raw(door.path);
            headers.put("Host", "localhost:" + port);
            headers.put("Connection", "close");
            headers.put("Accept", json ? "application/json" : "text/html");
            if (!door.contentType.isEmpty()) {
                body(type(), "{\"queries\":{\"a\":{\"name\":\"" + HostileTexts.raw("港饼") + "\"}}}");
            }
        }

        String type() {
            return door.contentType + (door.contentType.startsWith("multipart") ? "; boundary=between" : "");
        }

        void parameter(String name, String value) {
            target += (target.contains("?") ? '&' : '?') + HostileTexts.raw(name) + '=' + value;
        }

        void body(String type, String content) {
            headers.put("Content-Type", type);
            headers.put("Content-Length", String.valueOf(content.length()));
            body = content;
            // a server hangs up on what it will not read to the end
            broken |= content.length() > 100_000;
        }

        /** From here on nobody can tell how much of it was meant. */
        void cut() {
            broken = true;
            readable = false;
        }

        Sent sent(List<String> what) {
            StringBuilder head = new StringBuilder(method).append(' ');
            // a blank or a line end would be the end of the address: those are other twists
            head.append(target.replaceAll("[\\x00-\\x20\\x7f]", "%01")).append(version.isEmpty() ? "" : " " + version);
            headers.forEach((name, value) ->
                    head.append("\r\n").append(name).append(": ").append(value));
            byte[] bytes = head.append("\r\n\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
            boolean plain = method.matches("[A-Z]+")
                    && headers.values().stream().noneMatch(value -> value.matches("(?s).*[\\x00-\\x08\\x0a-\\x1f].*"));
            return new Sent(
                    String.join(", ", what),
                    door,
                    bytes,
                    json,
                    readable && plain,
                    broken,
                    door.path.startsWith("/api/") && PARAMETERS.containsAll(what),
                    method.equals("HEAD"));
        }
    }
}
