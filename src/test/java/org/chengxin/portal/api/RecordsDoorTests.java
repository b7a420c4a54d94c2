package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .uri("/api/v1/records?q=许可&type=permit,penalty&polarity=negative&list=red&region=42"
                        + "&authority=黄石市市场监督管理局&state=in-force&from=2025-01-01&to=2026-12-31"
                        + "&publishedFrom=2025-02-01&publishedTo=2026-11-30"
                        + "&minAmount=500&maxAmount=50000.50&sort=newest&size=5")
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
                .jsonPath("$.items[0].publishedOn")
                .isEqualTo("2026-03-04")
                .jsonPath("$.items[0].matched[0].label")
                .isEqualTo("许可机关")
                .jsonPath("$.items[0].matched[0].pieces[1].marked")
                .isEqualTo(true)
                .jsonPath("$.coverage[0].records")
                .isEqualTo(42);
        assertThat(engine.recordQuery)
                .isEqualTo(new RecordQuery(
                        "许可",
                        new RecordFilter(
                                null,
                                Set.of("permit", "penalty"),
                                Set.of("negative"),
                                Set.of("red"),
                                Set.of("42"),
                                "黄石市市场监督管理局",
                                RecordFilter.Validity.IN_FORCE,
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                LocalDate.of(2025, 2, 1),
                                LocalDate.of(2026, 11, 30),
                                new BigDecimal("500"),
                                new BigDecimal("50000.50")),
                        RecordQuery.Sort.NEWEST,
                        5,
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "type=fine, type",
        "polarity=bad, polarity",
        "list=black, list",
        "region=黄石, region",
        "state=valid, state",
        "state=in-force&state=lapsed, state",
        "from=yesterday, from",
        "to=2026-02-30, to",
        "from=2026-02-01&to=2026-01-01, from",
        "publishedFrom=2026-13-01, publishedFrom",
        "publishedFrom=2026-02-01&publishedTo=2026-01-01, publishedFrom",
        "minAmount=-1, minAmount",
        "maxAmount=5万, maxAmount",
        "maxAmount=1.234, maxAmount",
        "minAmount=2&maxAmount=1.99, minAmount",
        "sort=oldest, sort",
        "size=101, size",
        "cursor=abc, cursor",
        "amount=5, amount"
    })
    void whatCannotBeUsedIsNamed(String query, String field) {
        client.get()
                .uri("/api/v1/records?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
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
