package org.chengxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chengxin.ChengxinApplication;
import org.chengxin.site.MarkCopies;
import org.chengxin.site.MarkSuspensions;
import org.chengxin.site.SiteProofs;
import org.chengxin.site.SiteProofs.Proof;
import org.chengxin.site.SiteProofs.State;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What the operator asks and is told of proofs of domains. */
class SiteCommandTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Proof WAITING =
            new Proof("s1", "gangbing.example.cn", "chengxin-1", State.ASKED, null, NOW, null, "not found");
    private static final Proof PROVED =
            new Proof("s2", "yunci.example.cn", "chengxin-2", State.PROVED, "dns", NOW, NOW, null);

    private final SiteProofs proofs = mock(SiteProofs.class);
    private final MarkSuspensions suspensions = mock(MarkSuspensions.class);
    private final MarkCopies copies = mock(MarkCopies.class);
    private final SubjectStore subjects = mock(SubjectStore.class);
    private String out;

    @BeforeEach
    void subject() {
        when(subjects.find("s1")).thenReturn(Optional.of(mock(Subject.class)));
        when(subjects.find("none")).thenReturn(Optional.empty());
        when(subjects.findByUscc("none")).thenReturn(Optional.empty());
    }

    @Test
    void whatIsNotShownYetIsExplained() {
        when(proofs.ask(any(), any(), any())).thenReturn(WAITING);
        when(proofs.check(WAITING)).thenReturn(WAITING);
        assertThat(run("site", "verify", "s1", "gangbing.example.cn", "--by", "tester"))
                .isEqualTo(1);
        assertThat(out)
                .contains(
                        "not found",
                        "_chengxin.gangbing.example.cn TXT chengxin-1",
                        "https://gangbing.example.cn/.well-known/chengxin-site.txt",
                        "<meta name=\"chengxin-site\" content=\"chengxin-1\">");
    }

    @Test
    void thoseThatAreDueAreCheckedAgainAndAllAreListed() {
        when(proofs.due()).thenReturn(List.of(PROVED));
        when(proofs.check(PROVED)).thenReturn(PROVED);
        assertThat(run("site", "verify")).isZero();
        assertThat(out).contains("yunci.example.cn\ts2\tproved\tmethod=dns\tsince=2026-11-24T08:00:00Z");
        when(proofs.due()).thenReturn(List.of());
        assertThat(run("site", "verify")).isZero();
        when(proofs.all()).thenReturn(List.of(WAITING, PROVED));
        assertThat(run("site", "list")).isZero();
        assertThat(out).contains("asked", "proved", "2 个域名");
        assertThat(run("site", "list", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out)).hasSize(2);
    }

    @Test
    void marksAreSuspendedResumedAndListed() {
        when(suspensions.suspend(any(), eq("gangbing.example.cn"), eq("tester")))
                .thenReturn(true);
        when(suspensions.resume(any(), eq(MarkSuspensions.EVERYWHERE), any())).thenReturn(false);
        when(suspensions.all())
                .thenReturn(List.of(
                        new MarkSuspensions.Suspension("s1", "", "tester", NOW),
                        new MarkSuspensions.Suspension("s2", "yunci.example.cn", "tester", NOW)));
        assertThat(run("site", "suspend", "s1", "gangbing.example.cn", "--by", "tester"))
                .isZero();
        assertThat(out).contains("标识已暂停展示", "gangbing.example.cn");
        assertThat(run("site", "resume", "s1")).isZero();
        assertThat(out).contains("没有暂停");
        assertThat(run("site", "suspended")).isZero();
        assertThat(out).contains("s1\t全部网站 (all sites)", "s2\tyunci.example.cn", "2 处");
        assertThat(run("site", "suspend", "none", "x.cn")).isEqualTo(2);
        when(suspensions.suspend(any(), eq("x.cn"), any())).thenThrow(new IllegalArgumentException("不是该主体登记的网站"));
        assertThat(run("site", "suspend", "s1", "x.cn")).isEqualTo(2);
        assertThat(out).contains("不是该主体登记的网站");
    }

    @Test
    void copiesAreListed() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        when(copies.list(null, 7)).thenReturn(List.of(new MarkCopies.Copy("copy.example.net", "s1", 12, day, day)));
        assertThat(run("site", "copies", "--days", "7")).isZero();
        assertThat(out).contains("copy.example.net\ts1\t12\t2026-11-24\t2026-11-24", "1 处");
        assertThat(run("site", "copies", "none")).isEqualTo(2);
    }

    @Test
    void wrongUseIsTold() {
        when(proofs.ask(any(), any(), any())).thenThrow(new IllegalArgumentException("不是该主体登记的域名"));
        assertThat(run("site")).isEqualTo(2);
        assertThat(run("site", "verify", "s1")).isEqualTo(2);
        assertThat(run("site", "verify", "none", "x.cn")).isEqualTo(2);
        assertThat(run("site", "verify", "s1", "x.cn")).isEqualTo(2);
        assertThat(out).contains("不是该主体登记的域名");
    }

    private int run(String... arguments) {
        ChengxinCommand root = spy(new ChengxinCommand(ChengxinApplication.class));
        doReturn(proofs).when(root).bean(SiteProofs.class);
        doReturn(suspensions).when(root).bean(MarkSuspensions.class);
        doReturn(copies).when(root).bean(MarkCopies.class);
        doReturn(subjects).when(root).bean(SubjectStore.class);
        StringWriter written = new StringWriter();
        CommandLine line = root.line();
        line.setOut(new PrintWriter(written, true));
        line.setErr(new PrintWriter(written, true));
        int exit = line.execute(arguments);
        out = written.toString();
        return exit;
    }
}
