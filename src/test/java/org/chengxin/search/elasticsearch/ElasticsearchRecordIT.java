package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.RecordContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchRecordIT extends RecordContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
