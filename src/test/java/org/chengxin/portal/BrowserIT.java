package org.chengxin.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chengxin.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Walks through the portal with a real browser, see {@code src/test/browser/portal.mjs}. Its packages are installed there
 * on first use; {@code -DskipBrowserTests} leaves it out where no browser can be had.
 */
class BrowserIT extends PortalTest {

    private static final File DIRECTORY = new File("src/test/browser");
    private static final Path FONTS = Path.of("target/classes/fonts").toAbsolutePath();
    private static final int MINUTES = 30;
    private static final String PAGES = "org.chengxin.portal.page";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void readersFindTheirWayWithABrowser() throws Exception {
        assumeFalse(Boolean.getBoolean("chengxin.skipBrowserTests"));
        install();
        run(List.of("node", "portal.mjs", "http://localhost:" + port, FONTS.toString(), pageDoors()));
    }

    /** Path patterns that are answered with pages, with commas between them; files (with an ending) are none. */
    private String pageDoors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals(PAGES))
                .map(entry -> entry.getKey())
                .filter(door -> door.getMethodsCondition().getMethods().isEmpty()
                        || door.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(door -> door.getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .filter(pattern -> !pattern.matches(".*\\.\\w+"))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Only when the lock is not the one that was installed. */
    private static void install() throws Exception {
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
