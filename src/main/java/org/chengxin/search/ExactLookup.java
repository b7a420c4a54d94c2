package org.chengxin.search;

import reactor.core.publisher.Mono;

/** Who looks up what names a subject whole while the search engine does not answer. */
public interface ExactLookup {

    /**
     * Those with a name, code or id that is the whole text, under the filters of the query and within its size.
     *
     * @return one page, {@link SearchPage#limited()}
     */
    Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query);
}
