package org.chengxin.portal.api;

import java.time.Duration;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchService;
import org.chengxin.search.SearchUnavailableException;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Suggestions;
import reactor.core.publisher.Mono;

/** Search as the API asks it: within a time limit, a cursor that cannot be used as a problem that names it. */
final class PublicSearch {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final SearchService search;

    PublicSearch(SearchService search) {
        this.search = search;
    }

    Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query) {
        return guarded(search.subjects(query));
    }

    Mono<SearchPage<RecordHit>> records(RecordQuery query) {
        return guarded(search.records(query));
    }

    Mono<MatchAnswer> match(MatchQuery query, int limit) {
        return guarded(search.match(query, limit));
    }

    Mono<Suggestions> suggest(String text, int size) {
        return guarded(search.suggest(text, size));
    }

    private static <T> Mono<T> guarded(Mono<T> answer) {
        return answer.onErrorMap(
                        InvalidCursorException.class, broken -> ProblemException.invalid("cursor", "invalid-cursor"))
                .onErrorMap(
                        SearchUnavailableException.class,
                        away -> ProblemException.retryAfter(ProblemKind.SEARCH_UNAVAILABLE, TRY_AGAIN));
    }
}
