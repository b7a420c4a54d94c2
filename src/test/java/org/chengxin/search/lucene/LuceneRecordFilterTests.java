package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.RecordFilterContractTests;
import org.chengxin.search.SearchEngine;

class LuceneRecordFilterTests extends RecordFilterContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
