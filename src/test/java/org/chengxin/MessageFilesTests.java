package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Message files: the same keys in both languages, none that nothing asks for, and none asked for that is missing. */
class MessageFilesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    /** Where a key is put together from a set of codes, its beginning stands in the source. */
    private static final Pattern BEGINNING = Pattern.compile("\"([A-Za-z][A-Za-z.-]*\\.)\"");

    private static final Pattern ASKED =
            Pattern.compile("\\bwords(?:\\(\\))?\\s*\\.(?:get|of)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static String sources;
    private static Set<String> beginnings;

    @BeforeAll
    static void readSources() {
        sources = text(Path.of("src/main/java")) + text(Path.of("src/main/jte"));
        beginnings = matches(BEGINNING, sources);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "messages-api",
                "messages-intake",
                "messages-problem",
                "messages-widget",
                "org/chengxin/report/report"
            })
    void bothLanguagesHaveTheSameKeysAndEachIsAskedFor(String bundle) {
        Set<String> chinese = keys(bundle + ".properties");
        assertThat(keys(bundle + "_en.properties")).isEqualTo(chinese);
        assertThat(chinese.stream().filter(key -> !isAskedFor(key))).isEmpty();
    }

    @Test
    void whatPagesAndReportsAskForIsThere() {
        Set<String> ofPages = matches(ASKED, text(Path.of("src/main/java/org/chengxin/portal/page")));
        assertThat(ofPages).hasSizeGreaterThan(20);
        assertThat(keys("messages.properties")).containsAll(ofPages);
        Set<String> ofReports = matches(ASKED, text(Path.of("src/main/java/org/chengxin/report")));
        assertThat(ofReports).hasSizeGreaterThan(20);
        assertThat(keys("org/chengxin/report/report.properties")).containsAll(ofReports);
    }

    private static boolean isAskedFor(String key) {
        return sources.contains('"' + key + '"') || beginnings.stream().anyMatch(key::startsWith);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String file) {
        Properties properties = new Properties() {

            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertThat(super.put(key, value))
                        .as("%s twice in %s", key, file)
                        .isNull();
                return null;
            }
        };
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String text(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
