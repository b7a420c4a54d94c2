package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.text.AuthorityNames;
import org.chengxin.subject.SubjectKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Walks the doors with the whole seed and looks for what must not be there: document numbers of records that are not
 * public, names of natural persons that no list orders shown, and values the catalogue hides or masks. What it looks for is
 * read from the store by SQL of its own, not through {@code Disclosure}.
 */
class PrivacyIT extends PortalTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ChengxinProperties properties;

    @Test
    void noDoorShowsWhatIsNotPublic() throws IOException {
        Set<String> secrets = secrets();
        assertThat(secrets).as("the seed holds much that must not be shown").hasSizeGreaterThan(100);

        Map<String, String> answers = new LinkedHashMap<>();
        for (String page : List.of(
                "/",
                "/search",
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
                "/.well-known/chengxin/keys.json",
                "/.well-known/chengxin/revocations",
                "/sitemap.xml",
                "/search?q=黄石&sort=registered")) {
            answers.put(page, text(page));
        }
        toTheEnd("/api/v1/subjects?size=50", answers);
        toTheEnd("/api/v1/records?size=100", answers);
        for (RecordType type : catalog.types()) {
            String ofType = "/api/v1/records?size=100&type=" + type.code();
            if (type.publication().shown()) {
                toTheEnd(ofType, answers);
            } else {
                assertThat(status(ofType))
                        .as("a hidden type is no type to ask for")
                        .isEqualTo(400);
            }
        }
        for (Map.Entry<String, String> subject : subjects().entrySet()) {
            String id = subject.getKey();
            answers.put("/s/" + id, text("/s/" + id));
            answers.put("/api/v1/subjects/" + id, text("/api/v1/subjects/" + id));
            String records = "/api/v1/subjects/" + id + "/records?size=100";
            if (status("/api/v1/subjects/" + id) == 200) {
                toTheEnd(records, answers);
                answers.put("report of " + id, pdf("/api/v1/subjects/" + id + "/report.pdf"));
            } else {
                assertThat(status(records)).isEqualTo(404);
                assertThat(status("/api/v1/subjects/" + id + "/report.pdf")).isEqualTo(404);
            }
            for (String mark : List.of(".json", ".svg")) {
                answers.put("mark of " + id + mark, text("/widget/v1/badge/" + id + mark));
            }
            answers.put("frame of " + id, text("/widget/v1/frame?subject=" + id));
            answers.put(
                    "embedding of " + id,
                    text("/widget/v1/oembed?url=" + properties.site().url() + "/s/" + id));
            String half = subject.getValue()
                    .substring(0, Math.min(3, subject.getValue().length()));
            String suggestions = "/api/v1/subjects/suggest?size=10&q=" + half;
            // the half typed is not repeated, so a whole name in the answer comes from the index
            answers.put(suggestions, text(suggestions));
        }
        for (String record :
                jdbc.sql("select id from record").query(String.class).list()) {
            answers.put("/api/v1/records/" + record, text("/api/v1/records/" + record));
        }

        List<String> leaks = new ArrayList<>();
        answers.forEach((door, answer) -> {
            String packed = answer.replaceAll("\\s", "");
            secrets.stream().filter(packed::contains).forEach(secret -> leaks.add(door + " shows " + secret));
        });
        assertThat(leaks).isEmpty();
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
        Set<String> secrets = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        Set<String> persons = new TreeSet<>();
        for (SubjectKind kind : SubjectKind.values()) {
            if (kind.naturalPerson()) {
                persons.add(kind.code());
            }
        }
        jdbc.sql(
                        "select r.*, s.kind, s.name as subject_name, (state = 'published' and not incomplete and public_from is not null"
                                + " and (public_until is null or public_until > :now)) as shown"
                                + " from record r join subject s on s.id = r.subject_id")
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    RecordType type = catalog.require(row.getString("type"));
                    boolean person = persons.contains(row.getString("kind"));
                    JsonNode data = json.readTree(row.getString("data"));
                    boolean shown = row.getBoolean("shown")
                            && type.publication().shown()
                            && (!person || type.publication().naturalPersons())
                            && "public".equals(data.path("disclosure").asString("public"));
                    String number = row.getString("document_number");
                    if (number != null) {
                        (shown ? open : secrets).add(number.replaceAll("\\s", ""));
                    }
                    if (shown && person) {
                        open.add(row.getString("subject_name"));
                    }
                    for (FieldDef field : type.recordFields()) {
                        String value = data.path(field.name()).asString("").replaceAll("\\s", "");
                        boolean visible = shown && field.visibility().get(Audience.PUBLIC) == Visibility.SHOW;
                        if (visible) {
                            open.add(value);
                        } else if (value.length() >= 8 && !value.matches("[0-9-]+")) {
                            secrets.add(value);
                        }
                    }
                });
        jdbc.sql("select name from subject where kind = any(:kinds)")
                .param("kinds", persons.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(secrets::add);
        // a word that is also said in public proves nothing: a representative's name, a sentence used twice, a part of
        // one
        open.addAll(jdbc.sql("select representative from subject where representative is not null")
                .query(String.class)
                .list());
        // and so do the sites of companies and the standards a type follows
        open.addAll(jdbc.sql("select identifiers::text from subject where not kind = any(:kinds)")
                .param("kinds", persons.toArray(String[]::new))
                .query(String.class)
                .list());
        catalog.types().forEach(type -> open.add(type.standard().replaceAll("\\s", "")));
        String said = String.join("\n", open) + "\n"
                + String.join(
                        "\n",
                        subjects().entrySet().stream()
                                .filter(entry -> status("/api/v1/subjects/" + entry.getKey()) == 200)
                                .map(Map.Entry::getValue)
                                .toList());
        // full text reads over punctuation, so what differs in it alone is said too
        String plainlySaid = plain(said);
        secrets.removeIf(secret -> plainlySaid.contains(plain(secret)));
        return secrets;
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\n]", "");
    }

    private void toTheEnd(String path, Map<String, String> answers) {
        String next = path;
        while (next != null) {
            JsonNode page = get(next);
            assertThat(answers.put(next, page.toString()))
                    .as("no page twice: " + next)
                    .isNull();
            String cursor = page.path("cursor").asString("");
            next = cursor.isEmpty() ? null : path + "&cursor=" + cursor;
        }
    }

    private int status(String path) {
        return http().get()
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private String text(String path) {
        byte[] body =
                http().get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private String pdf(String path) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(path, 200))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
