package org.chengxin.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An engine for tests of doors: it has no index, and what a test does not answer itself is not to be asked. */
public abstract class IndexlessEngine implements SearchEngine {

    /** No store either. */
    public static final ExactLookup NO_STORE =
            query -> Mono.error(new SearchTimeoutException(SearchService.LIMIT, null));

    @Override
    public MatchAnswer match(MatchQuery query, int limit, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Suggestion> suggest(String text, int size, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SearchExplanation explain(String text, @Nullable String subject, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void apply(IndexBatch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String position() {
        return IndexBatch.START;
    }

    @Override
    public void flush() {}

    @Override
    public Rebuild rebuild() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void close() {}
}
