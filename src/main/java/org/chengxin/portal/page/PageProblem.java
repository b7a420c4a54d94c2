package org.chengxin.portal.page;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request a page cannot answer as asked; becomes an error page in words. */
final class PageProblem extends RuntimeException {

    private final HttpStatus status;
    private final String kind;
    private final List<Object> arguments;

    private PageProblem(HttpStatus status, String kind, Object... arguments) {
        super(kind + List.of(arguments));
        this.status = status;
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    /** Not there, or not to be seen: both are the same to the reader. */
    static PageProblem notFound() {
        return new PageProblem(HttpStatus.NOT_FOUND, "notFound");
    }

    /** A parameter whose value is not one it can have. */
    static PageProblem parameter(String field) {
        return new PageProblem(HttpStatus.BAD_REQUEST, "parameter", field);
    }

    /** More than anyone types or pastes who looks for a subject. */
    static PageProblem longText(int longest) {
        return new PageProblem(HttpStatus.BAD_REQUEST, "longText", longest);
    }

    /** A form that another site sent. */
    static PageProblem forbidden() {
        return new PageProblem(HttpStatus.FORBIDDEN, "forbidden");
    }

    HttpStatus status() {
        return status;
    }

    /** What is wrong: {@code error.{kind}.*} among the words of pages. */
    String kind() {
        return kind;
    }

    /** What those words name. */
    Object[] arguments() {
        return arguments.toArray();
    }
}
