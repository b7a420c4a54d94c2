package org.chengxin.search.lucene;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.chengxin.search.ranking.NameRarity;

/** One state of one generation, held while a search goes on. */
record Snapshot(Generation generation, IndexSearcher searcher, NameRarity rarity) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        generation.release(searcher);
    }
}
