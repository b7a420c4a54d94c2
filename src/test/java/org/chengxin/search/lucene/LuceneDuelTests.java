package org.chengxin.search.lucene;

import java.nio.file.Path;
import org.chengxin.search.DuelContractTests;
import org.chengxin.search.SearchEngine;

/** Many small segments full of what was changed and deleted, against one without a trace of it. */
class LuceneDuelTests extends DuelContractTests {

    private static SearchEngine open(Path folder) {
        return LuceneEngines.open(folder, "420200");
    }

    @Override
    protected SearchEngine first(Path folder) {
        SearchEngine engine = open(folder);
        rebuild(engine);
        return engine;
    }

    @Override
    protected SearchEngine second(Path folder) {
        SearchEngine engine = open(folder);
        change(engine);
        // how telling characters are is counted when an index is opened or has grown
        engine.close();
        return open(folder);
    }
}
