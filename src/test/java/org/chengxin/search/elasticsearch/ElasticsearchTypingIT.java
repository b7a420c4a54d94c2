package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.TypingContractTests;

class ElasticsearchTypingIT extends TypingContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return TestCluster.open(folder);
    }
}
