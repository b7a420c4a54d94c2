package org.chengxin.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to fill the memory, to read what is not theirs, or to break the reader. */
class HostileSheetsTests {

    private static final SheetLimits SMALL =
            new SheetLimits(1_000, 20, 1_000, 5_000, 20, 8_000_000, 8_000_000, 1_000_000, 50);

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String OPEN =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    @TempDir
    Path directory;

    private static List<SheetRow> rows(Path file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Sheet sheet = Sheets.open(file, List.of("name", "uscc")::contains, SMALL)) {
            sheet.forEachRemaining(rows::add);
        }
        return rows;
    }

    private void refused(Path file, String code) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static List<String> refusals(List<SheetRow> rows) {
        return rows.stream()
                .map(SheetRow::refusal)
                .map(refusal -> refusal == null ? "" : refusal.code())
                .toList();
    }

    @Test
    void rowsThatAreTooWideAreRefusedAndTheOthersTaken() throws IOException {
        String wide = "x,".repeat(10_000);
        assertThat(refusals(rows(file(
                        "a.csv",
                        "name,uscc\n甲,1\n" + wide + "\n乙," + "y".repeat(2_000) + "\n丙,3" + ",".repeat(10_000) + "\n"))))
                .containsExactly("", "row.columns", "row.cell", "");
    }

    @Test
    void linesOfJsonThatAreTooLongTooWideOrTooDeepAreRefusedAndTheOthersTaken() throws IOException {
        StringBuilder wide = new StringBuilder("{\"name\":\"乙\"");
        for (int i = 0; i < 40; i++) {
            wide.append(",\"").append(i).append("\":1");
        }
        String deep = "{\"name\":" + "[".repeat(2_400) + "]".repeat(2_400) + "}";
        String lines = String.join(
                "\n",
                "{\"name\":\"甲\"}",
                "{\"name\":\"" + "x".repeat(1_000_000) + "\"}",
                wide + "}",
                deep,
                "{\"name\":\"" + "y".repeat(2_000) + "\"}",
                "{\"name\":" + "9".repeat(4_000) + "}",
                "[1]",
                "\u0000",
                "{\"name\":\"丙\"}");
        assertThat(refusals(rows(file("a.jsonl", lines))))
                .containsExactly(
                        "", "row.line", "row.columns", "row.json", "row.cell", "row.json", "row.json", "row.json", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "name,uscc\n", "{\"name\":\"x\"}\n", "{\"name\":\"", "a"})
    void whatUnpacksToFarMoreThanItIsIsRefusedBeforeItIsRead(String content) throws IOException {
        Path file = directory.resolve("bomb.gz");
        byte[] block = content.repeat(100_000 / content.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("name,uscc\n" + (content.startsWith("{") ? "" : "甲,1\n"))
                    .substring(content.startsWith("{") ? 10 : 0)
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 400; i++) {
                out.write(block);
            }
        }
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isIn("file.packed", "file.rows", "file.csv"));
    }

    @Test
    void aTabTableKeepsItsRowsWhateverItsCellsBeginWith() throws IOException {
        assertThat(rows(file("a.tsv", "name\tuscc\n\u0000甲\t1\n乙\t\u0000\"2\n\uFFFF丙\t3\n𠀀\t4\n")))
                .hasSize(4);
    }

    @Test
    void aFileCutOffSaysSo() throws IOException {
        Path whole = directory.resolve("whole.gz");
        byte[] noise = new byte[400_000];
        new Random(7).nextBytes(noise);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write("name,uscc\n甲,1\n".getBytes(StandardCharsets.UTF_8));
            for (byte b : noise) {
                out.write("abcdefghijklmnop,\n".charAt((b & 0xFF) % 18));
            }
        }
        byte[] packed = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 4));
        assertThatThrownBy(() -> rows(cut)).isInstanceOfAny(IOException.class, UncheckedIOException.class);
    }

    @Test
    void anEmptyFileHasNoHeadingAndAHeaderAloneNoRows() throws IOException {
        for (String nothing : List.of("", "\n\n", "\uFEFF", "\u0000\u0000")) {
            refused(file("a.csv", nothing), "file.no-header");
        }
        assertThat(rows(file("b.csv", "name,uscc\n"))).isEmpty();
        assertThat(rows(file("c.csv", "\uFEFFname,uscc"))).isEmpty();
        refused(file("d.xlsx", "PK\u0003\u0004"), "file.workbook");
        Path mixed = directory.resolve("e.csv");
        Files.write(mixed, "name,uscc\n黄石市港饼,1\n".getBytes(StandardCharsets.UTF_8));
        Files.write(mixed, "黄石,2\n".getBytes(Charset.forName("GB18030")), StandardOpenOption.APPEND);
        assertThat(rows(mixed).get(0).cells()).containsEntry("name", "黄石市港饼");
        assertThat(rows(mixed).get(1).cells().get("name"))
                .as("seen as damaged, not read as other words")
                .contains("\uFFFD");
    }

    @Test
    void workbooksThatDeclareEntitiesAnywhereAreRefused() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        String far = "<?xml version=\"1.0\"?>" + " ".repeat(3_000) + bomb;
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            refused(book(SHEET, (far + OPEN + "<sheetData/></worksheet>").getBytes(charset)), "file.workbook-entity");
        }
        refused(book("xl/other.bin", far.getBytes(StandardCharsets.UTF_8)), "file.workbook-entity");
    }

    @Test
    void workbooksThatWouldFillTheMemoryAreRefused() throws IOException {
        String cell = OPEN
                + "<sheetData><row r=\"1\"><c %s t=\"inlineStr\"><is><t>name</t></is></c></row></sheetData></worksheet>";
        for (String place : List.of("r=\"ZZZZZZ1\"", "s='0' r = 'ZZZZ1'", "r=\"&#90;ZZZZ1\"", "\n r=\"\nAAAAAAA1\"")) {
            refused(book(SHEET, cell.formatted(place).getBytes(StandardCharsets.UTF_8)), "file.workbook");
        }
        refused(
                book(
                        SHEET,
                        (OPEN + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(50_000))
                                .getBytes(StandardCharsets.UTF_8)),
                "file.workbook-size");
        refused(book(SHEET, (OPEN + "<a/>".repeat(2_500_000)).getBytes(StandardCharsets.UTF_8)), "file.workbook-size");
        refused(
                book("xl/sharedStrings.xml", ("<sst>" + "<si/>".repeat(500_000)).getBytes(StandardCharsets.UTF_8)),
                "file.workbook-size");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            many.put("a" + i, new byte[0]);
        }
        refused(zip(many), "file.workbook-size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c/></row>",
                "<row r=\"x\"><c r=\"A1\"/></row>",
                "<row r=\"99999999999\"/>",
                "<row r=\"-1\"><c r=\"1A\"/></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"99\"><v>1e999999999</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"?\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>x</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"9\">A1</f><v>1</v></c></row>",
                "<row r=\"1\">",
                "<row r=\"1\"></c>",
                "&a;"
            })
    void brokenSheetsAreToldAsDamagedOrReadWithoutAHeading(String content) throws IOException {
        byte[] sheet = (OPEN + "<sheetData>" + content + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(book(SHEET, sheet)))
                .isInstanceOfSatisfying(SheetException.class, refused -> assertThat(refused.code())
                        .isIn("file.workbook", "file.no-header"));
    }

    @Test
    void namesInsideAWorkbookAreNoPaths() throws IOException {
        Map<String, byte[]> parts = honest();
        parts.put("../../../tmp/chengxin-evil", new byte[] {1});
        parts.put("/etc/chengxin-evil", new byte[] {1});
        assertThat(rows(zip(parts))).hasSize(1);
        assertThat(Path.of("/tmp/chengxin-evil")).doesNotExist();
    }

    private Path book(String part, byte[] content) throws IOException {
        Map<String, byte[]> parts = honest();
        parts.put(part, content);
        return zip(parts);
    }

    /** The parts of a workbook with one row, its sheet called as no file is. */
    private Map<String, byte[]> honest() throws IOException {
        Path file = directory.resolve("honest.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("..");
            sheet.value(0, 0, "name");
            sheet.value(1, 0, "甲公司");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        Path file = directory.resolve("z.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
