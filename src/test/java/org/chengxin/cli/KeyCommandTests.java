package org.chengxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.ChengxinApplication;
import org.chengxin.access.ApiKey;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.Scope;
import org.chengxin.platform.ChengxinProperties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What the operator asks and is told of keys of the API. */
class KeyCommandTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ApiKey KEY =
            new ApiKey("abc", "平台甲", Set.of(Scope.RESTRICTIONS), List.of("shop.example.cn"), 50, NOW, null, null);

    private final ApiKeyStore keys = mock(ApiKeyStore.class);
    private String out;

    @Test
    void aKeyIsShownWhenItIsMadeOnly() {
        when(keys.create(any(), any(), any(), anyInt(), any(), any()))
                .thenReturn(new ApiKeyStore.Created(KEY, "cxk_secret"));
        when(keys.all()).thenReturn(List.of(KEY));
        assertThat(run(
                        "key",
                        "create",
                        "平台甲",
                        "--scope",
                        "restrictions",
                        "--domain",
                        "a.cn,b.cn",
                        "--per-minute",
                        "50",
                        "--expires",
                        "2027-03-31",
                        "--by",
                        "tester"))
                .isZero();
        assertThat(out).contains("Authorization: Bearer cxk_secret", "只显示这一次", "abc\t平台甲\tscopes=restrictions");
        verify(keys)
                .create(
                        "平台甲",
                        Set.of(Scope.RESTRICTIONS),
                        List.of("a.cn", "b.cn"),
                        50,
                        Instant.parse("2027-03-31T16:00:00Z"),
                        "tester");
        assertThat(run("key", "create", "x", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out).get("secret").asString()).isEqualTo("cxk_secret");
        assertThat(run("key", "list")).isZero();
        assertThat(out).contains("abc", "1 个密钥").doesNotContain("cxk_");
        assertThat(run("key", "list", "--json")).isZero();
        assertThat(out).doesNotContain("cxk_");
    }

    @Test
    void aKeyIsRevokedByItsId() {
        when(keys.revoke(eq("abc"), any()))
                .thenReturn(Optional.of(new ApiKey("abc", "平台甲", Set.of(), List.of(), 50, NOW, null, NOW)));
        when(keys.revoke(eq("none"), any())).thenReturn(Optional.empty());
        assertThat(run("key", "revoke", "abc")).isZero();
        assertThat(out).contains("已吊销 (revoked) 2026-11-24T08:00:00Z");
        assertThat(run("key", "revoke", "none")).isEqualTo(1);
        assertThat(out).contains("没有这个密钥");
    }

    @Test
    void wrongUseIsTold() {
        when(keys.create(any(), any(), any(), anyInt(), any(), any())).thenThrow(new IllegalArgumentException("不是域名"));
        assertThat(run("key")).isEqualTo(2);
        assertThat(run("key", "create")).isEqualTo(2);
        assertThat(run("key", "create", "x", "--scope", "everything")).isEqualTo(2);
        assertThat(out).contains("--scope: everything", "restrictions");
        assertThat(run("key", "create", "x", "--per-minute", "0")).isEqualTo(2);
        assertThat(run("key", "create", "x", "--expires", "soon")).isEqualTo(2);
        assertThat(out).contains("--expires: soon");
        assertThat(run("key", "create", "x", "--domain", "no domain")).isEqualTo(2);
        assertThat(out).contains("不是域名");
    }

    private int run(String... arguments) {
        ChengxinCommand root = spy(new ChengxinCommand(ChengxinApplication.class));
        ChengxinProperties settings = mock(ChengxinProperties.class);
        ChengxinProperties.Site site = mock(ChengxinProperties.Site.class);
        when(settings.site()).thenReturn(site);
        when(site.zone()).thenReturn(ZoneId.of("Asia/Shanghai"));
        doReturn(keys).when(root).bean(ApiKeyStore.class);
        doReturn(settings).when(root).bean(ChengxinProperties.class);
        StringWriter written = new StringWriter();
        CommandLine line = root.line();
        line.setOut(new PrintWriter(written, true));
        line.setErr(new PrintWriter(written, true));
        int exit = line.execute(arguments);
        out = written.toString();
        return exit;
    }
}
