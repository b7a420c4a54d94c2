package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.MatchContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchMatchIT extends MatchContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
