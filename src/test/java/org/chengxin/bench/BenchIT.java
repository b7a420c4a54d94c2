package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chengxin.ForkedPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of {@code bench} at the smallest size: all figures are there, and the caller's data directory is not touched. */
class BenchIT {

    private static final String RATE = "[\\d,]+/s, median \\d+\\.\\d ms, p99 \\d+\\.\\d ms";

    private static final String COST = ", \\d\\.\\d{3} ms of processor time each";

    @TempDir
    private Path folder;

    @Test
    void measuresAndLeavesNothing() throws Exception {
        Path data = folder.resolve("data");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path file = folder.resolve("corpus.csv");
        Files.writeString(file, "name,region\n黄石市度量甲商行,420202\n黄石市度量乙商行,420203\n");
        try (ForkedPortal portal =
                new ForkedPortal(folder, data).with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)) {
            ForkedPortal.Ended ended =
                    portal.run("bench", "--seconds=1", "--connections=2", "--import=" + file + "=subjects");
            String table = ended.out();
            assertThat(ended.exit()).as(table).isZero();
            assertRow(table, "start on an empty directory, seed taken in", "\\d+\\.\\d s");
            assertRow(table, "restart with the seed", "\\d+\\.\\d s");
            assertRow(table, "memory with the seed", "RSS [1-9]\\d+ MB, heap after GC [1-9]\\d+ MB");
            assertRow(table, "import as subjects", "2 in \\d+\\.\\d s, [\\d,]+ rows/s");
            assertRow(table, "rebuild of the index", "\\d+ in \\d+\\.\\d s, [\\d,]+ subjects/s");
            assertRow(table, "restart with all of it", "\\d+\\.\\d s");
            assertRow(table, "memory with all of it", "RSS [1-9]\\d+ MB, heap after GC [1-9]\\d+ MB");
            assertRow(table, "searches on 2 connections", RATE + "; bare WebFlux [\\d,]+/s, ratio \\d\\.\\d\\d");
            assertRow(
                    table,
                    "searches on 2 connections, answers kept",
                    RATE + "; bare WebFlux [\\d,]+/s, ratio \\d\\.\\d\\d");
            assertRow(table, "PDF reports on 2 connections", RATE);
            assertRow(
                    table,
                    "searches on 2 connections while 300 ask for reports",
                    "p99 \\d+\\.\\d\\d times \\(\\d+\\.\\d\\d to \\d+\\.\\d\\d\\) that without them, median \\d+\\.\\d\\d times \\(\\d+\\.\\d\\d to \\d+\\.\\d\\d\\); of them [1-9][\\d,]* answered, [\\d,]+ refused");
            assertRow(table, "a bare WebFlux endpoint on 8 connections", RATE + COST);
            for (String asked : List.of(
                    "marks as pictures",
                    "marks that are still the same",
                    "the script of the widget",
                    "the script that is still the same")) {
                assertRow(table, asked + " on 8 connections", RATE + COST + ", \\d+\\.\\d times that of bare WebFlux");
            }
            assertRow(table, "memory after all this", "RSS [1-9]\\d+ MB, heap after GC [1-9]\\d+ MB");
            assertRow(table, "machine", "\\d+ × .+, \\d+ GiB, .+, Java \\d+");
            assertRow(table, "load of the machine before and after (1 min)", "-?\\d+\\.\\d and -?\\d+\\.\\d");
        }
        assertThat(data).doesNotExist();
        assertThat(temporary.toFile().list((directory, name) -> name.startsWith("chengxin")))
                .isEmpty();
    }

    /** A row whose figure has the form, with nothing failed. */
    private static void assertRow(String table, String what, String figure) {
        assertThat(Arrays.stream(table.split("\n")).filter(line -> line.startsWith("| " + what + " |")))
                .as(what + "\n" + table)
                .singleElement()
                .asString()
                .matches(Pattern.compile("\\| " + Pattern.quote(what) + " \\| " + figure + " \\|"));
    }
}
