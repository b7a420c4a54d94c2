package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.JudgementContractTests;
import org.chengxin.search.SearchEngine;

class ElasticsearchJudgementIT extends JudgementContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
