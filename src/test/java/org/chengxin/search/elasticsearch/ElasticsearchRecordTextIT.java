package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.RecordTextContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchRecordTextIT extends RecordTextContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
