package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.RecordLawsContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchRecordLawsIT extends RecordLawsContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
