package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.AnyTextContractTests;
import org.chengxin.search.SearchEngine;

class LuceneAnyTextTests extends AnyTextContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
