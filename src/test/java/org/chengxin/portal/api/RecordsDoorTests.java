package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.search.RecordQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ApiTest
class RecordsDoorTests {

    @Autowired
    WebTestClient client;

    @Autowired
    FakeSearchEngine engine;

    @Autowired
    Catalog catalog;

    @Test
    void looksUpRecords() {
        client.get()
                .uri("/api/v1/records?q=许可&type=permit,penalty&list=red&region=42&authority=黄石市市场监督管理局"
                        + "&from=2025-01-01&to=2026-12-31&size=5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].subject.id")
                .isEqualTo(FakeArchives.COMPANY)
                .jsonPath("$.items[0].typeName")
                .isEqualTo("行政许可")
                .jsonPath("$.items[0].decidedOn")
                .isEqualTo("2026-03-01")
                .jsonPath("$.coverage[0].records")
                .isEqualTo(42);
        assertThat(engine.recordQuery)
                .isEqualTo(new RecordQuery(
                        "许可",
                        null,
                        Set.of("permit", "penalty"),
                        Set.of("red"),
                        Set.of("42"),
                        "黄石市市场监督管理局",
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        5,
                        null));
    }

    @Test
    void aRecordCarriesItsDataAfterTheCatalogue() {
        client.get()
                .uri("/api/v1/records/" + FakeArchives.PENALTY + "?lang=en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.typeName")
                .isEqualTo("Administrative penalty")
                .jsonPath("$.polarity")
                .isEqualTo("negative")
                .jsonPath("$.data.fine")
                .isEqualTo(50000.5)
                .jsonPath("$.labels.fine.name")
                .isEqualTo("Fine")
                .jsonPath("$.data.documentNumber")
                .doesNotExist();
    }

    @Test
    void aRangeThatEndsBeforeItBeginsNamesFrom() {
        client.get()
                .uri("/api/v1/records?from=2026-02-01&to=2026-01-01")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("from");
    }

    @Test
    void typesComeFromTheCatalogueWithTheirSchema() {
        client.get()
                .uri("/api/v1/record-types?lang=en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(Doors.shown(catalog).size())
                .jsonPath("$.items[?(@.code=='penalty')].schema.properties.fine.type")
                .isEqualTo("number")
                .jsonPath("$.items[?(@.code=='penalty')].schema.properties.publishUntil")
                .doesNotExist();
    }
}
