package org.chengxin;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@link HostileRequests} are made of; characters beyond Latin-1 as the bytes of their UTF-8. */
final class HostileTexts {

    static final List<String> NAMES = List.of(
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
            "by",
            "year",
            "record",
            "subject",
            "field",
            "filed",
            "view",
            "page",
            "",
            "%",
            "q%5B%5D",
            "\u00e9",
            "a".repeat(300));

    static final List<String> VALUES = List.of(
            "",
            "*",
            "%",
            "%zz",
            "%e4%bd",
            "%ED%A0%80",
            "%C0%AF%C0%AE",
            "%F8%88%80%80%80",
            "%00",
            "a%00b",
            "%FF%FE",
            "%0d%0aX-Evil:%201",
            "%E5%98%8A%E5%98%8DX-Evil:%201",
            "zh%0d%0aSet-Cookie:%20X-Evil=1",
            "%F0%9F%98%80%F0%9F%87%A8",
            "%E2%80%AE%E2%81%A6%E2%80%8B",
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
            "-999999999-01-01",
            "2026-11-24T08:00:00+99:00",
            "420281199001011237",
            raw("黄石港饼"),
            "|^\\{}",
            "a,b,,c",
            "eyJhIjoxfQ",
            "AAAA".repeat(200),
            "en-US-x-lvariant-POSIX",
            "zh-" + "a".repeat(2_000));

    /** Texts that make a careless pattern of a recogniser try every way there is. */
    static final List<String> SLOW = List.of(
            "名称：".repeat(4_000),
            "1 ".repeat(6_000),
            "1-".repeat(6_000) + "x",
            "税号:" + "9".repeat(12_000),
            "（".repeat(9_000),
            "a.".repeat(6_000) + "@",
            "@".repeat(9_000),
            "https://".repeat(1_500),
            "公司".repeat(6_000),
            "身份证" + " ".repeat(12_000),
            "〔2026〕".repeat(2_000),
            "有限公司靠谱吗".repeat(1_500),
            "鄂A·".repeat(4_000),
            "x".repeat(20_000),
            "\n".repeat(12_000),
            "0".repeat(20_000),
            "￥复制这段".repeat(2_000),
            "(1".repeat(9_000));

    static final List<String> SEGMENTS = List.of(
            "..",
            "../..",
            "..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/",
            "..;/",
            ".%00.",
            "%5c..%5c",
            "....//",
            "%252e%252e%252f",
            ";jsessionid=1",
            "%",
            "%c0%ae%c0%ae",
            "%E2%80%AE",
            "application.yaml",
            ".git/config",
            "a".repeat(5_000),
            "/".repeat(500),
            "%0d%0aX-Evil:%201",
            raw("黄石"),
            "'\"<>",
            "~",
            "*",
            "report.pdf",
            "actuator/health",
            "assets/../../application.yaml",
            "assets/%2e%2e/%2e%2e/application.yaml");

    static final List<String> HOSTS = List.of(
            "",
            "evil.example",
            "evil.example:99999",
            "[::1",
            "[::1]:80",
            "a b",
            raw("黄石.公司"),
            "localhost:-1",
            "localhost:abc",
            "user:password@evil.example",
            "%00",
            "a/b",
            "\"><script>",
            "::::",
            "-",
            ".",
            "x".repeat(4_000));

    static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"x\"",
            "{\"queries\":" + "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "{\"queries\":{\"a\":{\"name\":\"" + "x".repeat(900_000) + "\"}}}",
            "{\"queries\":{\"a\":{\"name\":\"\\ud800\\u0000\\u202e\"}},\"limit\":1e400}",
            "{\"queries\":{\"a\":{\"name\":1},\"a\":{\"name\":[{}]}},\"limit\":-1}",
            "{\"queries\":{" + "\"k\":{\"name\":\"x\"},".repeat(20_000) + "\"z\":{}}}",
            "{\"queries\":{\"@\":{\"uscc\":\"" + "9".repeat(9_000) + "\",\"domain\":\"a..b\",\"region\":\"../\"}}}",
            "x".repeat(2_000_000),
            "%PDF-1.7\n" + "0 0 obj<<".repeat(5_000),
            "%PDF-1.7\n%%EOF",
            "\u0000\u0001\u00ff\u00fe",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            part("evidence\"; filename=\"../../../etc/passwd", "%PDF-1.7"),
            part("token\r\nX-Evil: 1", "x"),
            part("token", "x").repeat(2_000),
            "--between\r\nContent-Disposition: form-data; name=\"a\"\r\n",
            "--between\r\n" + "X: y\r\n".repeat(20_000) + "\r\nx\r\n--between--",
            part("a".repeat(20_000), "x") + "--between--",
            part("description", "x".repeat(300_000)) + "--between--",
            "--between--",
            "--betwee");

    static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-7",
            "application/xml",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=between",
            "multipart/form-data; boundary=" + "-".repeat(5_000),
            "application/x-www-form-urlencoded",
            "application/pdf",
            "",
            "a",
            "/",
            "application/json;;;=",
            raw("文本/纯"));

    private HostileTexts() {}

    private static String part(String name, String content) {
        return "--between\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    /** The bytes of UTF-8, each as a character: what is sent is Latin-1. */
    static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
