package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.ImportResult;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;

/** An import of tens of thousands of rows, and single records that are published and withdrawn while it runs. */
final class BulkImport {

    private static final String AUTHORITY = "黄石市市场监督管理局";
    private static final int ROWS = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Importer importer;
    private final Path folder;
    private final Predicate<String> shown;
    private int numbers;

    /**
     * Nothing runs yet.
     *
     * @param folder where its files are written
     * @param shown whether the search door shows the record of a document number
     */
    BulkImport(Importer importer, Path folder, Predicate<String> shown) {
        this.importer = importer;
        this.folder = folder;
        this.shown = shown;
    }

    /**
     * One record after the other, until the import ends: four of five are seen within that time of their commit, and none waits for
     * the import. The others may have met a pause of a machine that is used for more than this.
     */
    void assertSeenMeanwhile(Duration soon) throws IOException, InterruptedException {
        // a first one by itself: the first search of a portal may come late
        publishAndWithdraw();
        Path many = many();
        CompletableFuture<ImportResult> bulk =
                CompletableFuture.supplyAsync(() -> run(many, ImportRequest.SUBJECTS, ProgressListener.NONE));
        List<Duration> seen = new ArrayList<>();
        while (!bulk.isDone()) {
            seen.addAll(publishAndWithdraw());
        }
        assertThat(bulk.join().counts().inserted()).isEqualTo(ROWS);
        System.out.printf("published and withdrawn in turn while %d rows are imported, seen after %s%n", ROWS, seen);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(4);
        List<Duration> sorted = seen.stream().sorted().toList();
        assertThat(sorted.get((sorted.size() - 1) * 4 / 5))
                .as("published and withdrawn in turn, seen after %s", seen)
                .isLessThan(soon);
        assertThat(sorted.get(sorted.size() - 1)).as("all of %s", seen).isLessThan(soon.multipliedBy(3));
    }

    /** How long after its commit each was seen. */
    private List<Duration> publishAndWithdraw() throws IOException, InterruptedException {
        String number = "黄市监处罚〔2026〕93%03d号".formatted(++numbers);
        return List.of(
                after(commit(number, "published"), () -> shown.test(number)),
                after(commit(number, "withdrawn"), () -> !shown.test(number)));
    }

    private static Duration after(long commit, BooleanSupplier seen) throws InterruptedException {
        while (!seen.getAsBoolean() && System.nanoTime() - commit < PATIENCE.toNanos()) {
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - commit);
    }

    private Path many() throws IOException {
        List<String> lines = new ArrayList<>(List.of("名称,统一社会信用代码"));
        for (int i = 0; i < ROWS; i++) {
            String organisation = Integer.toString(70_000_000 + i);
            String code = "91420202" + organisation + CreditCode.organisationCheckCharacter(organisation);
            lines.add("黄石市第" + i + "网络科技有限公司," + code + CreditCode.checkCharacter(code));
        }
        return Files.write(folder.resolve("many.csv"), lines);
    }

    /** Writes one record; returns when that was committed, by the time that only goes forward. */
    private long commit(String number, String state) throws IOException {
        Path one = Files.writeString(
                folder.resolve(state + numbers + ".csv"),
                "CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFDJ,CF_CFJG,state\n"
                        + "黄石市港饼网络科技有限公司,91420202MA44G5GY9R," + number
                        + ",虚假宣传,虚构用户评价200条,《反不正当竞争法》第八条,罚款,处罚款2万元,2,2026-11-02,严重," + AUTHORITY + "," + state
                        + "\n");
        AtomicLong committed = new AtomicLong();
        run(one, "penalty", (rows, share) -> committed.set(System.nanoTime()));
        return committed.get();
    }

    private ImportResult run(Path file, String as, ProgressListener listener) {
        return importer.run(ImportRequest.of(file, as).withSource(AUTHORITY, Source.Kind.DEPARTMENT), listener);
    }
}
