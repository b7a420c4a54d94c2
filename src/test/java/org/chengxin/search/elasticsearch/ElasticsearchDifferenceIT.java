package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import java.time.Clock;
import org.chengxin.ElasticsearchNode;
import org.chengxin.search.DifferenceContractTests;
import org.chengxin.search.SearchEngine;

/** On indices of its own: each test builds them anew, and with more than the others' could be emptied of. */
class ElasticsearchDifferenceIT extends DifferenceContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        SearchEngine engine = ElasticsearchEngines.open(
                TestCluster.settings(ElasticsearchNode.shared().url(), "difference"), "420200", Clock.systemUTC());
        engine.takeUp();
        return engine;
    }

    @Override
    protected boolean isByNames() {
        return false;
    }
}
