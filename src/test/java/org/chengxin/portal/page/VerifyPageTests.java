package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.chengxin.report.PresentedFile;
import org.chengxin.report.Verification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Mono;

/** What the verification page says of a document. */
class VerifyPageTests {

    private static final String NUMBER = "CX202611240000000000001";

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aGenuineAndCurrentReportIsCalledSoWithItsSubjectAndIsNotKept() {
        when(world.verifications.find(NUMBER))
                .thenReturn(Mono.just(new Verification.Current(
                        NUMBER,
                        "credit-report",
                        "黄石市港饼食品有限公司",
                        PageWorld.USCC,
                        Instant.parse("2026-11-24T01:30:00Z"),
                        null,
                        false)));
        EntityExchangeResult<byte[]> result = get("/verify/" + NUMBER);
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
        Document page = html(result);
        assertThat(page.selectFirst(".verdict-current").text())
                .contains("真实有效", "黄石市港饼食品有限公司", "9133 0106 6739 5965 4P", "2026-11-24 09:30");
        assertThat(page.select(".verdict a").attr("href")).isEqualTo("/s/" + PageWorld.USCC);
    }

    @Test
    void anOutdatedReportIsToldNothingButToDownloadAgain() {
        when(world.verifications.find(NUMBER)).thenReturn(Mono.just(new Verification.Updated()));
        Document page = html(get("/verify/" + NUMBER));
        assertThat(page.selectFirst(".verdict-updated h2").text()).isEqualTo("信息已更新，请重新下载");
        assertThat(page.select(".verdict dl")).isEmpty();
    }

    @Test
    void anAlteredFileIsCalledSoAndAnotherKindOfDocumentNamed() {
        when(world.verifications.ofFile(any())).thenReturn(Mono.just(new Verification.Altered()));
        Document altered =
                html(posted("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                        + "%PDF\r\n--edge--\r\n"));
        assertThat(altered.selectFirst(".verdict-altered h2").text()).isEqualTo("文件被改动过");
        assertThat(altered.select(".verdict dl")).isEmpty();
        when(world.verifications.ofFile(any()))
                .thenReturn(Mono.just(new Verification.Batch("b2", 37, Instant.parse("2026-11-24T01:30:00Z"))));
        assertThat(html(posted("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n"
                                + "PK\r\n--edge--\r\n"))
                        .selectFirst(".verdict-batch")
                        .text())
                .contains("整批报告真实、完整", "b2", "37", "2026-11-24 09:30");
        when(world.verifications.find(NUMBER))
                .thenReturn(Mono.just(new Verification.Current(
                        NUMBER, "red-list", "黄石市港饼食品有限公司", null, Instant.parse("2026-11-24T01:30:00Z"), null, false)));
        assertThat(html(get("/verify/" + NUMBER))
                        .selectFirst(".verdict-current dd")
                        .text())
                .isEqualTo("红名单查询结果");
        when(world.verifications.find(NUMBER))
                .thenReturn(Mono.just(new Verification.Current(
                        NUMBER,
                        "credit-report",
                        "黄石市港饼食品有限公司",
                        null,
                        Instant.parse("2026-11-24T01:30:00Z"),
                        Instant.parse("2025-11-24T01:30:00Z"),
                        true)));
        assertThat(html(get("/verify/" + NUMBER))
                        .selectFirst(".verdict-current")
                        .text())
                .contains("反映截至 2025-11-24 09:30", "仅部分类别；其余类别未列示", "此后新增的不在其中")
                .doesNotContain("与现在公示的一致");
    }

    @Test
    void anUnknownNumberIsTextWhateverItHolds() {
        when(world.verifications.find(any())).thenReturn(Mono.just(new Verification.Unknown()));
        Document page = html(get("/verify/<script>"));
        assertThat(page.selectFirst(".verdict-unknown h2").text()).isEqualTo("没有查到这份报告");
        assertThat(page.selectFirst("#number").val()).isEqualTo("<script>");
        assertThat(page.select("main script:not([src])")).isEmpty();
    }

    @Test
    void theFormLeadsToTheAddressThatIsPrinted() {
        world.client
                .get()
                .uri("/verify?number=CX 1")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/verify/CX%201");
    }

    @Test
    void aFileIsTakenWholeAndNothingElseOfTheForm() throws Exception {
        when(world.verifications.ofFile(any())).thenReturn(Mono.just(new Verification.Unknown()));
        byte[] file = "%PDF-1.4 made up".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        // written by hand: the client's own writer reads random bytes from disk, which BlockHound takes for ours
        String form = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + new String(file, StandardCharsets.US_ASCII)
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nnot part of the file"
                + "\r\n--edge--\r\n";
        EntityExchangeResult<byte[]> result = posted(form);
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(html(result).selectFirst(".verdict-unknown")).isNotNull();
        ArgumentCaptor<PresentedFile> presented = ArgumentCaptor.forClass(PresentedFile.class);
        Mockito.verify(world.verifications).ofFile(presented.capture());
        assertThat(presented.getValue().digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(file));
    }

    @Test
    void aFileSignedByAnotherNamesItsSignerAsText() {
        when(world.verifications.ofFile(any())).thenReturn(Mono.just(new Verification.Foreign("<b>信用黄石</b>")));
        Document page =
                html(posted("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                        + "%PDF\r\n--edge--\r\n"));
        assertThat(page.selectFirst(".verdict-foreign h2").text()).isEqualTo("不是本站的签名");
        assertThat(page.selectFirst(".verdict-foreign dd").text()).isEqualTo("<b>信用黄石</b>");
    }

    @Test
    void withoutANumberOrAFileTheInputIsNamedAndLinked() {
        assertAsksFor("number", world.exchange("/verify?number=", "zh"));
        assertAsksFor(
                "file",
                posted("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n\r\n--edge--\r\n"));
        Mockito.verifyNoInteractions(world.verifications);
    }

    private static void assertAsksFor(String input, EntityExchangeResult<byte[]> result) {
        assertThat(result.getStatus().value()).isEqualTo(400);
        Document page = html(result);
        assertThat(page.title()).startsWith("有误：");
        assertThat(page.selectFirst(".error-summary").hasAttr("autofocus")).isTrue();
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#" + input);
        assertThat(page.getElementById(input).attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById(input).attr("aria-describedby").split(" "))
                .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
    }

    private EntityExchangeResult<byte[]> posted(String form) {
        return world.client
                .post()
                .uri("/verify")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=edge")
                .bodyValue(form)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private EntityExchangeResult<byte[]> get(String path) {
        return world.client
                .get()
                .uri(builder -> builder.path("/verify/{number}").build(path.substring("/verify/".length())))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private static Document html(EntityExchangeResult<byte[]> result) {
        return Jsoup.parse(new String(result.getResponseBody(), StandardCharsets.UTF_8));
    }
}
