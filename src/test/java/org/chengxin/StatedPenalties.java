package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Made-up penalties, one each on companies that nothing else is said of: a file publishes them, another withdraws some and
 * has others repaired, and some had run out before they were stated.
 *
 * @param shown names of those whose penalty stays in publication
 * @param gone names of the others
 */
record StatedPenalties(Path publication, Path end, Map<String, String> states, List<String> shown, List<String> gone) {

    /** Stands in each of these penalties and in no other record. */
    static final String FACTS = "湖滨夜市计量虚标";

    private static final String HEAD =
            "CF_XDR_MC,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFDJ,CF_CFJG,state";
    private static final String AUTHORITY = "黄石市市场监督管理局";
    private static final String NUMBER = "黄市监处罚〔2026〕";
    private static final int FIRST_NUMBER = 40_000;

    static StatedPenalties write(Path folder, int rows, Random random) throws IOException {
        List<String> published = new ArrayList<>(List.of(HEAD));
        List<String> ended = new ArrayList<>(List.of(HEAD));
        Map<String, String> states = new LinkedHashMap<>();
        List<String> shown = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String name = "大冶市临湖" + word(i) + "餐饮管理有限公司";
            String number = NUMBER + (FIRST_NUMBER + i) + "号";
            boolean late = random.nextInt(8) == 0;
            LocalDate decided = LocalDate.of(late ? 2021 : 2026, 11, 2);
            String state =
                    switch (random.nextInt(4)) {
                        case 0 -> "withdrawn";
                        case 1 -> "repaired";
                        default -> "published";
                    };
            // a file that says no state publishes what is new and brings nothing back
            published.add(row(name, number, decided, ""));
            if (!state.equals("published")) {
                ended.add(row(name, number, decided, state));
            }
            states.put(number, state);
            (late || !state.equals("published") ? gone : shown).add(name);
        }
        return new StatedPenalties(
                Files.write(folder.resolve("penalties.csv"), published),
                Files.write(folder.resolve("ended.csv"), ended),
                states,
                shown,
                gone);
    }

    /** A number below 10,000 in four characters. */
    private static String word(int number) {
        return String.format("%04d", number)
                .chars()
                .mapToObj(digit -> String.valueOf("甲乙丙丁戊己庚辛壬癸".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    private static String row(String name, String number, LocalDate decided, String state) {
        return String.join(
                ",",
                name,
                number,
                "虚假宣传",
                FACTS,
                "《反不正当竞争法》第八条",
                "罚款",
                "处罚款2万元",
                "2",
                decided.toString(),
                "严重",
                AUTHORITY,
                state);
    }

    /** The command that publishes them. */
    String[] publishing() {
        return importing(publication);
    }

    /** The command that ends the publication of some. */
    String[] ending() {
        return importing(end);
    }

    private static String[] importing(Path file) {
        return new String[] {
            "import", file.toString(), "--as", "penalty", "--source", AUTHORITY, "--source-kind", "department"
        };
    }

    /** Fails unless a store holds each once, in its state, with the company it is about. */
    void assertWholeIn(JdbcClient store) {
        Map<String, String> stored = new LinkedHashMap<>();
        List<String> doubled = new ArrayList<>();
        store.sql("select document_number, state from record where document_number between :first and :last"
                        + " order by document_number")
                .param("first", NUMBER + FIRST_NUMBER)
                .param("last", NUMBER + (FIRST_NUMBER + states.size()))
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(record -> {
                    if (stored.put(record.getKey(), record.getValue()) != null) {
                        doubled.add(record.getKey());
                    }
                });
        assertThat(doubled).isEmpty();
        assertThat(stored).isEqualTo(states);
    }
}
