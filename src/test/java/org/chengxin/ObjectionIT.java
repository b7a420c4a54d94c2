package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.rights.Objection;
import org.chengxin.rights.ObjectionDesk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** An objection from the link on a record to its answer, over HTTP, the operator's desk and the store. */
class ObjectionIT extends PortalTest {

    private static final byte[] PDF = "%PDF-1.7\nsecret evidence".getBytes(StandardCharsets.US_ASCII);
    private static final String PHONE = "138 1234 9876";

    @Autowired
    private ObjectionDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private String subject;
    private String record;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void aRecordOfTheSeed() {
        var item = get("/api/v1/records?type=penalty").at("/items/0");
        record = item.at("/id").asString();
        subject = item.at("/subject/id").asString("");
        typed.put("record", record);
        typed.put("reason", "content");
        typed.put("description", "罚款金额写错了<script>alert(1)</script>");
        typed.put("standing", "self");
        typed.put("name", "欧阳某某");
        typed.put("phone", PHONE);
        typed.put("consent", "yes");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private Document form(String query) {
        return Jsoup.parse(body("/objections/new" + query));
    }

    /** By the JDK's client: the one of Spring takes random bytes on its event loop, which BlockHound forbids. */
    private HttpResponse<String> send(String... headers) {
        typed.putIfAbsent("token", form("").select("[name=token]").val());
        String line = "--between\r\nContent-Disposition: form-data; name=\"";
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        typed.forEach((name, value) ->
                sent.writeBytes((line + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> {
            sent.writeBytes((line + "evidence\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            sent.writeBytes(content);
            sent.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        sent.writeBytes("--between--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/objections/new?lang=zh"))
                .header("Content-Type", "multipart/form-data; boundary=between")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.toByteArray()));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String filed() {
        HttpResponse<String> result = send();
        assertThat(result.statusCode()).as(result.body()).isEqualTo(303);
        String path = URI.create(result.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(path).matches("/follow/[0-9A-Z]{16}");
        return path.substring("/follow/".length());
    }

    private Document refused(int status) {
        HttpResponse<String> result = send();
        assertThat(result.statusCode()).isEqualTo(status);
        return Jsoup.parse(result.body());
    }

    @Test
    void fromTheRecordToTheAnswer() throws Exception {
        String path = get("/api/v1/records/" + record).at("/subject/id").asString(subject);
        String page = "/s/" + path + "/records/" + record;
        assertThat(Jsoup.parse(body(page)).select("a[href=/objections/new?record=" + record + "]"))
                .hasSize(1);
        Document form = form("?record=" + record);
        assertThat(form.select("#record option[selected]").val()).isEqualTo(record);
        assertThat(form.select("#field option").size()).isGreaterThan(2);
        typed.put("token", form.select("[name=token]").val());
        files.put("../../../etc/passwd.pdf", PDF);
        String code = filed();
        EntityExchangeResult<byte[]> follow = http().get()
                .uri("/follow/" + code + "?filed=1")
                .exchange()
                .expectBody()
                .returnResult();
        HttpHeaders headers = follow.getResponseHeaders();
        assertThat(headers.getCacheControl()).contains("no-store");
        assertThat(headers.getFirst("X-Robots-Tag")).contains("noindex");
        assertThat(new String(follow.getResponseBody(), StandardCharsets.UTF_8))
                .contains("已收到", "3 个工作日")
                .doesNotContain("欧阳", PHONE, "罚款金额");
        assertThat(filed()).as("a second press of the button").isEqualTo(code);

        Objection objection = desk.show(code, "tester");
        assertThat(objection.content().description()).isEqualTo(typed.get("description"));
        assertThat(objection.contact().phone()).isEqualTo(PHONE);
        assertThat(body(page)).doesNotContain("异议处理中");
        desk.accept(objection.id(), null, "tester");
        assertThat(body(page)).contains("异议处理中");
        assertThat(body("/s/" + path)).contains("异议处理中");
        assertThatThrownBy(() -> desk.accept(objection.id(), null, "tester")).isInstanceOf(IllegalStateException.class);
        List<Path> written = desk.evidence(objection.id(), folder, "tester");
        assertThat(written).containsExactly(folder.resolve(objection.id() + "-1.pdf"));
        assertThat(Files.readAllBytes(written.get(0))).isEqualTo(PDF);
        desk.answer(objection.id(), "已更正<b>金额</b>", "tester");
        assertThat(Jsoup.parse(body("/follow/" + code)).select(".told").text()).isEqualTo("已更正<b>金额</b>");
        assertThat(body(page)).doesNotContain("异议处理中");

        desk.tidy();
        assertThat(desk.show(code, "tester").contact()).isNotNull();
        clock.move(Duration.ofDays(91));
        desk.tidy();
        Objection kept = desk.show(code, "tester");
        assertThat(kept.contact()).isNull();
        assertThat(kept.acts())
                .extracting(Objection.Act::act)
                .containsSubsequence("filed", "shown", "accepted", "exported", "answered", "contact-dropped");
    }

    @Test
    void theStoreHoldsNothingPersonalInTheClear() {
        files.put("欧阳某某的身份证.pdf", PDF);
        desk.answer(filed(), "答复欧阳某某", "tester");
        StringBuilder all = new StringBuilder();
        for (String table : List.of("objection", "objection_evidence", "objection_act")) {
            jdbc.sql("select to_jsonb(t)::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        assertThat(all.toString()).contains("filed", "answered");
        for (String personal : List.of(PHONE, "欧阳", "罚款金额", "身份证", "script")) {
            // bytea stands as hexadecimal digits
            assertThat(all.toString())
                    .doesNotContain(personal, HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void everythingWrongIsNamedAndNothingTypedIsLost() {
        typed.putAll(Map.of("record", "", "description", "短", "phone", "<b>", "name", "", "reason", "nonsense"));
        typed.remove("consent");
        files.put("a.exe.pdf", "MZ".getBytes(StandardCharsets.US_ASCII));
        Document page = refused(400);
        assertThat(page.title()).startsWith("有误");
        List<String> links = page.select(".error-summary a").eachAttr("href");
        assertThat(links)
                .containsExactly("#about", "#reason", "#description", "#name", "#phone", "#consent", "#evidence");
        for (String link : links) {
            Element target = page.selectFirst("[id=" + link.substring(1) + "]");
            assertThat(target).as(link).isNotNull();
        }
        assertThat(page.select("#phone").val()).isEqualTo("<b>");
        assertThat(page.select("#description").text()).contains("短");
        assertThat(page.select("[name=standing][checked]").val()).isEqualTo("self");
        assertThat(page.text()).contains("文件需要重新选择");
    }

    @Test
    void hostileTextStaysText() {
        typed.put("name", "");
        typed.put("description", "</textarea><script>alert(1)</script>");
        typed.put("record", "");
        typed.put("about", "\"><img src=x onerror=alert(1)>");
        Document page = refused(400);
        assertThat(page.select("main script, main img")).isEmpty();
        assertThat(page.select("#about").val()).isEqualTo(typed.get("about"));
        assertThat(page.select("#description").val()).isEqualTo(typed.get("description"));
    }

    @Test
    void filesThatAreTooLargeTooManyOrOfAnotherKindAreNamed() {
        files.put("1.pdf", Arrays.copyOf(PDF, (5 << 20) + 1));
        files.put("2.html", "<html>".getBytes(StandardCharsets.US_ASCII));
        files.put("3.pdf", new byte[0]);
        assertThat(refused(400).select(".error-summary li").eachText())
                .containsExactly("第 1 个文件超过 5 MB", "第 2 个文件不是 PDF、JPEG、PNG、DOCX 或 XLSX，或者含有宏", "第 3 个文件是空的");
    }

    @Test
    void aFormThatIsTooLargeAsAWholeIsRefusedInWords() {
        files.put("1.pdf", Arrays.copyOf(PDF, 17 << 20));
        HttpResponse<String> refused = send("Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(refused.body()).selectFirst("main").text()).contains("提交的内容太大", "减少或压缩文件");
        files.clear();
        for (int i = 1; i <= 5; i++) {
            files.put(i + ".pdf", PDF);
        }
        files.put("6.pdf", PDF);
        assertThat(refused(400).select(".error-summary li").eachText()).anyMatch(line -> line.contains("最多 5 个"));
    }

    @Test
    void everyRecordAndEveryFactLeadsToTheForm() {
        String path = get("/api/v1/records/" + record).at("/subject/id").asString(subject);
        Document profile = Jsoup.parse(body("/s/" + path));
        assertThat(profile.select(".record").size())
                .isEqualTo(profile.select(".record a[href^=/objections/new?record=]")
                        .size());
        Document page = Jsoup.parse(body("/s/" + path + "/records/" + record));
        List<String> links = page.select(".disputable a[href^=/objections/new]").eachAttr("href");
        assertThat(links).hasSize(page.select(".disputable > div").size()).doesNotHaveDuplicates();
        String field = links.get(0).replaceFirst(".*field=", "");
        Document form = Jsoup.parse(body(links.get(0)));
        assertThat(form.select("#field option[selected]").val()).isEqualTo(field);
    }

    @Test
    void listsMarkWhatIsUnderObjection() {
        record = get("/api/v1/records?list=serious-default").at("/items/0/id").asString();
        String row = "tr:has(a[href$=" + record + "])";
        typed.put("record", record);
        typed.put("description", "列入的依据有误，请核对");
        Objection objection = desk.show(filed(), "tester");
        assertThat(Jsoup.parse(body("/lists/serious-default")).select(row + " .mark"))
                .isEmpty();
        desk.accept(objection.id(), null, "tester");
        assertThat(Jsoup.parse(body("/lists/serious-default")).select(row).text())
                .contains("异议处理中");
        desk.answer(objection.id(), "依据无误", "tester");
        assertThat(Jsoup.parse(body("/lists/serious-default")).select(row + " .mark"))
                .isEmpty();
    }

    @Test
    void whatAnotherSiteSendsOrAnOldFormIsRefused() {
        assertThat(send("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(send("Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(send("Origin", "null").statusCode()).isEqualTo(403);
        clock.move(Duration.ofHours(7));
        assertThat(refused(400).select(".error-summary").text()).contains("打开的时间太长");
        typed.put("token", "1.2.3");
        assertThat(refused(400).select(".error-summary").text()).contains("打开的时间太长");
    }

    @Test
    void aCodeThatWasNeverGivenOutAndOneThatCannotBeAreToldTheSame() {
        assertThat(toldOfCode("0000000000000000"))
                .isEqualTo(toldOfCode("0000000000000001"))
                .contains("没有查到");
        bytes("/objections/new?record=0123456789ab", 404);
        bytes("/objections/new?subject=../../etc", 404);
    }

    /** What stands below the address of a code nobody has, without the code itself, which can be mended there. */
    private String toldOfCode(String code) {
        String page = new String(bytes("/follow/" + code, 404), StandardCharsets.UTF_8);
        assertThat(page).contains("value=\"" + code + "\"");
        return Jsoup.parse(page).select("main").html().replace(code, "");
    }
}
