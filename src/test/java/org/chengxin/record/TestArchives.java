package org.chengxin.record;

import java.time.Clock;
import org.chengxin.TestStore;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.subject.SubjectStore;

/** The real archives over a test store. */
public final class TestArchives {

    private TestArchives() {}

    public static Archives of(TestStore store, Clock clock) {
        return new DisclosedArchives(
                new SubjectStore(store.jdbc, store.copy, store.json),
                new RecordStore(store.jdbc, store.copy, store.json),
                new SourceStore(store.jdbc, CatalogLoader.load()),
                new Disclosure(CatalogLoader.load()),
                clock);
    }
}
