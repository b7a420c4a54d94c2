package org.chengxin.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chengxin.PortalTest;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is found in the store over the seed while a search engine is away. */
class StoreLookupIT extends PortalTest {

    @Autowired
    private SubjectStore subjects;

    @Autowired
    private Archives archives;

    @Autowired
    private StoreCalls store;

    private StoreLookup lookup;

    @BeforeEach
    void open() {
        lookup = new StoreLookup(subjects, archives, store);
    }

    private List<SubjectHit> hits(String text) {
        SearchPage<SubjectHit> page = lookup.subjects(SubjectQuery.of(text, 10)).block(Duration.ofSeconds(30));
        assertThat(Objects.requireNonNull(page).limited()).isTrue();
        return page.items();
    }

    @ParameterizedTest
    @CsvSource({"黄石市港饼网络科技有限公司, name", "黃石市港餅網絡科技有限公司, name", "91420202MA44G5GY9R, code", " 91420202ma44g5gy9r , code"})
    void findsWhatIsNamedWhole(String text, String part) {
        assertThat(hits(text)).first().satisfies(hit -> {
            assertThat(hit.name()).isEqualTo("黄石市港饼网络科技有限公司");
            assertThat(hit.matched())
                    .first()
                    .extracting(SubjectHit.Evidence::part)
                    .isEqualTo(part);
        });
        assertThat(hits("港饼网络")).isEmpty();
    }

    @Test
    void findsNoPersonByWhatIsNotShown() throws IOException {
        List<JsonNode> sellers = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("seed/subjects.jsonl"))) {
            JsonNode subject = json.readTree(line);
            if (subject.at("/kind").asString("").equals("natural-person-seller")) {
                sellers.add(subject);
            }
        }
        assertThat(sellers).isNotEmpty();
        for (JsonNode seller : sellers) {
            String shop = seller.at("/shopNames/0").asString();
            assertThat(hits(seller.at("/name").asString()))
                    .as("by name: " + shop)
                    .isEmpty();
            assertThat(hits(seller.at("/identityNumber").asString()))
                    .as("by number: " + shop)
                    .isEmpty();
            assertThat(hits(shop)).as("by shop: " + shop).allSatisfy(hit -> assertThat(hit.matched())
                    .extracting(SubjectHit.Evidence::text)
                    .contains(shop));
        }
    }
}
