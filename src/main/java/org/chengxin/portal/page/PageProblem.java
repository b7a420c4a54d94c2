package org.chengxin.portal.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request a page cannot answer as asked; becomes an error page in words. */
final class PageProblem extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String field;

    private PageProblem(HttpStatus status, @Nullable String field) {
        super(field == null ? status.getReasonPhrase() : "parameter " + field);
        this.status = status;
        this.field = field;
    }

    /** Not there, or not to be seen: both are the same to the reader. */
    static PageProblem notFound() {
        return new PageProblem(HttpStatus.NOT_FOUND, null);
    }

    /** A parameter whose value is not one it can have. */
    static PageProblem parameter(String field) {
        return new PageProblem(HttpStatus.BAD_REQUEST, field);
    }

    /** A form that another site sent. */
    static PageProblem forbidden() {
        return new PageProblem(HttpStatus.FORBIDDEN, null);
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    String field() {
        return field;
    }
}
