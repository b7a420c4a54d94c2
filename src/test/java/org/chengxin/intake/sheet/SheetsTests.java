package org.chengxin.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.groups.Tuple;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTests {

    private static final Set<String> KNOWN = Set.of("名称", "统一社会信用代码", "决定日期", "决定书文号", "name", "uscc");

    @TempDir
    Path directory;

    private List<SheetRow> rows(Path file) throws IOException {
        return rows(file, SheetLimits.DEFAULT);
    }

    private static List<SheetRow> rows(Path file, SheetLimits limits) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Sheet sheet = Sheets.open(file, KNOWN::contains, limits)) {
            sheet.forEachRemaining(rows::add);
        }
        return rows;
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(charset));
    }

    @Test
    void csvKeepsQuotedCellsAndCountsTheLinesOfTheFile() throws IOException {
        Path file = file("a.csv", "名称,决定书文号\n\"甲公司\n（分部）\",\"1,2\"\n\n乙公司,3\n", StandardCharsets.UTF_8);
        assertThat(rows(file))
                .extracting(SheetRow::line, row -> row.cells().get("名称"), row -> row.cells()
                        .get("决定书文号"))
                .containsExactly(Tuple.tuple(2L, "甲公司\n（分部）", "1,2"), Tuple.tuple(5L, "乙公司", "3"));
    }

    @Test
    void gb18030AndByteOrderMarksAreRecognised() throws IOException {
        String text = "名称,决定书文号\n黄石㙍口水产有限公司,黄市监〔2024〕1号\n";
        Path gb = file("gb.csv", text, Charset.forName("GB18030"));
        Path marked = file("bom.csv", "\uFEFF" + text, StandardCharsets.UTF_8);
        Path utf16 = file("u16.csv", "\uFEFF" + text, StandardCharsets.UTF_16LE);
        for (Path each : List.of(gb, marked, utf16)) {
            assertThat(rows(each).get(0).cells())
                    .as(each.getFileName().toString())
                    .containsEntry("名称", "黄石㙍口水产有限公司")
                    .containsEntry("决定书文号", "黄市监〔2024〕1号");
        }
    }

    @Test
    void delimiterIsFoundOut() throws IOException {
        for (String delimiter : List.of(";", "\t", "|", ",")) {
            Path file = file(
                    "d.txt",
                    String.join(delimiter, "名称", "决定书文号") + "\n" + String.join(delimiter, "甲公司，乙部", "2") + "\n",
                    StandardCharsets.UTF_8);
            assertThat(rows(file).get(0).cells()).as(delimiter).containsEntry("决定书文号", "2");
        }
    }

    @Test
    void aLoneQuotationMarkInATabTableIsText() throws IOException {
        Path file = file("a.tsv", "name\tuscc\n\"甲\t1\n乙\"\t2\n", StandardCharsets.UTF_8);
        assertThat(rows(file)).extracting(row -> row.cells().get("name")).containsExactly("\"甲", "乙\"");
    }

    @Test
    void gzippedJsonLinesKeepTheLineOfABrokenOne() throws IOException {
        Path file = directory.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"name\":\"甲\",\"names\":[\"乙\",\"丙\"],\"n\":null}\nnot json\n{\"name\":\"丁\",\"fine\":50000}\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        List<SheetRow> rows = rows(file);
        assertThat(rows.get(0).cells()).containsEntry("names", "乙|丙").doesNotContainKey("n");
        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(1).refusal()).isEqualTo(new SheetRow.Refusal("row.json", List.of()));
        assertThat(rows.get(2).cells()).containsEntry("fine", "50000");
    }

    @Test
    void anAbsurdNumberIsNotWrittenOut() throws IOException {
        Path file = file("n.jsonl", "{\"name\":1e999999,\"uscc\":9.142E+17}\n", StandardCharsets.UTF_8);
        assertThat(rows(file).get(0).cells()).containsEntry("name", "1E+999999").containsEntry("uscc", "9.142E+17");
    }

    @Test
    void headerUnderTitlesIsFoundAndNotesBelowAreDropped() throws IOException {
        Path file = file(
                "t.csv",
                "行政处罚信息公示表,,\n填报单位：某局,,\n名称,统一社会信用代码,决定日期\n甲公司,1,2024/1/5\n乙公司,2,2024/1/6\n"
                        + "表格说明：,,\n1.名称按营业执照填写,,\n",
                StandardCharsets.UTF_8);
        assertThat(rows(file)).extracting(SheetRow::line).containsExactly(4L, 5L);
    }

    @Test
    void headerSplitOverTwoRowsIsJoined() throws IOException {
        Path file = file("m.csv", "名称,行政相对人代码,,决定日期\n,统一社会信用代码,工商注册号,\n甲公司,1,2,2024-01-05\n", StandardCharsets.UTF_8);
        assertThat(rows(file)).hasSize(1);
        assertThat(rows(file).get(0).cells())
                .containsEntry("名称", "甲公司")
                .containsEntry("统一社会信用代码", "1")
                .containsEntry("决定日期", "2024-01-05");
    }

    @Test
    void aFileWithoutAKnownHeadingIsRefused() throws IOException {
        Path file = file("n.csv", "a,b\n1,2\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isEqualTo("file.no-header"));
    }

    @Test
    void workbookWithHeaderInRowThreeOfTheSecondSheet() throws IOException {
        Path file = directory.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet cover = workbook.newWorksheet("封面");
            cover.value(0, 0, "某市双公示数据");
            Worksheet sheet = workbook.newWorksheet("处罚");
            sheet.value(0, 0, "行政处罚信息公示表");
            sheet.range(0, 0, 0, 3).merge();
            sheet.value(1, 0, "2024 年 1 月");
            sheet.value(2, 0, "名称");
            sheet.value(2, 1, "统一社会信用代码");
            sheet.value(2, 2, "决定日期");
            sheet.value(3, 0, "甲公司");
            sheet.value(3, 1, 914202020000000123.0);
            sheet.value(3, 2, LocalDate.of(2024, 1, 5));
            sheet.style(3, 2).format("yyyy-MM-dd").set();
            sheet.value(4, 0, "乙公司");
            sheet.value(4, 1, 123.5);
            sheet.value(4, 2, 45296);
            sheet.hideRow(4);
        }
        List<SheetRow> rows = rows(file);
        assertThat(rows).extracting(SheetRow::line).containsExactly(4L, 5L);
        assertThat(rows.get(0).cells())
                .containsEntry("决定日期", "2024-01-05")
                .hasEntrySatisfying("统一社会信用代码", code -> assertThat(code).matches("\\d\\.\\d+E17"));
        assertThat(rows.get(1).cells()).containsEntry("统一社会信用代码", "123.5").containsEntry("决定日期", "45296");
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchIsRefused() throws IOException {
        Path file = zip("xl/worksheets/sheet1.xml", new byte[3_000_000]);
        assertThat(Files.size(file)).isLessThan(20_000);
        SheetLimits limits = new SheetLimits(100, 10, 100, 100, 200, 2_000_000, 1_000_000, 1_000_000, 10);
        assertThatThrownBy(() -> rows(file, limits))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isEqualTo("file.workbook-size"));
    }

    @Test
    void aWorkbookThatDeclaresEntitiesIsRefused() throws IOException {
        byte[] xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>"
                .getBytes(StandardCharsets.UTF_8);
        Path file = zip("xl/workbook.xml", xml);
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isEqualTo("file.workbook-entity"));
    }

    @Test
    void oldExcelAndLimitsAreToldByName() throws IOException {
        Path old = Files.write(
                directory.resolve("a.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        assertThatThrownBy(() -> rows(old))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isEqualTo("file.xls"));
        Path many = file("a.csv", "名称\n甲\n乙\n丙\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(many, new SheetLimits(2, 10, 100, 100, 200, 1, 1, 1, 1)))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isEqualTo("file.rows"));
    }

    private Path zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return Files.write(directory.resolve("z.xlsx"), bytes.toByteArray());
    }
}
