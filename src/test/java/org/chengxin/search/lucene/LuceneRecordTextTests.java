package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.RecordTextContractTests;
import org.chengxin.search.SearchEngine;

class LuceneRecordTextTests extends RecordTextContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
