package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengxin.platform.ProblemKind;
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
        assertThat(page.select("#doors th code").eachText()).containsExactlyInAnyOrderElementsOf(described);
        assertThat(page.selectFirst("#quota").text()).contains("600", "30");
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
