package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Made-up companies that one source states in a file, to be compared with what of it is in a store.
 *
 * @param names in the order of the rows
 */
record StatedSubjects(Path file, List<String> names) {

    private static final String SOURCE = "test";
    private static final String[] TRADES = {"商贸", "食品", "网络科技", "餐饮管理", "物流", "服饰", "建材", "文化传媒"};

    /** Writes a file of so many rows, each with a name of its own. */
    static StatedSubjects write(Path file, int rows, Random random) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        while (names.size() < rows) {
            names.add("黄石市" + han(random) + han(random) + han(random) + TRADES[random.nextInt(TRADES.length)] + "有限公司");
        }
        List<String> lines = new ArrayList<>();
        lines.add("name\tregion");
        names.forEach(name -> lines.add(name + "\t420202"));
        return new StatedSubjects(Files.write(file, lines), new ArrayList<>(names));
    }

    private static char han(Random random) {
        return (char) ('一' + random.nextInt(3_000));
    }

    /** The command that takes the file in. */
    String[] importing() {
        return new String[] {"import", file.toString(), "--as", "subjects", "--source", SOURCE};
    }

    /** Rows that are committed. */
    static long committed(JdbcClient store) {
        return store.sql("select count(*) from subject where source = :source")
                .param("source", SOURCE)
                .query(Long.class)
                .single();
    }

    /** Fails unless a store holds each row once, in its first version. */
    void assertWholeIn(JdbcClient store) {
        List<String> stored = store.sql("select name from subject where source = :source")
                .param("source", SOURCE)
                .query(String.class)
                .list();
        assertThat(stored).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(stored)).isEqualTo(new TreeSet<>(names));
        assertThat(store.sql("select count(*) from subject s where source = :source and (version <> 1 or not exists"
                                + " (select from subject_version v where v.id = s.id and v.version = s.version))")
                        .param("source", SOURCE)
                        .query(Long.class)
                        .single())
                .as("rows with a version missing or too many")
                .isZero();
    }
}
