package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.DifferenceContractTests;
import org.chengxin.search.SearchEngine;

class LuceneDifferenceTests extends DifferenceContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }

    @Override
    protected boolean isByNames() {
        return true;
    }
}
