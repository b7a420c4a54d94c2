package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldKind;
import org.chengxin.portal.page.Words;
import org.chengxin.record.PublicationRule;
import org.chengxin.record.PublicationRules;
import org.chengxin.shared.LocalName;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Walks the pages in English with the whole seed: what is still Chinese there was filed so (names, facts, addresses,
 * document numbers), names a law or the site, or is the way back to Chinese.
 */
class EnglishIT extends PortalTest {

    @Autowired
    private Catalog catalog;

    @Autowired
    private PublicationRules rules;

    @Test
    void whatIsChineseOnEnglishPagesWasFiledInChinese() throws IOException {
        String filed = filed();
        Set<String> codes = labels();
        List<String> wrong = new ArrayList<>();
        Set<String> paths = paths();
        for (String path : paths) {
            Document page = Jsoup.parse(body(path + (path.contains("?") ? "&" : "?") + "lang=en"));
            for (Element part : page.select("span[lang=zh-Hans]")) {
                if (!filed.contains(bare(part.text()))) {
                    wrong.add(path + ": " + part.text());
                }
            }
            for (Element title : page.select("h1, .row-title, .record-title")) {
                if (codes.contains(title.text())) {
                    wrong.add(path + ": title " + title.text());
                }
            }
            for (Element fact : page.select("dl > div:has(dt)")) {
                if (isCode(fact.select("dt").text())
                        && !fact.select("dd [lang=zh-Hans]").isEmpty()) {
                    wrong.add(path + ": " + fact.text());
                }
            }
        }
        assertThat(paths).as("the whole seed is walked").hasSizeGreaterThan(150);
        assertThat(wrong).isEmpty();
    }

    private Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of(
                "/",
                "/search",
                "/search?q=gangbing",
                "/search?q=zzzzqqq",
                "/search/records",
                "/search/records?q=罚款",
                "/search/records?q=zzzzqqq",
                "/lists/red",
                "/lists/serious-default",
                "/commitments",
                "/statistics",
                "/about/data",
                "/verify",
                "/verify/CX1",
                "/objections/new",
                "/follow"));
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode subject : all("/api/v1/subjects?size=50")) {
            paths.add("/s/" + subject.get("id").asString());
        }
        for (JsonNode record : all("/api/v1/records?size=100")) {
            String of = record.get("subject").get("id").asString();
            // titles stand on profiles; of each type a few are read to the end
            if (types.add(
                    record.get("type").asString() + record.get("id").asString().charAt(0))) {
                paths.add("/s/" + of + "/records/" + record.get("id").asString());
            }
        }
        return paths;
    }

    private List<JsonNode> all(String first) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(first);
        while (true) {
            page.get("items").forEach(items::add);
            JsonNode cursor = page.get("cursor");
            if (cursor == null || cursor.isNull()) {
                return items;
            }
            page = get(first + "&cursor=" + cursor.asString());
        }
    }

    /** Everything filed, without the headings of its columns; laws, standards and the site as they name themselves. */
    private String filed() throws IOException {
        StringBuilder filed = new StringBuilder();
        try (Stream<Path> seed = Files.walk(Path.of("seed"))) {
            for (Path file : seed.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                filed.append(
                        String.join("\n", file.toString().endsWith(".csv") ? lines.subList(1, lines.size()) : lines));
            }
        }
        catalog.types().forEach(type -> filed.append(type.standard()));
        rules.all().stream().map(PublicationRule::basis).forEach(filed::append);
        // what one may type: names of the seed, one of them in traditional characters
        filed.append(Words.in(Locale.ENGLISH).get("home.examples"));
        filed.append(settings.site().hostedBy()).append(settings.site().operatedBy());
        return bare(filed.toString());
    }

    /** The Chinese labels of the codes that can name a record. */
    private Set<String> labels() {
        return catalog.types().stream()
                .flatMap(type -> type.recordFields().stream()
                        .filter(field -> type.title().contains(field.name()))
                        .flatMap(field -> field.options().values().stream()))
                .map(LocalName::zh)
                .collect(Collectors.toSet());
    }

    /** Whether every field of this label holds a code. */
    private boolean isCode(String label) {
        List<FieldDef> fields = catalog.types().stream()
                .flatMap(type -> type.recordFields().stream())
                .filter(field -> field.label().en().equals(label))
                .toList();
        return !fields.isEmpty()
                && fields.stream()
                        .allMatch(field -> field.kind() == FieldKind.CODE
                                && !field.options().isEmpty());
    }

    /** Letters and digits only: brackets and blanks are put right when a file is taken in. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{IsHan}\\p{L}\\p{N}]", "");
    }
}
