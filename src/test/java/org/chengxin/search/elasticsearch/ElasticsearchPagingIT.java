package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.PagingContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchPagingIT extends PagingContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
