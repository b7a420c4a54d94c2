package org.chengxin;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a portal's doors answer, without what differs between two that hold the same: ids, cursors, moments. */
final class PublicAnswers {

    private static final Pattern ID = Pattern.compile("(?<![0-9A-Za-z])[0-9a-hjkmnp-tv-z]{12}(?![0-9A-Za-z])");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+(Z|[+]\\d\\d:\\d\\d)| \\d\\d:\\d\\d(:\\d\\d)?)");
    private static final Pattern ADDRESS = Pattern.compile("localhost:\\d+");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"[^\"]*\"|cursor=[^\"&]*");
    private static final Pattern REPORT_NUMBER = Pattern.compile("CX\\d{8}[ 0-9A-Z]+");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PublicAnswers() {}

    /** Answers by door: all registers and figures, and everything about the subjects of these names. */
    static Map<String, Object> of(ForkedPortal portal, List<String> names) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "/api/v1/subjects?size=1",
                "/api/v1/subjects?size=1&recordType=penalty",
                "/api/v1/records?size=1",
                "/api/v1/records?size=1&type=penalty")) {
            answers.put(path, figures(portal.json(path)));
        }
        for (String path : List.of(
                "/statistics.csv?by=month",
                "/statistics.csv?by=type",
                "/statistics.csv?by=authority",
                "/statistics.csv?by=region",
                "/statistics.csv?by=subjects",
                "/lists/red",
                "/lists/serious-default",
                "/commitments",
                "/sitemap.xml")) {
            answers.put(path, lines(portal.get(path)));
        }
        for (String name : names) {
            subject(portal, name, answers);
        }
        return answers;
    }

    private static void subject(ForkedPortal portal, String name, Map<String, Object> answers) throws Exception {
        String asked = ForkedPortal.encode(name);
        JsonNode found = portal.json("/api/v1/subjects?size=5&q=" + asked);
        JsonNode first = found.at("/items/0");
        String id = first.at("/id").asString();
        String profile = "/api/v1/subjects/" + id;
        answers.put(name, plain(first.toString()) + found.get("total"));
        answers.put(
                name + " suggested",
                plain(portal.json("/api/v1/subjects/suggest?q=" + asked)
                        .at("/items/0")
                        .toString()));
        answers.put(name + " profile", plain(portal.get(profile).body()));
        answers.put(name + " records", plain(portal.get(profile + "/records").body()));
        answers.put(
                name + " in records",
                figures(portal.json("/api/v1/records?size=1&q=" + ForkedPortal.encode('"' + name + '"'))));
        answers.put(name + " page", plain(portal.get("/s/" + id).body()));
        answers.put(
                name + " report",
                plain(ReportReaders.text(portal.bytes(profile + "/report.pdf").body())));
    }

    /** Totals and facets: which subject comes first without a question is of no account. */
    private static Map<String, String> figures(JsonNode page) {
        Map<String, String> figures = new TreeMap<>();
        figures.put("total", String.valueOf(page.get("total")));
        figures.put("facets", plain(JSON.writeValueAsString(page.path("facets"))));
        return figures;
    }

    /** In one order: records of one day stand in that of their ids. */
    private static List<String> lines(HttpResponse<String> page) {
        return plain(page.body()).lines().sorted().toList();
    }

    private static String plain(String answer) {
        String plain = answer;
        for (Pattern own : List.of(CURSOR, ADDRESS, REPORT_NUMBER, FINGERPRINT, MOMENT, ID)) {
            plain = own.matcher(plain).replaceAll("*");
        }
        return plain;
    }
}
