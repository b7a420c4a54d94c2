package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README tells operators the same differences that the contract suite asserts, and no other. */
class EngineDifferenceTests {

    private static final String HEAD = "Known differences";

    @Test
    void theReadmeListsThem() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        List<String> listed = readme.stream()
                .dropWhile(line -> !line.contains(HEAD))
                .skip(1)
                .takeWhile(line -> line.startsWith("  - "))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(Stream.of(EngineDifference.values())
                        .map(EngineDifference::line)
                        .toList());
    }
}
