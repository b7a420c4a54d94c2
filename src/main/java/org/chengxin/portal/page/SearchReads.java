package org.chengxin.portal.page;

import java.time.Duration;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchService;
import org.chengxin.search.SearchUnavailableException;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import reactor.core.publisher.Mono;

/** What pages ask the search; while it is not available the reader is told to come back. */
final class SearchReads {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final SearchService search;

    SearchReads(SearchService search) {
        this.search = search;
    }

    Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query) {
        return told(search.subjects(query));
    }

    Mono<SearchPage<RecordHit>> records(RecordQuery query) {
        return told(search.records(query));
    }

    /** Whether something could not be answered since the search is away for now. */
    static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException problem && problem.kind() == ProblemKind.SEARCH_UNAVAILABLE;
    }

    private static <T> Mono<T> told(Mono<T> answer) {
        return answer.onErrorMap(
                        SearchUnavailableException.class,
                        away -> ProblemException.retryAfter(ProblemKind.SEARCH_UNAVAILABLE, TRY_AGAIN))
                .onErrorMap(InvalidCursorException.class, none -> PageProblem.cursor());
    }
}
