package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.DuelContractTests;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.lucene.LuceneEngines;

/** Lucene in the process against Elasticsearch: which one it is cannot be told from the answers. */
class ElasticsearchDuelIT extends DuelContractTests {

    @Override
    protected SearchEngine first(Path folder) {
        SearchEngine engine = LuceneEngines.open(folder, "420200");
        rebuild(engine);
        return engine;
    }

    @Override
    protected SearchEngine second(Path folder) {
        SearchEngine engine = TestCluster.open(folder);
        change(engine);
        rebuild(engine);
        return engine;
    }
}
