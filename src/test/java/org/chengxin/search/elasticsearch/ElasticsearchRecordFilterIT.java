package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.RecordFilterContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchRecordFilterIT extends RecordFilterContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
