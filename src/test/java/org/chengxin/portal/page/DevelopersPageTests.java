package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengxin.platform.ProblemKind;
import org.chengxin.search.RecordHit;
import org.chengxin.search.Understanding;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The developers page and what crawlers and researchers ask for. */
class DevelopersPageTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyOperationOfTheDescriptionIsThere() throws Exception {
        JsonNode golden =
                JsonMapper.shared().readTree(Files.readString(Path.of("src/test/resources/golden/openapi.json")));
        List<String> described = new ArrayList<>();
        golden.get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Document page = world.get("/developers");
        assertThat(page.select("#doors h3 code").eachText()).containsExactlyInAnyOrderElementsOf(described);
        assertThat(page.selectFirst("#quota").text()).contains("600", "30");
        golden.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    List<String> parameters = new ArrayList<>();
                    operation
                            .path("parameters")
                            .forEach(parameter ->
                                    parameters.add(parameter.get("name").asString()));
                    assertThat(page.select("#door-"
                                            + operation.get("operationId").asString() + " th code")
                                    .eachText())
                            .containsExactlyElementsOf(parameters);
                }));
        assertThat(page.select("#door-subjects .values").text()).contains("individual-business", "serious-default");
        assertThat(page.select("#door-records tr:has(th:contains(size))").text())
                .contains("20");
    }

    @Test
    void examplesNameWhatIsReallyThere() {
        RecordHit honour = new RecordHit(
                "r1",
                "s1",
                PageWorld.NAME,
                "red-list",
                "纳税信用A级",
                null,
                null,
                null,
                PageWorld.TODAY,
                false,
                0,
                List.of(),
                List.of());
        world.answers.records = PageWorld.page(List.of(honour), Understanding.As.NOTHING);
        Document page = world.get("/developers");
        String encoded = PageRequest.encode(PageWorld.NAME);
        assertThat(page.select("#door-subjects p a").attr("href"))
                .isEqualTo("/api/v1/subjects?q=" + encoded + "&size=3");
        assertThat(page.select("#door-report p a").attr("href")).isEqualTo("/api/v1/subjects/s1/report.pdf");
        assertThat(page.select("#door-subjectRecords form").attr("action")).isEqualTo("/api/v1/subjects/s1/records");
        assertThat(page.select("#door-subjects [name=q]").val()).isEqualTo(PageWorld.NAME);
        assertThat(page.select("#door-subjects select[name=kind] option").eachText())
                .contains("courier");
        assertThat(page.select("#door-report pre").text())
                .isEqualTo("curl -OJ 'https://credit.example.cn/api/v1/subjects/s1/report.pdf'");
        assertThat(page.select("#door-verification p a, #door-verification form, #door-verifyFile form"))
                .as("nothing is known to try them with")
                .isEmpty();
        assertThat(page.select("#door-match pre").text())
                .isEqualTo("curl -H 'Content-Type: application/json' -d '{\"queries\": {\"1\": {\"name\": \""
                        + PageWorld.NAME + "\"}}}' 'https://credit.example.cn/api/v1/subjects/match'");
        assertThat(page.select("#door-record p a").attr("href")).isEqualTo("/api/v1/records/r1");
        assertThat(world.answers.recordQuery().filter().lists())
                .as("nobody is an example of bad")
                .containsExactly("red");
        world.answers.records = PageWorld.page(List.of(), Understanding.As.NOTHING);
        assertThat(world.get("/developers").select("#door-subject p a")).isEmpty();
    }

    @Test
    void everyProblemTypeLeadsToItsPage() {
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(world.get(kind.type().toString()).selectFirst("main").text())
                    .contains(kind.code(), Integer.toString(kind.status()));
        }
        assertThat(world.exchange("/developers/problems/no-such", "zh")
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void theSitemapListsCleanSubjectsOnly() {
        world.answers.clean = List.of("a1", "b2");
        assertThat(text("/sitemap.xml")).contains("<loc>https://credit.example.cn/sitemap/1.xml</loc>");
        assertThat(text("/sitemap/1.xml"))
                .contains("<loc>https://credit.example.cn/s/a1</loc>", "/s/b2</loc>", "/lists/red</loc>")
                .doesNotContain("serious-default");
        assertThat(world.exchange("/sitemap/1.xml", "zh").getResponseHeaders().getCacheControl())
                .as("what is not clean any more is in no cache")
                .isEqualTo("no-cache");
        assertThat(world.exchange("/sitemap/2.xml", "zh").getStatus().value()).isEqualTo(404);
    }

    @Test
    void robotsAndSecurityContactAreStated() {
        assertThat(text("/robots.txt")).contains("Disallow: /api/", "Sitemap: https://credit.example.cn/sitemap.xml");
        assertThat(text("/.well-known/security.txt"))
                .contains("Contact: https://credit.example.cn/developers#security", "Expires: 2027-05-23T00:00:00Z");
    }

    private String text(String path) {
        var result = world.exchange(path, "zh");
        assertThat(result.getStatus().value()).as(path).isEqualTo(200);
        return PageWorld.html(result);
    }
}
