package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.RecordLawsContractTests;
import org.chengxin.search.SearchEngine;

class LuceneRecordLawsTests extends RecordLawsContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
