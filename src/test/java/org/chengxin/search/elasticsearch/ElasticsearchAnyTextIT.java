package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.AnyTextContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchAnyTextIT extends AnyTextContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
