package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chengxin.proof.Manifest;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.OfflineCheck.State;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.RevocationList;
import org.chengxin.proof.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ZIP of a batch as it is written, and what is told of it once somebody changed it. */
class BatchZipTests {

    private static final String FIRST = "0001-CX1.pdf";
    private static final String SECOND = "0003-CX3.pdf";

    @TempDir
    private Path folder;

    @Test
    void aBatchIsGenuineAsLongAsItsReportsHold() throws Exception {
        byte[] zip = zip();
        assertThat(ReadZip.of(zip).keySet()).containsExactly(FIRST, SECOND, Manifest.FILE, Manifest.STATEMENT);
        assertThat(OfflineCheck.isBatch(zip)).isTrue();
        OfflineCheck.Verdict genuine = check(zip, list("CX2"));
        assertThat(genuine.state()).isEqualTo(State.GENUINE);
        assertThat(genuine.claims()).containsEntry("jti", "batch1").containsEntry("knd", "report-batch");
        assertThat(check(zip, list("CX3")).state()).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void whateverIsChangedIsFound() throws Exception {
        Map<String, byte[]> files = ReadZip.of(zip());
        assertThat(state(files)).as("packed anew").isEqualTo(State.GENUINE);

        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(FIRST, bytes("another"));
        assertThat(state(changed)).isEqualTo(State.ALTERED);
        changed = new LinkedHashMap<>(files);
        changed.put(FIRST, files.get(SECOND));
        changed.put(SECOND, files.get(FIRST));
        assertThat(state(changed)).as("exchanged").isEqualTo(State.ALTERED);
        changed = new LinkedHashMap<>(files);
        changed.remove(SECOND);
        assertThat(state(changed)).as("dropped").isEqualTo(State.ALTERED);
        changed = new LinkedHashMap<>(files);
        changed.put("0002-CX2.pdf", bytes("slipped in"));
        assertThat(state(changed)).isEqualTo(State.ALTERED);
        changed = new LinkedHashMap<>(files);
        changed.put(Manifest.FILE, bytes("{\"rows\": []}"));
        assertThat(state(changed)).isEqualTo(State.ALTERED);
        changed = new LinkedHashMap<>(files);
        changed.put(Manifest.STATEMENT, bytes(ReportWorld.STATEMENT));
        assertThat(state(changed)).as("the statement of a report").isEqualTo(State.ALTERED);
        changed.remove(Manifest.STATEMENT);
        assertThat(state(changed)).isEqualTo(State.UNSIGNED);
        changed.put(Manifest.STATEMENT, bytes("e30.e30.AAAA"));
        assertThat(state(changed)).isEqualTo(State.FOREIGN);
        byte[] whole = zip();
        assertThat(check(Arrays.copyOf(whole, whole.length - 1), null).state())
                .as("cut off")
                .isEqualTo(State.UNSIGNED);
    }

    private static byte[] zip() throws IOException {
        ReportBatch batch = new ReportBatch(
                "batch1", Locale.CHINESE, 0, 0, 3, 3, ReportWorld.NOW, ReportWorld.NOW.plusSeconds(3600));
        BatchZip zip = new BatchZip(
                batch,
                ReportWorld.NOW,
                ZoneOffset.UTC,
                new DocumentStatements(TestKeys.statements(), ReportWorld.ISSUER));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(zip.add(row(1, BatchRow.State.ISSUED, "CX1", bytes("one"))));
        whole.write(zip.add(row(2, BatchRow.State.UPDATED, "CX2", null)));
        whole.write(zip.add(row(3, BatchRow.State.ISSUED, "CX3", bytes("three"))));
        whole.write(zip.end());
        return whole.toByteArray();
    }

    private static BatchRow row(int place, BatchRow.State state, String number, byte @Nullable [] file) {
        return new BatchRow("batch1", place, "s" + place, state, number, file);
    }

    private State state(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                entry.setCrc(sum.getValue());
                entry.setSize(file.getValue().length);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return check(packed.toByteArray(), null).state();
    }

    private OfflineCheck.Verdict check(byte[] zip, @Nullable String revocations) throws IOException {
        return new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), revocations, ReportWorld.NOW)
                .ofBatch(Files.write(folder.resolve("reports.zip"), zip));
    }

    private static String list(String... numbers) {
        return TestKeys.statements()
                .sign(RevocationList.of("https://credit.example.cn", ReportWorld.NOW, List.of(numbers)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
