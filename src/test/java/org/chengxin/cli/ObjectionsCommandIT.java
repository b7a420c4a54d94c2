package org.chengxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chengxin.ChengxinApplication;
import org.chengxin.PortalTest;
import org.chengxin.rights.EvidenceFiles;
import org.chengxin.rights.EvidenceIntake;
import org.chengxin.rights.FollowCode;
import org.chengxin.rights.FormTokens;
import org.chengxin.rights.ObjectionDesk;
import org.chengxin.rights.ObjectionForm;
import org.chengxin.rights.Objections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The operator at the command line: lists, opens, takes up and answers what was filed in a real store. */
class ObjectionsCommandIT extends PortalTest {

    private static final byte[] PDF = "%PDF-1.7\nevidence".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Objections objections;

    @Autowired
    private ObjectionDesk desk;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private FormTokens tokens;

    @TempDir
    private Path folder;

    private FollowCode code;
    private String out;

    @BeforeEach
    void anObjection() {
        EvidenceIntake evidence = files.intake();
        evidence.begin("证据.pdf");
        evidence.write(PDF);
        evidence.end();
        ObjectionForm form = new ObjectionForm(
                "", "", "", "港饼旗舰店", "content", "电话写错了\u001b[31m", "", "other", "欧阳某某", "0714-1234567", "", true);
        code = objections.file(form, evidence, tokens.next(), "zh");
    }

    private int run(String... arguments) {
        ChengxinCommand root = spy(new ChengxinCommand(ChengxinApplication.class));
        doReturn(desk).when(root).bean(ObjectionDesk.class);
        StringWriter written = new StringWriter();
        CommandLine line = root.line();
        line.setOut(new PrintWriter(written, true));
        line.setErr(new PrintWriter(written, true));
        int exit = line.execute(arguments);
        out = written.toString();
        return exit;
    }

    private JsonNode shown() {
        assertThat(run("objections", "show", code.value(), "--by", "tester", "--json"))
                .as(out)
                .isZero();
        return json.readTree(out);
    }

    private List<String> listed(String state) {
        assertThat(run("objections", "list", "--state", state)).isZero();
        return out.lines().map(line -> line.split("\t")[0]).toList();
    }

    @Test
    void fromTheListToTheAnswer() throws Exception {
        String id = shown().at("/id").asString();
        assertThat(listed("received")).contains(id);
        assertThat(out).contains("content", "files=1").doesNotContain("欧阳", "0714", "电话写错了");
        assertThat(run("objections", "list", "--json")).isZero();
        assertThat(json.readTree(out).isArray()).isTrue();

        assertThat(run("objections", "show", id, "--by", "tester")).isZero();
        assertThat(out)
                .contains("港饼旗舰店", "欧阳某某", "0714-1234567", "证据.pdf", "电话写错了")
                .as("what was typed does not command a terminal")
                .doesNotContain("\u001b");

        assertThat(run("objections", "accept", id, "--text", "已转登记机关", "--by", "tester"))
                .isZero();
        assertThat(listed("received")).doesNotContain(id);
        assertThat(listed("accepted")).contains(id);
        assertThat(run("objections", "accept", id, "--by", "tester"))
                .as("twice")
                .isEqualTo(3);
        assertThat(out).contains("accepted");
        assertThat(run("objections", "handle", id, "--by", "tester")).isZero();

        assertThat(run("objections", "evidence", id, "--to", folder.toString(), "--by", "tester"))
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve(id + "-1.pdf"))).isEqualTo(PDF);

        assertThat(run("objections", "answer", code.value(), "--text", "电话已更正", "--by", "tester"))
                .isZero();
        assertThat(body("/follow/" + code.value())).contains("已答复", "电话已更正", "已转登记机关");
        assertThat(shown().at("/acts").valueStream().map(act -> act.at("/act").asString()))
                .containsSubsequence("filed", "shown", "accepted", "handled", "exported", "answered");
    }

    @Test
    void wrongUseAndUnknownOnesAreTold() {
        assertThat(run("objections")).isEqualTo(2);
        assertThat(run("objections", "list", "--state", "forgotten")).isEqualTo(2);
        assertThat(run("objections", "answer", code.value()))
                .as("an answer says something")
                .isEqualTo(2);
        assertThat(run("objections", "show", "0000000000000000")).isEqualTo(3);
        assertThat(out).contains("没有这件异议");
    }
}
