package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.MatchContractTests;
import org.chengxin.search.SearchEngine;

class LuceneMatchTests extends MatchContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
