package org.chengxin.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WidgetScriptTests {

    @Test
    void aVersionIsItsContentAndStays(@TempDir Path folder) throws IOException {
        WidgetScript first = WidgetScript.open(folder, "https://hb.gsxt.gov.cn/");
        WidgetScript again = WidgetScript.open(folder, "https://hb.gsxt.gov.cn/");
        WidgetScript other = WidgetScript.open(folder, "https://hn.gsxt.gov.cn/");
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.integrity()).isEqualTo(first.integrity()).matches("sha384-[A-Za-z0-9+/]{64}");
        assertThat(other.version()).isNotEqualTo(first.version());
        WidgetScript.File old = other.file(first.version()).orElseThrow();
        assertThat(old.plain().body())
                .isEqualTo(first.file(first.version()).orElseThrow().plain().body());
        assertThat(new String(old.plain().body(), StandardCharsets.UTF_8))
                .contains("https://hb.gsxt.gov.cn/")
                .doesNotContain("__REGISTER__");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(old.compressed().body())).readAllBytes())
                .isEqualTo(old.plain().body());
        assertThat(other.file("1-no-such")).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "chengxin-" + first.version() + ".js", "chengxin-" + other.version() + ".js");
        }
    }

    /** The promise of the page for developers, beside the budget that the frontend build checks. */
    @Test
    void theScriptKeepsNothingAndRunsNoText(@TempDir Path folder) {
        WidgetScript script = WidgetScript.open(folder, "https://hb.gsxt.gov.cn/");
        WidgetScript.File file = script.file(script.version()).orElseThrow();
        assertThat(file.compressed().body()).hasSizeLessThanOrEqualTo(5 * 1024);
        assertThat(new String(file.plain().body(), StandardCharsets.UTF_8))
                .doesNotContainPattern(
                        "\\beval\\b|new Function|innerHTML|document\\.cookie|localStorage|sessionStorage|indexedDB"
                                + "|sendBeacon|\\.style\\b|\\bimport\\s*\\(");
    }
}
