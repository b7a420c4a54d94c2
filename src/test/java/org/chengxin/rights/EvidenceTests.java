package org.chengxin.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chengxin.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence: told by its bytes, limited, sealed, and gone when it is refused. */
class EvidenceTests {

    static final byte[] PDF = "%PDF-1.7\nsecret evidence".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2};
    static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1};

    @TempDir
    private Path folder;

    private EvidenceFiles files;

    @BeforeEach
    void open() {
        files = new EvidenceFiles(folder.resolve("kept"), new Seal(new byte[32]), new Ids(new Random(7)));
    }

    @Test
    void kindsAreToldByTheirBytesHoweverTheyArrive() throws IOException {
        byte[] word = zip("[Content_Types].xml", "word/document.xml");
        byte[] sheets = zip("xl/workbook.xml", "[Content_Types].xml");
        assertThat(kind(PDF)).isEqualTo(FileKind.PDF);
        assertThat(kind(PNG)).isEqualTo(FileKind.PNG);
        assertThat(kind(JPEG)).isEqualTo(FileKind.JPEG);
        assertThat(kind(word)).isEqualTo(FileKind.DOCX);
        assertThat(kind(sheets)).isEqualTo(FileKind.XLSX);
        for (byte[] none : new byte[][] {
            {},
            "MZ an executable".getBytes(StandardCharsets.US_ASCII),
            "<html><script>".getBytes(StandardCharsets.US_ASCII),
            zip("evil.exe"),
            zip("word/document.xml"),
            zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            {'%', 'P'}
        }) {
            assertThat(kind(none)).isNull();
        }
    }

    private static FileKind kind(byte[] content) {
        FileKind whole = watched(content, content.length + 1);
        assertThat(watched(content, 3)).as("in pieces of three").isEqualTo(whole);
        return whole;
    }

    private static FileKind watched(byte[] content, int piece) {
        FileKind.Watch watch = new FileKind.Watch();
        for (int at = 0; at < content.length; at += piece) {
            watch.see(Arrays.copyOfRange(content, at, Math.min(content.length, at + piece)));
        }
        return watch.kind().orElse(null);
    }

    @Test
    void whatIsTakenIsSealedAndItsNameIsNoPath() throws IOException {
        EvidenceIntake intake = files.intake();
        take(intake, "../../../etc/cron.d/evil\u0000.pdf", PDF);
        take(intake, "C:\\Windows\\a<b>.png", PNG);
        assertThat(intake.taken()).extracting(Evidence::name).containsExactly("evil.pdf", "a<b>.png");
        assertThat(intake.refused()).isEmpty();
        for (Path file : kept()) {
            assertThat(file.getFileName().toString()).matches("[0-9a-z]{12}");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "%PDF");
        }
        Path out = folder.resolve("out.pdf");
        files.open(intake.taken().get(0).id(), out);
        assertThat(Files.readAllBytes(out)).isEqualTo(PDF);
        intake.discard();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsTooLargeTooManyEmptyOrOfAnotherKindLeavesNothing() throws IOException {
        EvidenceIntake intake = files.intake();
        take(intake, "a.pdf", new byte[0]);
        take(intake, "b.pdf", "MZ".getBytes(StandardCharsets.US_ASCII));
        intake.begin("c.pdf");
        intake.write(PDF);
        for (int i = 0; i < 6; i++) {
            intake.write(new byte[1 << 20]);
        }
        intake.end();
        assertThat(kept()).isEmpty();
        for (int i = 0; i < 6; i++) {
            take(intake, i + ".pdf", PDF);
        }
        assertThat(intake.refused())
                .containsExactly(
                        new EvidenceIntake.Refusal(1, "empty"),
                        new EvidenceIntake.Refusal(2, "type"),
                        new EvidenceIntake.Refusal(3, "size"),
                        new EvidenceIntake.Refusal(9, "count"));
        assertThat(kept()).hasSize(5);
    }

    @Test
    void togetherTheyMayNotBeTooLarge() throws IOException {
        EvidenceIntake intake = files.intake();
        byte[] large = Arrays.copyOf(PDF, 4 << 20);
        for (int i = 0; i < 4; i++) {
            take(intake, i + ".pdf", large);
        }
        assertThat(intake.refused()).containsExactly(new EvidenceIntake.Refusal(4, "total"));
    }

    @Test
    void filesOfFormsNeverFiledAreSweptAfterADay() throws IOException {
        EvidenceIntake intake = files.intake();
        take(intake, "a.pdf", PDF);
        take(intake, "b.pdf", PDF);
        take(intake, "c.pdf", PDF);
        Instant now = Instant.parse("2026-11-24T08:00:00Z");
        for (Path file : kept()) {
            Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(90_000)));
        }
        String filed = intake.taken().get(0).id();
        String young = intake.taken().get(1).id();
        Files.setLastModifiedTime(folder.resolve("kept").resolve(young), FileTime.from(now.minusSeconds(60)));
        files.sweep(Set.of(filed), now);
        assertThat(kept()).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder(filed, young);
    }

    private static void take(EvidenceIntake intake, String name, byte[] content) {
        intake.begin(name);
        intake.write(content);
        intake.end();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.toList();
        }
    }

    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("x".repeat(100).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }
}
