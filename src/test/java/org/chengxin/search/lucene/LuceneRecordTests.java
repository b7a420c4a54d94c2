package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.RecordContractTests;
import org.chengxin.search.SearchEngine;

class LuceneRecordTests extends RecordContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
