package org.chengxin.portal.page;

import org.chengxin.search.InvalidCursorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers what went wrong on a page with a page in words: what happened, what it means, what to do. What is gone and what
 * never was get the same. Interfaces ({@code /api}, files) answer for themselves.
 */
@Component
@Order(-2) // before Spring Boot's own handler
class PageErrors implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final Pages pages;

    PageErrors(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()
                || !ofPage(exchange.getRequest().getPath().value())) {
            return Mono.error(failure);
        }
        HttpStatus status = status(failure);
        if (status.is5xxServerError()) {
            log.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    failure);
        }
        // neither title nor links repeat the query: it may hold what must not be kept
        PageRequest asked = PageRequest.of(exchange.getRequest());
        PageRequest request =
                new PageRequest(asked.words(), asked.languageAsked(), asked.path(), new LinkedMultiValueMap<>());
        ErrorView view = view(status, failure, request.words());
        return pages.page(status, request, "error", view, view.title(), "", Pages.Keep.NOT_INDEXED)
                .flatMap(page -> {
                    var response = exchange.getResponse();
                    response.setStatusCode(page.getStatusCode());
                    response.getHeaders().putAll(page.getHeaders());
                    byte[] body = page.getBody() == null ? new byte[0] : page.getBody();
                    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
                });
    }

    /** Whether an address is a page's. */
    private static boolean ofPage(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/actuator")
                && !path.startsWith("/widget/")
                && !path.startsWith("/assets/")
                && !path.startsWith("/.well-known/");
    }

    private static HttpStatus status(Throwable failure) {
        if (failure instanceof PageProblem problem) {
            return problem.status();
        }
        if (failure instanceof InvalidCursorException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (failure instanceof ErrorResponse response) {
            HttpStatusCode code = response.getStatusCode();
            @Nullable HttpStatus known = HttpStatus.resolve(code.value());
            return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static ErrorView view(HttpStatus status, Throwable failure, Words words) {
        if (status == HttpStatus.NOT_FOUND) {
            return new ErrorView(
                    words.get("error.notFound.title"),
                    words.get("error.notFound.text"),
                    words.get("error.notFound.todo"));
        }
        if (status.is5xxServerError()) {
            return new ErrorView(
                    words.get("error.server.title"), words.get("error.server.text"), words.get("error.server.todo"));
        }
        if (failure instanceof InvalidCursorException) {
            return new ErrorView(
                    words.get("error.cursor.title"), words.get("error.cursor.text"), words.get("error.cursor.todo"));
        }
        if (failure instanceof PageProblem problem && problem.field() != null) {
            return new ErrorView(
                    words.get("error.parameter.title"),
                    words.get("error.parameter.text", problem.field()),
                    words.get("error.parameter.todo"));
        }
        return new ErrorView(
                words.get("error.request.title"), words.get("error.request.text"), words.get("error.request.todo"));
    }
}
