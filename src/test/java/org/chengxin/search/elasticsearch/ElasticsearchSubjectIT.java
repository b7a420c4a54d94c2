package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectContractTests;

class ElasticsearchSubjectIT extends SubjectContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
