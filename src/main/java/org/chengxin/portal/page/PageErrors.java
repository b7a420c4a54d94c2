package org.chengxin.portal.page;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.SearchTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers what went wrong with a page in words: what happened, what it means, what to do. What is gone and what never was
 * get the same. Stands in the place of Spring Boot's own handler, after {@code platform}'s that answers the API.
 */
@Component
@Order(-1)
class PageErrors implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final Pages pages;

    PageErrors(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        HttpStatus status = status(failure);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("request {} failed: {}", exchange.getRequest().getId(), trace(failure));
        }
        PageRequest request = PageRequest.of(exchange).bare();
        ErrorView view = view(status, failure, request.words());
        return pages.page(status, request, "error", view, view.title(), "", Pages.Keep.NOT_INDEXED)
                .flatMap(page -> {
                    if (failure instanceof ProblemException problem && problem.retryAfter() != null) {
                        exchange.getResponse()
                                .getHeaders()
                                .set(
                                        HttpHeaders.RETRY_AFTER,
                                        Long.toString(problem.retryAfter().toSeconds()));
                    }
                    return write(page, exchange.getResponse());
                });
    }

    /**
     * The failure and its causes. What people look up is not for the log, and Reactor notes the whole address among the
     * suppressed ones: those are left out.
     */
    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (@Nullable Throwable part = failure; part != null; part = part.getCause()) {
            trace.append(part);
            for (StackTraceElement frame : part.getStackTrace()) {
                trace.append("\n\tat ").append(frame);
            }
            trace.append('\n');
        }
        return trace.toString();
    }

    private static Mono<Void> write(ResponseEntity<byte[]> page, ServerHttpResponse response) {
        response.setStatusCode(page.getStatusCode());
        page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        byte[] body = page.getBody() == null ? new byte[0] : page.getBody();
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static HttpStatus status(Throwable failure) {
        if (failure instanceof PageProblem problem) {
            return problem.status();
        }
        if (failure instanceof InvalidCursorException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (failure instanceof RejectedExecutionException
                || failure instanceof TimeoutException
                || failure instanceof SearchTimeoutException) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        @Nullable HttpStatus known = null;
        if (failure instanceof ProblemException problem) {
            known = HttpStatus.resolve(problem.kind().status());
        } else if (failure instanceof ErrorResponse response) {
            known = HttpStatus.resolve(response.getStatusCode().value());
        }
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static ErrorView view(HttpStatus status, Throwable failure, Words words) {
        if (failure instanceof InvalidCursorException) {
            return view(words, "cursor");
        }
        if (failure instanceof PageProblem problem && problem.field() != null) {
            return view(words, "parameter", problem.field());
        }
        if (failure instanceof ProblemException problem && !problem.violations().isEmpty()) {
            return view(words, "parameter", problem.violations().get(0).field());
        }
        if (failure instanceof ProblemException problem && problem.kind() == ProblemKind.STORE_UNAVAILABLE) {
            return view(words, "store");
        }
        if (failure instanceof ProblemException problem && problem.kind() == ProblemKind.SEARCH_UNAVAILABLE) {
            return view(words, "search");
        }
        return view(
                words,
                switch (status) {
                    case NOT_FOUND -> "notFound";
                    case TOO_MANY_REQUESTS -> "tooMany";
                    case SERVICE_UNAVAILABLE -> "busy";
                    default -> status.is5xxServerError() ? "server" : "request";
                });
    }

    private static ErrorView view(Words words, String kind, Object... arguments) {
        return new ErrorView(
                words.get("error." + kind + ".title"),
                words.get("error." + kind + ".text", arguments),
                words.get("error." + kind + ".todo"));
    }
}
