package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script of {@code src/test/browser} with a real browser. Its packages are installed there on first use;
 * {@code -DskipBrowserTests} leaves it out where no browser can be had.
 */
public final class BrowserRun {

    private static final File DIRECTORY = new File("src/test/browser");
    private static final Path FONTS = Path.of("target/classes/fonts").toAbsolutePath();
    private static final int MINUTES = 30;

    private BrowserRun() {}

    /** Fails with what the script said when it does not end well. */
    public static void of(String script, String address, String... more) throws IOException, InterruptedException {
        assumeFalse(Boolean.getBoolean("chengxin.skipBrowserTests"));
        install();
        List<String> command = new ArrayList<>(List.of("node", script, address, FONTS.toString()));
        command.addAll(List.of(more));
        run(command);
    }

    /** Only when the lock is not the one that was installed. */
    private static void install() throws IOException, InterruptedException {
        Path lock = DIRECTORY.toPath().resolve("package-lock.json");
        Path installed = DIRECTORY.toPath().resolve("node_modules/.chengxin-lock");
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
            return;
        }
        run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        Files.copy(lock, installed);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("chengxin-browser", ".log");
        Process process = new ProcessBuilder(command)
                .directory(DIRECTORY)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("%s did not end: %s", command, said).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", command, said).isZero();
    }
}
