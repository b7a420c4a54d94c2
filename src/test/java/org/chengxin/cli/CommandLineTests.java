package org.chengxin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.ChengxinApplication;
import org.chengxin.proof.RevocationList;
import org.chengxin.proof.Statement;
import org.chengxin.proof.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line says of itself and of arguments that are wrong: Chinese and English, before anything starts. */
class CommandLineTests {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(out);
        System.setErr(err);
    }

    private int run(String... arguments) {
        return ChengxinCommand.run(ChengxinApplication.class, arguments);
    }

    private List<String> complaint() {
        return complained.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "import; 缺少 (missing): --as TYPE, FILE",
                "import x --as; 缺少 (missing): --as TYPE",
                "import x --as subjects --as penalty; 选项只能给一次 (given more than once): --as TYPE",
                "import x --as subjects --nope; 没有这个选项 (no such option): --nope",
                "import x --as subjects --source-kind friend; 用法有误 (wrong use): --source-kind: friend",
                "imprt; 没有这个命令或参数 (no such command or argument): imprt；是否指 (did you mean): import",
                "reindex now; 没有这个命令或参数 (no such command or argument): now",
                "objections list --state open; 用法有误 (wrong use): --state: open",
                "relevance /nowhere.tsv; 用法有误 (wrong use): 文件读不出来 (cannot be read as UTF-8): /nowhere.tsv",
                "bench --queries /nowhere.tsv; 用法有误 (wrong use): 文件读不出来 (cannot be read as UTF-8): /nowhere.tsv",
                "verify /nowhere.pdf; 用法有误 (wrong use): 文件读不出来 (cannot be read): /nowhere.pdf",
                "backup; 缺少 (missing): DIR"
            })
    void wrongArgumentsAreToldInOneLineWithTheWayToHelp(String arguments, String told) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(complaint()).hasSize(2).first().isEqualTo(told);
        assertThat(complaint().get(1)).startsWith("用法 (usage): chengxin").endsWith(" --help");
    }

    /** With published keys nothing is started. */
    @Test
    void aStatementIsVerifiedWithPublishedKeysAlone() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), TestKeys.keySet());
        String signed = TestKeys.statements()
                .sign(new Statement(
                        "https://credit.example.cn",
                        "CX202611247K3M9P2Q4R6TC",
                        "credit-report",
                        "91330106673959654P",
                        "黄石市港饼网络科技有限公司",
                        Instant.parse("2026-11-24T08:05:00Z"),
                        Instant.parse("9026-11-24T08:05:00Z"),
                        new byte[32],
                        null,
                        false));
        Path genuine = Files.writeString(folder.resolve("genuine.txt"), signed);
        assertThat(run("verify", genuine.toString(), "--keys", keys.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("签名真实 (genuine)", "CX202611247K3M9P2Q4R6TC", "2026-11-24T08:05:00Z", "没有比对失效清单");
        Path list = Files.writeString(
                folder.resolve("revocations"),
                TestKeys.statements()
                        .sign(RevocationList.of(
                                "https://credit.example.cn",
                                Instant.parse("2026-11-25T00:00:00Z"),
                                List.of("CX202611247K3M9P2Q4R6TC"))));
        said.reset();
        assertThat(run("verify", genuine.toString(), "--keys", keys.toString(), "--revocations", list.toString()))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("信息已更新，请重新下载 (superseded", "2026-11-25T00:00:00Z");
        Path foreign = Files.writeString(folder.resolve("foreign.txt"), "e30.e30.AAAA");
        said.reset();
        assertThat(run("verify", foreign.toString(), "--keys", keys.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("不是本门户的签名 (foreign");
        Path altered = Files.writeString(folder.resolve("altered.txt"), signed.replaceFirst("...$", "AAA"));
        said.reset();
        assertThat(run("verify", altered.toString(), "--keys", keys.toString(), "--json"))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("\"state\":\"ALTERED\"");
    }

    @Test
    void aWrongLineOfARelevanceFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("q.tsv"), "query\tkind\texpected\n港饼\texact\tx\n港饼\n");
        assertThat(run("relevance", file.toString())).isEqualTo(2);
        assertThat(complaint().get(0)).contains("第 3 行不是三列", "three columns").doesNotContain("Exception");
        complained.reset();
        Files.write(file, new byte[] {(byte) 0xB8, (byte) 0xDB, '\n', (byte) 0xB8});
        assertThat(run("relevance", file.toString())).isEqualTo(2);
        assertThat(complaint().get(0)).contains("文件读不出来");
        for (String nothing : List.of("query\tkind\texpected\n", "")) {
            complained.reset();
            Files.writeString(file, nothing);
            assertThat(run("relevance", file.toString())).isEqualTo(2);
            assertThat(complaint().get(0)).contains("没有查询", "no query below the header");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "import --version", "serve --version"})
    void theVersionIsThatOfTheBuild(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8).strip()).matches("诚信查 chengxin \\d+\\.\\d+\\.\\d+\\S*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "import --help",
                "reindex --help",
                "relevance --help",
                "backup --help",
                "restore --help",
                "objections --help",
                "objections list --help",
                "objections answer --help"
            })
    void helpIsInBothLanguages(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("用法 (usage): chengxin", "显示本说明 (show this help)");
    }

    @Test
    void everyCommandAndOptionIsExplained() {
        Set<String> unexplained = new TreeSet<>();
        explained(new ChengxinCommand(ChengxinApplication.class).line(), unexplained);
        assertThat(unexplained).isEmpty();
        assertThat(ResourceBundle.getBundle("messages-cli", Locale.ENGLISH).getString("help"))
                .contains("显示");
    }

    private static void explained(CommandLine line, Set<String> unexplained) {
        var command = line.getCommandSpec();
        if (command.usageMessage().description().length == 0) {
            unexplained.add(command.qualifiedName());
        }
        command.options().stream()
                .filter(option -> !option.hidden() && option.description().length == 0)
                .forEach(option -> unexplained.add(command.qualifiedName() + " " + option.longestName()));
        line.getSubcommands().values().forEach(child -> explained(child, unexplained));
    }
}
