package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.NearContractTests;
import org.chengxin.search.SearchEngine;

class LuceneNearTests extends NearContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
