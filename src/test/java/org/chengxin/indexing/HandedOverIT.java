package org.chengxin.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import org.chengxin.PortalTest;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.search.SearchExplanation.Why;
import org.chengxin.shared.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a command beside a running portal hands over is done there, and nothing of it stays. */
class HandedOverIT extends PortalTest {

    @Autowired
    private ObjectProvider<Projection> projection;

    @Autowired
    private ObjectProvider<IndexTasks> tasks;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Test
    void anExplanationComesFromThePortalAndLeavesNoTrace() {
        // owned by another: the mock says no
        IndexWork beside = new IndexWork(mock(DataDirectory.class), projection, tasks, outbox, jdbc, ids);
        var explanation = beside.explain("港饼", "91420202MA44G5GY9R");
        assertThat(explanation.candidates().get(0).name()).isEqualTo("黄石市港饼网络科技有限公司");
        assertThat(explanation.subjects().get(0).why()).isEqualTo(Why.HIT);
        assertThatThrownBy(() -> beside.relevance(Path.of("/nowhere.tsv"))).hasMessageContaining("/nowhere.tsv");
        assertThat(jdbc.sql("select count(*) from job").query(Long.class).single())
                .isZero();
    }
}
