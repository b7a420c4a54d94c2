package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.PagingContractTests;
import org.chengxin.search.SearchEngine;

class LucenePagingTests extends PagingContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
