package org.chengxin.portal.page;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request a page cannot answer as asked; becomes an error page in words. */
final class PageProblem extends ResponseStatusException {

    private final String kind;
    private final transient List<Object> arguments;

    private PageProblem(HttpStatus status, String kind, Object... arguments) {
        super(status, kind);
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

    /** A place in a list that is none, or not of this list. */
    static PageProblem cursor() {
        return new PageProblem(HttpStatus.BAD_REQUEST, "cursor");
    }

    /** A form that another site sent. */
    static PageProblem forbidden() {
        return new PageProblem(HttpStatus.FORBIDDEN, "forbidden");
    }

    HttpStatus status() {
        return HttpStatus.valueOf(getStatusCode().value());
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
