package org.chengxin.search.lucene;

import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.chengxin.search.document.SubjectFields;

/** Searches one state of the index and keeps what is worked out once for it. */
final class StateSearcher extends IndexSearcher {

    private final Set<String> lists;
    private final Set<String> records;
    private final Browsed browsed = new Browsed();

    StateSearcher(IndexReader reader) {
        super(reader);
        setSimilarity(new BooleanSimilarity());
        // queries are fast and hardly repeat: the cache would only cost
        setQueryCache(null);
        lists = Facets.fields(reader, SubjectFields.LIST_ENDS);
        records = Facets.fields(reader, SubjectFields.RECORD_ENDS);
    }

    /** Fields with the ends of list entries. */
    Set<String> lists() {
        return lists;
    }

    /** Fields with the ends of records. */
    Set<String> records() {
        return records;
    }

    Browsed browsed() {
        return browsed;
    }
}
