package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.ImportResult;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A record type that is nothing but a file goes from import to index, page, API and PDF. */
class NewRecordTypeIT extends ChangedPortalTest {

    @Autowired
    private Importer importer;

    @TempDir
    private Path folder;

    @Test
    void walksFromImportToPdf() throws Exception {
        Path sheet = Files.writeString(
                folder.resolve("lanterns.csv"),
                """
                主体名称,灯名,匠人,内部意见,奖金（元）,授予机关,颁奖日期
                黄石市港饼网络科技有限公司,磁湖夜月走马灯,吴灯明,评分有争议,12000,黄石市灯会组委会,2026年2月3日
                黄石市港饼网络科技有限公司,,吴灯明,,1,黄石市灯会组委会,2026-02-03
                """);

        ImportResult result = importer.run(
                ImportRequest.of(sheet, "lantern-award").withSource("灯会组委会", Source.Kind.DEPARTMENT),
                ProgressListener.NONE);
        assertThat(Files.readString(Objects.requireNonNull(result.errorFile())))
                .as("the row without a required field")
                .contains("灯组名称");

        JsonNode hits = found("/api/v1/subjects?recordType=lantern-award");
        String subject = hits.at("/items/0/id").asString();
        assertThat(hits.at("/items/0/name").asString()).isEqualTo("黄石市港饼网络科技有限公司");
        assertThat(hits.at("/items/0/counts/lantern-award").asInt()).isEqualTo(1);

        JsonNode record = get("/api/v1/records?q=磁湖夜月&type=lantern-award").at("/items/0");
        assertThat(record.at("/title").asString()).isEqualTo("磁湖夜月走马灯");
        String archive = body("/api/v1/subjects/" + subject + "/records?type=lantern-award");
        assertThat(archive).contains("\"prize\":12000", "吴**").doesNotContain("吴灯明", "评分有争议");

        String page = body("/s/" + subject);
        assertThat(page).contains("灯会嘉奖", "磁湖夜月走马灯", "黄石市灯会组委会", "吴**");
        assertThat(page).doesNotContain("吴灯明", "评分有争议");

        try (PDDocument report = Loader.loadPDF(bytes("/api/v1/subjects/" + subject + "/report.pdf", 200))) {
            String text = new PDFTextStripper().getText(report);
            assertThat(text).contains("灯会嘉奖", "磁湖夜月走马灯", "黄石市灯会组委会");
            assertThat(text).doesNotContain("吴灯明", "评分有争议");
        }

        assertThat(body("/api/v1/record-types")).contains("lantern-award", "灯组名称");
    }

    /** Searchable within two seconds of its commit. */
    private JsonNode found(String path) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        JsonNode answer = get(path);
        while (answer.at("/items").isEmpty() && System.nanoTime() < until) {
            Thread.sleep(50);
            answer = get(path);
        }
        assertThat(answer.at("/items").size()).as(path).isEqualTo(1);
        return answer;
    }
}
