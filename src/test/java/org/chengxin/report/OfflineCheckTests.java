package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.RevocationList;
import org.chengxin.proof.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A real report and its statement, checked with nothing but what a portal publishes. */
class OfflineCheckTests {

    private static final byte[] REPORT =
            ReportWorld.write(ReportWorld.archive(ReportWorld.permit(1)), ReportWorld.CHINESE);

    private static OfflineCheck.Verdict check(byte[] content, @Nullable String revocations, Instant now) {
        return new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), revocations, now).of(content);
    }

    private static OfflineCheck.State state(byte[] content) {
        return check(content, null, ReportWorld.NOW).state();
    }

    private static String list(String... numbers) {
        return TestKeys.statements()
                .sign(RevocationList.of("https://credit.example.cn", ReportWorld.NOW, List.of(numbers)));
    }

    @Test
    void aReportIsGenuineAsLongAsItHolds() {
        OfflineCheck.Verdict genuine = check(REPORT, list("CX202611240000000000000"), ReportWorld.NOW);
        assertThat(genuine.state()).isEqualTo(OfflineCheck.State.GENUINE);
        assertThat(genuine.claims())
                .containsEntry("jti", ReportWorld.NUMBER)
                .containsEntry("sub", "91330106673959654P");
        assertThat(genuine.development()).isTrue();
        assertThat(genuine.listed()).isEqualTo(ReportWorld.NOW);
        assertThat(check(REPORT, list("CX1", ReportWorld.NUMBER), ReportWorld.NOW)
                        .state())
                .isEqualTo(OfflineCheck.State.SUPERSEDED);
        assertThat(check(REPORT, null, ReportWorld.NOW.plusSeconds(86_400)).state())
                .isEqualTo(OfflineCheck.State.ENDED);
    }

    @Test
    void whatIsWrongWithAFileIsTold() {
        byte[] changed = REPORT.clone();
        changed[REPORT.length / 2] ^= 1;
        assertThat(state(changed)).isEqualTo(OfflineCheck.State.ALTERED);
        assertThat(state(Arrays.copyOf(REPORT, REPORT.length + 1))).isEqualTo(OfflineCheck.State.ALTERED);
        byte[] foreign = ReportWorld.write(TestKeys.signer("冒名"), ReportWorld.archive());
        assertThat(check(foreign, null, ReportWorld.NOW))
                .extracting(OfflineCheck.Verdict::state, OfflineCheck.Verdict::signer)
                .containsExactly(OfflineCheck.State.FOREIGN, "冒名");
        for (String other : List.of("", "%PDF-1.4 nothing", "CX202611247K3M9P2Q4R6TC", "a.b", "#", "中文")) {
            assertThat(state(bytes(other))).as(other).isEqualTo(OfflineCheck.State.UNSIGNED);
        }
    }

    @Test
    void theContentOfAQrCodeIsCheckedAsItIsRead() {
        String read = "https://credit.example.cn/verify/" + ReportWorld.NUMBER + "#" + ReportWorld.STATEMENT;
        assertThat(state(bytes(read + "\n"))).isEqualTo(OfflineCheck.State.GENUINE);
        int at = read.indexOf('.', read.indexOf('#')) + 30;
        String changed = read.substring(0, at) + (read.charAt(at) == 'A' ? 'B' : 'A') + read.substring(at + 1);
        assertThat(state(bytes(changed))).isIn(OfflineCheck.State.ALTERED, OfflineCheck.State.FOREIGN);
        assertThat(state(bytes("e30.e30.AAAA"))).as("names no key").isEqualTo(OfflineCheck.State.FOREIGN);
    }

    @Test
    void aListThatThePortalDidNotSignIsRefused() {
        for (String wrong :
                List.of(ReportWorld.STATEMENT, "", "a.b.c", list("CX1").replaceFirst(".$", "-"))) {
            assertThatThrownBy(() -> check(REPORT, wrong, ReportWorld.NOW))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> PublishedKey.ofKeySet("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PublishedKey.ofKeySet("<html>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
