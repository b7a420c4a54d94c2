package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.ExplainContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchExplainIT extends ExplainContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
