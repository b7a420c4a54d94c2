package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.chengxin.PortalTest;
import org.chengxin.ProvedSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The one-page documents through HTTP, over the seed. */
class CertificateDoorsIT extends PortalTest {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        ProvedSite.forget(jdbc);
    }

    @Test
    void aQueryIsDownloadedForAnAreaAndAPeriodAndProvesGenuine() {
        byte[] pdf = download("credit-query.pdf?section=penalty,abnormal&from=2020-01-01", "公共信用信息查询结果");
        String text = PdfReading.text(pdf);
        assertThat(text).contains("港饼", "行政处罚", "经营异常名录", "2020-01-01 至 查询之时").contains("数据来源");
        assertThat(text).doesNotContain("承诺编码", "红名单");
        assertThat(PdfReading.text(bytesOf("credit-query.pdf?lang=en")))
                .contains("Public Credit Query Result", "All public");
        assertThat(PdfReading.text(bytesOf("credit-query.pdf?type=permit&from=&to=2001-01-01")))
                .contains("未发现公示期内的信息");
    }

    @Test
    void theOthersAreDownloadedToo() {
        download("identity.pdf", "主体身份核验结果");
        download("red-list.pdf", "红名单查询结果");
        JsonNode commitment = get("/api/v1/records?type=commitment&size=1").at("/items/0");
        String subject = commitment.at("/subject/id").asString();
        String record = commitment.at("/id").asString();
        byte[] pdf = bytes("/api/v1/subjects/" + subject + "/certificates/commitment.pdf?record=" + record, 200);
        assertThat(PdfReading.text(pdf))
                .contains("信用承诺书", "承诺编码", commitment.at("/documentNumber").asString());
        assertThat(problem("/api/v1/subjects/" + gangbing() + "/certificates/commitment.pdf?record=nothing", 400))
                .isEqualTo("record");
    }

    @Test
    void aSiteIsToldOnlyWhileItsProofHolds() {
        String subject = ProvedSite.prove(jdbc, clock.instant());
        String door = "/api/v1/subjects/" + subject + "/certificates/site.pdf";
        byte[] pdf = bytes(door + "?site=www." + ProvedSite.HOST, 200);
        assertThat(PdfReading.text(pdf))
                .contains("网站主体核验结果", ProvedSite.HOST, "域名解析记录")
                .doesNotContain("chengxin-token");
        assertThat(body("/s/" + subject)).contains("certificates/site.pdf?site=" + ProvedSite.HOST);
        assertThat(problem(door + "?site=gangbing.example.cn", 400)).isEqualTo("site");
        assertThat(problem(door, 400)).isEqualTo("site");
        verify(pdf, "current");

        String number = jdbc.sql("select number from issued_document where site = ? order by issued_at desc limit 1")
                .param(ProvedSite.HOST)
                .query(String.class)
                .single();
        jdbc.sql("update issued_document set check_due = now() + interval '1 day' where number = ?")
                .param(number)
                .update();
        jdbc.sql("update site_proof set proved_at = proved_at - interval '31 days'")
                .update();
        assertThat(jdbc.sql("select check_due = '-infinity' from issued_document where number = ?")
                        .param(number)
                        .query(Boolean.class)
                        .single())
                .as("a change of a proof has its documents compared")
                .isTrue();
        verify(pdf, "updated");
        assertThat(problem(door + "?site=" + ProvedSite.HOST, 400)).isEqualTo("site");
    }

    @Test
    void aReportIsAskedForBySectionsAndMomentWithItsPurpose() {
        String door = "/api/v1/subjects/" + gangbing() + "/report.pdf";
        byte[] pdf = bytes(door + "?section=licensing,commitment&purpose=finance", 200);
        assertThat(PdfReading.page(pdf, 1)).contains("仅 许可认证、信用承诺", "融资信贷");
        assertThat(PdfReading.text(pdf)).doesNotContain("行政处罚信息", "守信激励");
        verify(pdf, "current")
                .jsonPath("$.part")
                .isEqualTo(true)
                .jsonPath("$.asOf")
                .doesNotExist();
        byte[] then = bytes(door + "?asOf=" + clock.instant(), 200);
        assertThat(PdfReading.page(then, 1)).contains("数据截至", "出具时间");
        verify(then, "current").jsonPath("$.asOf").exists().jsonPath("$.part").doesNotExist();
        assertThat(jdbc.sql("select count(*) from issued_document"
                                + " where as_of is null and purpose = 'finance' and types @> array['permit']")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        bytes(door + "?asOf=1990-01-01", 404);
        assertThat(problem(door + "?section=secrets", 400)).isEqualTo("section");
        assertThat(problem(door + "?purpose=an excellent company", 400)).isEqualTo("purpose");
        assertThat(problem(door + "?asOf=" + clock.instant().plusSeconds(90_000), 400))
                .isEqualTo("asOf");
        assertThat(body("/s/" + gangbing())).contains("name=\"purpose\"", "融资信贷");
    }

    @Test
    void aSourceThatIsTooStaleIsNamed() {
        String source = jdbc.sql("select source from record where type = 'red-list' order by source limit 1")
                .query(String.class)
                .single();
        String name = jdbc.sql("select name from source where code = ?")
                .param(source)
                .query(String.class)
                .single();
        String uri = "/api/v1/subjects/" + gangbing() + "/certificates/red-list.pdf?lang=zh";
        jdbc.sql("update source set refreshed_at = refreshed_at - interval '40 days' where code = ?")
                .param(source)
                .update();
        try {
            JsonNode problem = json.readTree(bytes(uri, 409));
            assertThat(problem.at("/type").asString()).isEqualTo("/developers/problems/stale-source");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("source");
            assertThat(problem.at("/errors/0/reason").asString()).contains(name, "超过 30 天");
            http().head().uri(uri).exchange().expectStatus().isEqualTo(409);
        } finally {
            jdbc.sql("update source set refreshed_at = refreshed_at + interval '40 days' where code = ?")
                    .param(source)
                    .update();
        }
        bytes(uri, 200);
    }

    @Test
    void whatCannotBeAskedIsNamedAndWhatIsNotThereIsAProblem() {
        String doors = "/api/v1/subjects/" + gangbing() + "/certificates/";
        assertThat(problem(doors + "credit-query.pdf?type=public-grade", 400)).isEqualTo("type");
        assertThat(problem(doors + "credit-query.pdf?section=secrets", 400)).isEqualTo("section");
        assertThat(problem(doors + "credit-query.pdf?from=2026-02-30", 400)).isEqualTo("from");
        assertThat(problem(doors + "credit-query.pdf?from=2026-02-02&to=2026-01-01", 400))
                .isEqualTo("from");
        assertThat(problem(doors + "red-list.pdf?type=penalty", 400)).isEqualTo("type");
        for (String document : new String[] {"credit-query", "identity", "red-list"}) {
            bytes("/api/v1/subjects/nobody/certificates/" + document + ".pdf", 404);
        }
        bytes(doors + "no-violations.pdf", 404);
        long before = issued();
        http().head().uri(doors + "identity.pdf").exchange().expectStatus().isOk();
        assertThat(issued()).as("who asks for the headers takes nothing away").isEqualTo(before);
    }

    private byte[] download(String document, String title) {
        EntityExchangeResult<byte[]> answer = http().get()
                .uri("/api/v1/subjects/" + gangbing() + "/certificates/" + document)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Robots-Tag", "noindex, noarchive")
                .expectBody()
                .returnResult();
        byte[] pdf = Objects.requireNonNull(answer.getResponseBody());
        String name = URLDecoder.decode(
                Objects.requireNonNull(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                        .replaceAll(".*filename\\*=UTF-8''([^;]*).*", "$1"),
                StandardCharsets.UTF_8);
        assertThat(name).startsWith(title + "-").contains("港饼");
        String number = name.replaceAll(".*-(CX\\w+)\\.pdf", "$1");
        assertThat(pdf.length).isLessThan(80_000);
        assertThat(Signatures.valid(pdf)).isTrue();
        assertThat(PdfReading.page(pdf, 1)).contains(title, ReportNumber.grouped(number));
        assertThat(body("/verify/" + number)).contains(title, "真实有效");
        verify(pdf, "current");
        byte[] changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;
        verify(changed, "altered");
        return pdf;
    }

    private byte[] bytesOf(String document) {
        return bytes("/api/v1/subjects/" + gangbing() + "/certificates/" + document, 200);
    }

    private String problem(String uri, int status) {
        return json.readTree(bytes(uri, status)).at("/errors/0/field").asString();
    }

    private WebTestClient.BodyContentSpec verify(byte[] pdf, String state) {
        return http().post()
                .uri("/api/v1/verifications")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(pdf)
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state);
    }

    private long issued() {
        return jdbc.sql("select count(*) from issued_document")
                .query(Long.class)
                .single();
    }

    private String gangbing() {
        return jdbc.sql("select id from subject where uscc = '91420202MA44G5GY9R'")
                .query(String.class)
                .single();
    }
}
