package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.chengxin.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report through HTTP, over the seed. */
class ReportDoorIT extends PortalTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isDownloadedAndProvesGenuineByNumberAndByFile() {
        EntityExchangeResult<byte[]> answer = http().get()
                .uri("/api/v1/subjects/{id}/report.pdf?lang=zh", gangbing())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .cacheControl(CacheControl.noStore())
                .expectHeader()
                .valueEquals("X-Robots-Tag", "noindex, noarchive")
                .expectBody()
                .returnResult();
        byte[] pdf = Objects.requireNonNull(answer.getResponseBody());
        String disposition = answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
        String name = URLDecoder.decode(
                Objects.requireNonNull(disposition).replaceAll(".*filename\\*=UTF-8''([^;]*).*", "$1"),
                StandardCharsets.UTF_8);
        assertThat(name).matches("公共信用信息报告-.*港饼.*-CX[0-9A-Z]{21}\\.pdf");
        String number = name.replaceAll(".*-(CX\\w+)\\.pdf", "$1");
        assertThat(PdfReading.page(pdf, 1))
                .contains(ReportNumber.grouped(number))
                .contains("港饼");

        http().get()
                .uri("/api/v1/verifications/{number}", ReportNumber.grouped(number))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .cacheControl(CacheControl.noStore())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("current")
                .jsonPath("$.number")
                .isEqualTo(number);
        verify(pdf, "current");
        pdf[pdf.length / 2] ^= 1;
        verify(pdf, "altered");
    }

    private void verify(byte[] pdf, String state) {
        http().post()
                .uri("/api/v1/verifications")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(pdf)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state);
    }

    @Test
    void theListOfRevocationsIsSignedAndNamesNobody() {
        String list = Objects.requireNonNull(http().get()
                .uri("/.well-known/chengxin/revocations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/jose")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(list.split("\\.")[1]));
        assertThat(claims.propertyNames()).containsExactly("iss", "iat", "rev");
        assertThat(Base64.getUrlDecoder().decode(claims.get("rev").asString()).length % 8)
                .isZero();
    }

    @Test
    void speaksEnglishWhenAsked() {
        byte[] pdf = http().get()
                .uri("/api/v1/subjects/{id}/report.pdf?lang=en", gangbing())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, "en")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(PdfReading.page(Objects.requireNonNull(pdf), 1)).contains("Public Credit Report");
    }

    @Test
    void aHeadIssuesNoDocument() {
        long before = issued();
        http().head()
                .uri("/api/v1/subjects/{id}/report.pdf?lang=en", gangbing())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, "en")
                .expectBody()
                .isEmpty();
        http().head()
                .uri("/api/v1/subjects/nobody/report.pdf")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(issued()).isEqualTo(before);
    }

    private long issued() {
        return jdbc.sql("select count(*) from issued_document")
                .query(Long.class)
                .single();
    }

    @Test
    void unknownParametersAreRefusedByName() {
        for (String uri : new String[] {
            "/api/v1/subjects/" + gangbing() + "/report.pdf?format=docx", "/api/v1/verifications/CX1?format=docx"
        }) {
            http().get()
                    .uri(uri)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("format");
        }
        http().post()
                .uri("/api/v1/verifications?format=docx")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(new byte[] {1})
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whatIsNotThereIsAProblem() {
        http().get()
                .uri("/api/v1/subjects/nobody/report.pdf")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        http().get()
                .uri("/api/v1/verifications/{number}", "CX20261124'; drop table issued_document; --")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("unknown");
        http().post()
                .uri("/api/v1/verifications")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    private String gangbing() {
        return jdbc.sql("select id from subject where name like '黄石市港饼%' and branch_of is null order by id limit 1")
                .query(String.class)
                .single();
    }
}
