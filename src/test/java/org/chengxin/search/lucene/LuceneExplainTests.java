package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.ExplainContractTests;
import org.chengxin.search.SearchEngine;

class LuceneExplainTests extends ExplainContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
