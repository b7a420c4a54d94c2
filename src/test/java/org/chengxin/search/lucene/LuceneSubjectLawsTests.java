package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectLawsContractTests;

class LuceneSubjectLawsTests extends SubjectLawsContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
