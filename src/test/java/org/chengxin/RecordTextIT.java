package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Full text over the records of the seed, at the API and on the page. */
class RecordTextIT extends PortalTest {

    private JsonNode find(Map<String, String> query) {
        return json.readTree(answer("/api/v1/records", query));
    }

    private Document page(Map<String, String> query) {
        return Jsoup.parse(new String(answer("/search/records", query), StandardCharsets.UTF_8));
    }

    private byte[] answer(String path, Map<String, String> query) {
        return http().get()
                .uri(builder -> {
                    builder.path(path);
                    query.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
                    return builder.build(query);
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    private long total(Map<String, String> query) {
        return find(query).at("/total/value").asLong();
    }

    private static List<String> marked(JsonNode pieces) {
        List<String> marked = new ArrayList<>();
        pieces.forEach(piece -> {
            if (piece.get("marked").asBoolean()) {
                marked.add(piece.get("text").asString());
            }
        });
        return marked;
    }

    private static Set<String> values(JsonNode items, String pointer) {
        Set<String> values = new TreeSet<>();
        items.forEach(item -> values.add(item.at(pointer).asString()));
        return values;
    }

    @ParameterizedTest
    @CsvSource({"黄市监列严〔2025〕7号", "黄市监列严[2025]7号", "黄市监列严（2025） 7 号", "黄市监列严【2025】7号", "黄市监列严字〔2025〕第7号"})
    void aNumberFindsItsDecisionInAnyBrackets(String number) {
        JsonNode items = find(Map.of("q", number)).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("documentNumber").asString()).isEqualTo("黄市监列严〔2025〕7号");
        assertThat(items.get(0).get("exact").asBoolean()).isTrue();
    }

    @Test
    void anOldNameFindsTheBodyThenAndNow() {
        Set<String> bodies = values(find(Map.of("q", "黄石市工商局", "size", "100")).at("/facets/authority"), "/value");
        assertThat(bodies).contains("黄石市市场监督管理局").doesNotContain("黄石市商务局", "黄石市发展和改革委员会");
    }

    @Test
    void wordsPhrasesAndExclusionsOfTheSeed() {
        long words = total(Map.of("q", "罚款 宣传"));
        long with = total(Map.of("q", "罚款 宣传 “治疗功能”"));
        long without = total(Map.of("q", "罚款 宣传 -治疗功能"));
        assertThat(with).isPositive();
        assertThat(without).isPositive();
        assertThat(with + without).isEqualTo(words);
        Set<String> marked = new TreeSet<>();
        for (JsonNode item : find(Map.of("q", "“治疗功能”")).get("items")) {
            marked.addAll(marked(item.get("highlight")));
            for (JsonNode snippet : item.get("matched")) {
                assertThat(snippet.get("label").asString()).isNotBlank();
                marked.addAll(marked(snippet.get("pieces")));
            }
        }
        assertThat(marked).containsExactly("治疗功能");
    }

    @Test
    void sumsDaysPolarityAndValidityNarrow() {
        long all = total(Map.of());
        long fined = total(Map.of("minAmount", "100000", "type", "penalty"));
        assertThat(fined).isPositive().isLessThan(total(Map.of("type", "penalty")));
        assertThat(total(Map.of("minAmount", "100000", "maxAmount", "200000", "type", "penalty")))
                .isLessThanOrEqualTo(fined);
        assertThat(total(Map.of("minAmount", "0", "type", "permit")))
                .as("types without a sum of money")
                .isZero();
        assertThat(total(Map.of("state", "in-force")) + total(Map.of("state", "lapsed")))
                .isEqualTo(all);
        assertThat(total(Map.of("polarity", "positive"))
                        + total(Map.of("polarity", "negative"))
                        + total(Map.of("polarity", "neutral")))
                .isEqualTo(all);
        JsonNode year = find(Map.of("from", "2025-01-01", "to", "2025-12-31")).at("/facets/year");
        assertThat(values(year, "/value")).containsExactly("2025");
    }

    @Test
    void pagesWalkedAreTheWhole() {
        List<String> walked = new ArrayList<>();
        JsonNode page = find(Map.of("q", "公司", "size", "37"));
        long total = page.at("/total/value").asLong();
        while (true) {
            page.get("items").forEach(item -> walked.add(item.get("id").asString()));
            String cursor = page.path("cursor").asString("");
            if (cursor.isEmpty()) {
                break;
            }
            page = find(Map.of("q", "公司", "size", "37", "cursor", cursor));
        }
        assertThat(walked).hasSize((int) total).doesNotHaveDuplicates();
        assertThat(total).isGreaterThan(100);
    }

    @Test
    void thePageMarksNarrowsAndKeepsWhatWasAsked() {
        Document page = page(Map.of("q", "市监局 罚款", "type", "penalty", "sort", "newest", "lang", "zh"));
        assertThat(page.select(".card").size()).isPositive();
        assertThat(page.select(".matched mark").eachText()).contains("罚款");
        assertThat(page.select(".tabs a[aria-current=page]").text()).isEqualTo("信用记录");
        assertThat(page.select(".tabs a").get(0).attr("href"))
                .startsWith("/search?")
                .contains("q=");
        assertThat(page.select(".box input[name=type]").val()).isEqualTo("penalty");
        assertThat(page.select(".narrow input[name=q]").val()).isEqualTo("市监局 罚款");
        assertThat(page.select(".facet a.chosen").text()).contains("行政处罚");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        Document none = page(Map.of("q", "zzzzqqq", "lang", "zh"));
        assertThat(none.selectFirst(".nothing").text()).contains("没有找到符合的信用记录", "更新至");
    }
}
