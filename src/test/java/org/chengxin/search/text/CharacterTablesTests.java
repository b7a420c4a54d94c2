package org.chengxin.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The frozen character tables are what their sources say today. Run with {@code -Dchengxin.tables=write} to freeze them
 * anew.
 */
class CharacterTablesTests {

    private static final Path RESOURCES = Path.of("src/main/resources/org/chengxin/search/text");
    private static final char FIRST_HAN = 0x3400;
    private static final char LAST_HAN = 0x9FFF;

    @Test
    void simplifiedCharactersAreThoseOfOpencc() throws IOException {
        check("simplified.txt", simplified());
    }

    @Test
    void readingsAreThoseOfHanlp() throws IOException {
        check("readings.tsv", readings());
    }

    private static void check(String file, String expected) throws IOException {
        Path path = RESOURCES.resolve(file);
        if ("write".equals(System.getProperty("chengxin.tables"))) {
            Files.writeString(path, expected);
        }
        assertThat(Files.readString(path, StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    private static String simplified() {
        StringBuilder table = new StringBuilder();
        int pairs = 0;
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            String simple = ZhConverterUtil.toSimple(String.valueOf(c));
            if (simple.length() == 1 && simple.charAt(0) != c) {
                table.append(c).append(simple);
                if (++pairs % 40 == 0) {
                    table.append('\n');
                }
            }
        }
        return table.append('\n').toString();
    }

    /** Characters grouped by the list of their readings, the usual reading first, tones dropped. */
    private static String readings() {
        Map<String, StringBuilder> byReadings = new TreeMap<>();
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            Pinyin[] found = PinyinDictionary.get(String.valueOf(c));
            if (found == null) {
                continue;
            }
            Set<String> plain = new LinkedHashSet<>();
            for (Pinyin reading : found) {
                String syllable = reading.getPinyinWithoutTone();
                if (syllable != null && !syllable.equals("none")) {
                    plain.add(syllable);
                }
            }
            if (!plain.isEmpty()) {
                byReadings
                        .computeIfAbsent(String.join(",", plain), key -> new StringBuilder())
                        .append(c);
            }
        }
        StringBuilder table = new StringBuilder();
        byReadings.forEach((key, characters) ->
                table.append(key).append('\t').append(characters).append('\n'));
        return table.toString();
    }
}
