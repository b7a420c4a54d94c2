package org.chengxin.portal.page;

import java.time.Duration;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchService;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import reactor.core.publisher.Mono;

/** What pages ask the search; a reader who has waited this long is told to come back. */
final class SearchReads {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private final SearchService search;

    SearchReads(SearchService search) {
        this.search = search;
    }

    Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query) {
        return search.subjects(query).timeout(LIMIT);
    }

    Mono<SearchPage<RecordHit>> records(RecordQuery query) {
        return search.records(query).timeout(LIMIT);
    }
}
