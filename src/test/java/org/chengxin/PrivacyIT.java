package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.KeyHolder;
import org.chengxin.access.Scope;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.report.PdfReading;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.text.AuthorityNames;
import org.chengxin.widget.WidgetScript;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import tools.jackson.databind.JsonNode;

/**
 * Walks every door with the whole seed and looks for {@link Secrets} and numbers of persons. The doors are those the portal
 * routes to, so a new one that this does not walk through fails it.
 */
class PrivacyIT extends PortalTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Catalog catalog;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private WidgetScript script;

    @Autowired
    private ApiKeyStore keys;

    @LocalManagementPort
    private int management;

    /** Address, after its method, to the text of all that was answered there. */
    private final Map<String, String> answers = new LinkedHashMap<>();

    @Test
    void noDoorShowsWhatIsNotPublic() throws IOException {
        Set<String> secrets = secrets();
        openPages();
        lists();
        subjects().forEach(this::subject);
        records();
        proofs();
        KeyHolder holder = new KeyHolder(keys, http(), Scope.values());
        holder.everything(subjects().keySet()).forEach(this::keep);
        Set<String> asked = new TreeSet<>(secrets);
        asked.addAll(Secrets.numbersOfPersons());
        asked.forEach(this::askedFor);
        for (ProblemKind kind : ProblemKind.values()) {
            walk("/made-up-failure/" + kind.code());
        }
        everyDoorWasWalked();
        operation();

        Set<String> numbers = Secrets.numbersOfPersons();
        List<String> leaks = new ArrayList<>();
        answers.forEach((door, answer) -> {
            String packed = answer.replaceAll("\\s", "");
            secrets.stream().filter(packed::contains).forEach(secret -> leaks.add(door + " shows " + secret));
            numbers.stream().filter(answer::contains).forEach(number -> leaks.add(door + " shows " + number));
            Secrets.numbersOfPersons(answer).forEach(number -> leaks.add(door + " shows " + number));
        });
        assertThat(leaks).isEmpty();
        assertThat(answers.values()).as("nothing shows a key").noneMatch(shown -> shown.contains(holder.key()));
    }

    private void openPages() {
        for (String page : List.of(
                "/",
                "/search",
                "/search?q=黄石&sort=registered",
                "/search/receipt.json?q=黄石&sort=registered",
                "/search/records",
                "/search/records?q=罚款",
                "/search/records?q=-罚款&sort=newest",
                "/search/records?publishedFrom=2020-01-01&sort=published",
                "/lists/red",
                "/lists/serious-default",
                "/commitments",
                "/statistics",
                "/about/data",
                "/developers",
                "/developers/problems/not-found",
                "/verify",
                "/verify-worker.js",
                "/follow",
                "/follow/0000000000000000",
                "/objections/new",
                "/robots.txt",
                "/sitemap.xml",
                "/sitemap/1.xml",
                "/.well-known/security.txt",
                "/.well-known/chengxin/keys.json",
                "/.well-known/chengxin/revocations",
                "/api/v1/document-queue",
                "/api/v1/log/head",
                "/api/v1/log/entries?size=1000",
                "/api/v1/log/consistency?first=0&second=0",
                "/api/v1/log/proofs?entry=0",
                "/widget/v1/chengxin.js",
                "/widget/v1/frame",
                "/widget/v1/frame.css",
                "/api/v1/openapi.json",
                "/api/v1/openapi.json.yaml",
                "/api/v1/record-types",
                "/assets/none.css",
                "/no/such/page",
                "/api/v1/no/such/door")) {
            walk(page);
        }
        walk("/widget/v1/chengxin-" + script.version() + ".js");
        for (String by : List.of("month", "type", "authority", "region")) {
            walk("/statistics.csv?by=" + by);
        }
    }

    private void lists() {
        toTheEnd("/api/v1/subjects?size=50");
        toTheEnd("/api/v1/records?size=100");
        for (RecordType type : catalog.types()) {
            String ofType = "/api/v1/records?size=100&type=" + type.code();
            if (type.publication().shown()) {
                toTheEnd(ofType);
            } else {
                assertThat(status(ofType))
                        .as("a hidden type is no type to ask for")
                        .isEqualTo(400);
            }
        }
    }

    private void subject(String id, String name) {
        List.of("", "/receipt.json").forEach(part -> walk("/s/" + id + part));
        walk("/objections/new?subject=" + id);
        walk("/api/v1/subjects/" + id);
        String records = "/api/v1/subjects/" + id + "/records?size=100";
        List<String> documents = Stream.of(
                        "report", "certificates/credit-query", "certificates/identity", "certificates/red-list")
                .map(document -> "/api/v1/subjects/" + id + "/" + document + ".pdf")
                .toList();
        if (status("/api/v1/subjects/" + id) == 200) {
            toTheEnd(records);
            documents.forEach(document -> keep("GET " + document, PdfReading.text(bytes(document, 200))));
        } else {
            assertThat(status(records)).isEqualTo(404);
            documents.forEach(document -> assertThat(status(document)).isEqualTo(404));
        }
        walk("/api/v1/subjects/" + id + "/restrictions");
        List.of("json", "svg", "html?site=gangbing.example.cn")
                .forEach(form -> walk("/widget/v1/badge/" + id + "." + form));
        walk("/widget/v1/frame?subject=" + id);
        walk("/developers/embed?form=image&subject=" + id);
        walk("/widget/v1/oembed?url=" + settings.site().url() + "/s/" + id);
        // the half typed is not repeated, so a whole name in the answer comes from the index
        walk("/api/v1/subjects/suggest?size=10&q=" + name.substring(0, Math.min(3, name.length())));
    }

    private void records() {
        jdbc.sql("select id, subject_id, type from record").query(row -> {
            String record = row.getString("id");
            walk("/api/v1/records/" + record);
            walk("/api/v1/log/proofs?record=" + record);
            walk("/s/" + row.getString("subject_id") + "/records/" + record);
            walk("/objections/new?record=" + record);
            String commitment =
                    "/api/v1/subjects/" + row.getString("subject_id") + "/certificates/commitment.pdf?record=" + record;
            boolean issued = row.getString("type").equals("commitment") && status("/api/v1/records/" + record) == 200;
            byte[] document = issued ? bytes(commitment, 200) : null;
            keep(
                    "GET " + commitment,
                    document == null ? answer(http().get().uri(commitment)) : PdfReading.text(document));
        });
    }

    /** A report given out, and what is said of it; a form that comes back, for it is not filled in. */
    private void proofs() throws IOException {
        byte[] report = bytes("/api/v1/subjects/91420202MA44G5GY9R/report.pdf", 200);
        String site = "/api/v1/subjects/" + ProvedSite.prove(jdbc, clock.instant()) + "/certificates/site.pdf?site="
                + ProvedSite.HOST;
        keep("GET " + site, PdfReading.text(bytes(site, 200)));
        ProvedSite.forget(jdbc);
        Matcher number = Pattern.compile("/verify/(CX[0-9A-Z]+)")
                .matcher(PdfReading.text(report).replaceAll("\\s", ""));
        assertThat(number.find()).isTrue();
        List.of("/verify/", "/api/v1/verifications/", "/api/v1/log/proofs?document=")
                .forEach(door -> walk(door + number.group(1)));
        post("/api/v1/verifications", "application/pdf", report);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(report);
        form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        post("/verify", "multipart/form-data; boundary=b", form.toByteArray());
        post("/objections/new", "multipart/form-data; boundary=b", form.toByteArray());
    }

    /** What comes back besides the question when somebody asks for what must not be shown, in each place one can ask. */
    private void askedFor(String secret) {
        String asked = secret.substring(0, Math.min(60, secret.length()));
        for (String door : List.of("/api/v1/records", "/api/v1/subjects")) {
            JsonNode found = json.readTree(answer(http().get().uri(door + "?q={asked}", asked)));
            keep("GET " + door, found.get("items").toString() + found.path("facets"));
        }
        keep("GET /api/v1/subjects/suggest", answer(http().get().uri("/api/v1/subjects/suggest?q={asked}", asked)));
        for (String door : List.of("/s/{asked}", "/api/v1/records/{asked}", "/verify/{asked}")) {
            keep("GET " + door, withoutQuestion(answer(http().get().uri(door, asked)), asked));
        }
        String query = json.writeValueAsString(Map.of("queries", Map.of("a", Map.of("name", asked))));
        post("/api/v1/subjects/match", "application/json", query.getBytes(StandardCharsets.UTF_8));
    }

    /** A page may repeat what stands in its address. */
    private static String withoutQuestion(String answer, String asked) {
        return Pattern.compile(Pattern.quote(asked), Pattern.CASE_INSENSITIVE)
                .matcher(answer)
                .replaceAll("");
    }

    /** What the operator sees, the log of all of the above included. */
    private void operation() throws IOException {
        String management = "http://127.0.0.1:" + this.management + "/actuator";
        JsonNode links = json.readTree(answer(http().get().uri(management))).get("_links");
        assertThat(links.propertyNames()).contains("health", "prometheus");
        links.forEach(link -> {
            String address = link.get("href").asString().replaceAll("\\{[^}]*}", "liveness");
            keep("GET " + address, answer(http().get().uri(address)));
        });
        keep("log", Files.readString(directory.resolve("logs/chengxin.log")));
    }

    private void everyDoorWasWalked() {
        List<PortalDoor> doors = doors();
        assertThat(doors.stream().filter(door -> answers.keySet().stream().noneMatch(walked -> {
                    String[] parts = walked.split(" ", 2);
                    return door.leads(HttpMethod.valueOf(parts[0]), parts[1], doors);
                })))
                .as("doors that were not walked: add them to the walk")
                .isEmpty();
    }

    @Test
    void fullTextFindsAndCountsNothingThatIsNotPublic() {
        List<String> found = new ArrayList<>();
        int asked = 0;
        for (String secret : secrets()) {
            // of a longer text only the beginning is searched, which may be said in public
            if (secret.length() < SubjectQuery.MAX_TEXT - 2 && secret.indexOf('"') < 0) {
                JsonNode page = json.readTree(http().get()
                        .uri(builder -> builder.path("/api/v1/records")
                                .queryParam("q", "{text}")
                                .build('"' + secret + '"'))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
                asked++;
                int total = page.at("/total/value").asInt();
                assertThat(page.at("/facets/type").isEmpty()).as(secret).isEqualTo(total == 0);
                boolean body = AuthorityNames.in(secret) != null;
                // who asks for an old public body is led to the one of today; the old one stands nowhere in the answer
                if (body ? page.at("/items").toString().contains(secret) : total > 0) {
                    found.add(secret + " in " + page.at("/items"));
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    private Map<String, String> subjects() {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select id, name from subject").query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        return names;
    }

    private Set<String> secrets() {
        return Secrets.of(jdbc, catalog, clock.instant(), id -> status("/api/v1/subjects/" + id) == 200);
    }

    private void toTheEnd(String path) {
        String next = path;
        while (next != null) {
            assertThat(answers).as("no page twice").doesNotContainKey("GET " + next);
            JsonNode page = get(next);
            keep("GET " + next, page.toString());
            String cursor = page.path("cursor").asString("");
            next = cursor.isEmpty() ? null : path + "&cursor=" + cursor;
        }
    }

    private void walk(String path) {
        keep("GET " + path, answer(http().get().uri(path)));
    }

    private void post(String path, String type, byte[] body) {
        keep("POST " + path, answer(http().post().uri(path).bodyValue(body).header("Content-Type", type)));
    }

    private void keep(String door, String answer) {
        answers.merge(door, answer, (before, more) -> before + '\n' + more);
    }

    private int status(String path) {
        // with the body: one that nobody takes is a buffer lost
        return http().get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String answer(RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
