package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.NearContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchNearIT extends NearContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
