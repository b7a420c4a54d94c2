package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chengxin.proof.BatchFiles;
import org.chengxin.proof.Manifest;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.OfflineCheck.State;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.RevocationList;
import org.chengxin.proof.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ZIP of a batch as it is written, and what is told of it once somebody changed it. */
class BatchZipTests {

    private static final String FIRST = "0001-CX1.pdf";
    private static final String SECOND = "0003-CX3.pdf";
    private static final Instant END = ReportWorld.NOW.plusSeconds(86_400);

    @Test
    void aBatchIsGenuineAsLongAsItsReportsHold() throws Exception {
        byte[] zip = zip();
        assertThat(ReadZip.of(zip).keySet()).containsExactly(FIRST, SECOND, Manifest.FILE, Manifest.STATEMENT);
        assertThat(read(zip, zip.length).isBatch()).isTrue();
        assertThat(read(zip, zip.length).count()).isEqualTo(2);
        OfflineCheck.Verdict genuine = check(zip, list("CX2"));
        assertThat(genuine.state()).isEqualTo(State.GENUINE);
        assertThat(genuine.claims()).containsEntry("jti", "batch1").containsEntry("knd", "report-batch");
        assertThat(check(zip, list("CX3")).state()).isEqualTo(State.SUPERSEDED);
        assertThat(genuine.claims()).containsEntry("exp", (int) END.getEpochSecond());
    }

    @Test
    void aBatchTellsWhenTheLastOfItsReportsWasMadeAndHasTheSameBytesAgain() throws IOException {
        byte[] zip = zip();
        assertThat(zip()).isEqualTo(zip);
        assertThat(new String(ReadZip.of(zip).get(Manifest.FILE), StandardCharsets.UTF_8))
                .contains("\"writtenAt\":\"" + ReportWorld.NOW.minusSeconds(1) + "\"");
    }

    @Test
    void aBatchEndsWithTheFirstOfItsReports() throws Exception {
        byte[] zip = zip();
        assertThat(check(zip, list("CX2"), END.minusSeconds(1)).state()).isEqualTo(State.GENUINE);
        assertThat(check(zip, list("CX2"), END).state()).isEqualTo(State.ENDED);
        assertThat(check(zip, list("CX3"), END).state()).isEqualTo(State.SUPERSEDED);
        assertThat(new String(ReadZip.of(zip).get(Manifest.FILE), StandardCharsets.UTF_8))
                .contains("\"validUntil\":\"" + END + "\"", "\"validUntil\":\"" + END.plusSeconds(2) + "\"");
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

    @Test
    void anyByteThatIsChangedIsFound() throws IOException {
        byte[] zip = zip();
        // moments and checksums of files, which say nothing of what is in them
        Set<Integer> idle = new HashSet<>();
        for (int at = 0; at < zip.length - 4; at++) {
            int signature =
                    ByteBuffer.wrap(zip, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (signature == 0x04034b50) {
                idle.addAll(within(at, 4, 6, 10, 18));
            } else if (signature == 0x02014b50) {
                idle.addAll(within(at, 4, 8, 12, 20, 34, 42));
            }
        }
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = zip.clone();
            changed[at] ^= 1;
            boolean genuine = state(changed) == State.GENUINE;
            assertThat(genuine && !idle.contains(at)).as("byte " + at).isFalse();
        }
        assertThat(state(Arrays.copyOf(zip, zip.length + 1))).as("added").isEqualTo(State.UNSIGNED);
    }

    private static Set<Integer> within(int start, int... fromTo) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            for (int at = fromTo[i]; at < fromTo[i + 1]; at++) {
                places.add(start + at);
            }
        }
        return places;
    }

    @Test
    void whatUnpacksToSomethingElseIsNoBatch() throws IOException {
        byte[] zip = zip();
        ByteBuffer other = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int directory = other.getInt(zip.length - 6);
        other.putInt(directory + 42, 1);
        assertThat(state(other.array())).as("a directory of other places").isEqualTo(State.UNSIGNED);

        byte[] twice = new byte[2 * zip.length];
        System.arraycopy(zip, 0, twice, 0, zip.length);
        System.arraycopy(zip, 0, twice, zip.length, zip.length);
        assertThat(state(twice)).as("another ZIP behind it").isEqualTo(State.UNSIGNED);

        byte[] hidden = new byte[zip.length + 100];
        System.arraycopy(zip, 0, hidden, 0, directory);
        System.arraycopy(zip, directory, hidden, directory + 100, zip.length - directory);
        assertThat(state(hidden)).as("something before the directory").isEqualTo(State.UNSIGNED);
        assertThat(state(Arrays.copyOf(zip, directory))).as("no directory").isEqualTo(State.UNSIGNED);
    }

    @Test
    void bombsAreNeitherUnpackedNorKept() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream bomb = new ZipOutputStream(packed)) {
            bomb.putNextEntry(new ZipEntry(Manifest.FILE));
            for (int i = 0; i < 1000; i++) {
                bomb.write(new byte[1 << 16]);
            }
        }
        assertThat(state(packed.toByteArray())).as("compressed").isEqualTo(State.UNSIGNED);

        Map<String, byte[]> files = new LinkedHashMap<>(ReadZip.of(zip()));
        for (int i = 0; i < Manifest.MOST_DOCUMENTS; i++) {
            files.put(i + ".pdf", new byte[0]);
        }
        assertThat(state(files)).as("more files than a batch has").isEqualTo(State.UNSIGNED);

        files = new LinkedHashMap<>(ReadZip.of(zip()));
        files.put(Manifest.FILE, new byte[2 << 20]);
        assertThat(state(files)).as("a huge manifest").isEqualTo(State.UNSIGNED);

        files = new LinkedHashMap<>(ReadZip.of(zip()));
        files.put("n".repeat(60_000), new byte[0]);
        assertThat(state(files)).as("a name without end").isEqualTo(State.UNSIGNED);
        assertThat(state(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .as("nothing")
                .isEqualTo(State.UNSIGNED);
    }

    private static State state(byte[] zip) {
        return check(zip, null).state();
    }

    private static byte[] zip() throws IOException {
        ReportBatch batch = new ReportBatch(
                "batch1",
                Locale.CHINESE,
                0,
                0,
                3,
                3,
                1,
                ReportWorld.NOW.minusSeconds(60),
                ReportWorld.NOW.plusSeconds(3600));
        BatchZip zip =
                new BatchZip(batch, ZoneOffset.UTC, new DocumentStatements(TestKeys.statements(), ReportWorld.ISSUER));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(zip.add(row(1, BatchRow.State.ISSUED, "CX1", bytes("one"))));
        whole.write(zip.add(row(2, BatchRow.State.UPDATED, "CX2", null)));
        whole.write(zip.add(row(3, BatchRow.State.ISSUED, "CX3", bytes("three"))));
        whole.write(zip.end());
        return whole.toByteArray();
    }

    private static BatchRow row(int place, BatchRow.State state, String number, byte @Nullable [] file) {
        Instant end = file == null ? null : END.plusSeconds(place - 1);
        return new BatchRow(
                "batch1", place, "s" + place, state, number, file, ReportWorld.NOW.minusSeconds(place), end);
    }

    private static State state(Map<String, byte[]> files) throws IOException {
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

    private static OfflineCheck.Verdict check(byte[] zip, @Nullable String revocations) {
        return check(zip, revocations, ReportWorld.NOW);
    }

    private static OfflineCheck.Verdict check(byte[] zip, @Nullable String revocations, Instant now) {
        OfflineCheck check = new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), revocations, now);
        OfflineCheck.Verdict whole = check.of(read(zip, zip.length));
        for (int parts : List.of(1, 7)) {
            assertThat(check.of(read(zip, parts)).state())
                    .as("in parts of " + parts)
                    .isEqualTo(whole.state());
        }
        return whole;
    }

    /** As it arrives, in parts of some bytes. */
    private static BatchFiles read(byte[] zip, int bytes) {
        BatchFiles files = new BatchFiles();
        for (int at = 0; at < zip.length; at += bytes) {
            files.add(ByteBuffer.wrap(zip, at, Math.min(bytes, zip.length - at)));
        }
        return files;
    }

    private static String list(String... numbers) {
        return TestKeys.statements()
                .sign(RevocationList.of("https://credit.example.cn", ReportWorld.NOW, List.of(numbers)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
