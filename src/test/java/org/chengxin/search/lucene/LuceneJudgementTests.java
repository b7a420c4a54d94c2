package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.JudgementContractTests;
import org.chengxin.search.SearchEngine;

class LuceneJudgementTests extends JudgementContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }
}
