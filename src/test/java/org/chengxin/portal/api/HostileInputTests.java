package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Random addresses, written to the socket byte by byte so that no client mends them first. */
@ApiTest
class HostileInputTests {

    private static final int REQUESTS = 600;

    private static final List<String> PATHS = List.of(
            "/api/v1/subjects",
            "/api/v1/subjects/suggest",
            "/api/v1/subjects/" + FakeArchives.COMPANY,
            "/api/v1/subjects/" + FakeArchives.COMPANY + "/records",
            "/api/v1/records",
            "/api/v1/records/" + FakeArchives.PENALTY,
            "/api/v1/record-types",
            "/api/v1/openapi.json",
            "/api/v1/");

    private static final List<String> NAMES = List.of(
            "q",
            "kind",
            "region",
            "list",
            "recordType",
            "status",
            "sort",
            "size",
            "cursor",
            "lang",
            "asOf",
            "type",
            "authority",
            "from",
            "to",
            "",
            "%",
            "q%5B%5D",
            "\u00e9");

    private static final List<String> VALUES = List.of(
            "",
            "*",
            "%",
            "%zz",
            "%e4%bd",
            "%ED%A0%80",
            "%00",
            "%0d%0aX-Evil:%201",
            "%F0%9F%98%80%F0%9F%87%A8",
            "\"'`",
            "' OR 1=1; DROP TABLE subject;--",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "../../etc/passwd",
            "[1 TO *]",
            "(((((((",
            "a:b AND NOT c~2^9",
            "NaN",
            "-1",
            "99999999999999999999",
            "2026-02-30",
            "+999999999-12-31T00:00:00Z",
            "420281199001011237",
            "黄石港饼",
            "\u0001\u0002\u007f",
            "|^\\{}",
            "a,b,,c",
            "%E2%80%AE%E2%81%A6");

    @LocalServerPort
    int port;

    @Test
    void nothingBreaksTheApi() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("HostileInputTests seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            String address = address(random);
            String answer = ask(address);
            String status = answer.isEmpty() ? "" : answer.split(" ", 3)[1];
            assertThat(status).as(address).matches("[234]\\d\\d");
            assertThat(answer).as(address).doesNotContain("\tat ", "Exception", "java.", "\nX-Evil: 1");
            if (status.startsWith("4")) {
                assertThat(answer.toLowerCase()).as(address).contains("content-type: application/problem+json");
            }
        }
    }

    private static String address(Random random) {
        StringBuilder address = new StringBuilder(pick(PATHS, random));
        if (random.nextInt(4) == 0) {
            address.append('/').append(value(random).replace(" ", "%20"));
        }
        char separator = '?';
        for (int n = random.nextInt(4); n > 0; n--) {
            address.append(separator).append(pick(NAMES, random)).append('=').append(value(random));
            separator = '&';
        }
        return address.toString().replace(" ", random.nextBoolean() ? "+" : "%20");
    }

    private static String value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> pick(VALUES, random) + pick(VALUES, random);
            case 1 -> URLEncoder.encode(noise(random, 1 + random.nextInt(40)), StandardCharsets.UTF_8);
            case 2 -> noise(random, 1 + random.nextInt(10)).replaceAll("[\\x00-\\x20\\x7f-\\x9f#]", "");
            case 3 ->
                pick(List.of("a", "%E6%B8%AF", "%F0%9F%98%80", "%"), random).repeat(random.nextInt(3000));
            default -> pick(VALUES, random);
        };
    }

    private static String noise(Random random, int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.appendCodePoint(random.nextInt(10) == 0 ? random.nextInt(0xD800) : random.nextInt(256));
        }
        return noise.toString();
    }

    private static String pick(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private String ask(String address) throws IOException {
        String request = "GET " + address.replaceAll("[\\x00-\\x20\\x7f]", "%01")
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
