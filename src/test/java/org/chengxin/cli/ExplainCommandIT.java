package org.chengxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.chengxin.ChengxinApplication;
import org.chengxin.PortalTest;
import org.chengxin.indexing.IndexWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What a developer is told about a look-up in the seed. */
class ExplainCommandIT extends PortalTest {

    private static final String CODE = "91420202MA44G5GY9R";

    @Autowired
    private IndexWork index;

    private String explained(String... arguments) {
        ChengxinCommand root = spy(new ChengxinCommand(ChengxinApplication.class));
        doReturn(index).when(root).bean(IndexWork.class);
        StringWriter written = new StringWriter();
        CommandLine line = root.line();
        line.setOut(new PrintWriter(written, true));
        line.setErr(new PrintWriter(written, true));
        assertThat(line.execute(arguments)).as(written.toString()).isZero();
        return written.toString();
    }

    @Test
    void inWords() {
        assertThat(explained("explain", "黄石港饼", CODE))
                .contains("理解为 (taken for): name “黄石港饼” region=4202", "黄石 region | 港饼 word")
                .contains("途径 (way) strict", "names.pairs:港饼")
                .contains("1. ", "黄石市港饼网络科技有限公司", "brand exact 港饼", "query.word(港饼)", "name.brand(港饼)")
                .contains("第 1 位 (place 1)");
        assertThat(explained("explain", "港饼", "黄石云磁信息技术有限公司"))
                .contains("没有途径找到它 (no way brought it)", "strict: 没有找到 (not brought)", "names.pairs:港饼");
        assertThat(explained("explain", "港饼", "没有的\u001b[31m公司"))
                .contains("索引中没有可公开的这个主体")
                .doesNotContain("\u001b");
    }

    @Test
    void forMachines() {
        JsonNode explanation = json.readTree(explained("explain", "gangbing", CODE, "--json"));
        assertThat(explanation.at("/understood/as").asString()).isEqualTo("PINYIN");
        assertThat(explanation.at("/answeredBy").asString()).isEqualTo("strict");
        assertThat(explanation.at("/subjects/0/why").asString()).isEqualTo("HIT");
        assertThat(explanation.at("/candidates/0/points").isEmpty()).isFalse();
    }

    @Test
    void aNumberOfAPersonIsNotSearched() {
        JsonNode explanation = json.readTree(explained("explain", "13812345678", CODE, "--json"));
        assertThat(explanation.at("/understood/as").asString()).isEqualTo("PHONE");
        assertThat(explanation.at("/steps").isEmpty()).isTrue();
        assertThat(explanation.toString()).doesNotContain("13812345678");
    }
}
