package org.chengxin.portal.page;

import java.time.Duration;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.RequestFailures;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers what went wrong with a page in words: what happened, what it means, what to do. What is gone and what never was
 * get the same. Stands in the place of Spring Boot's own handler, after {@code platform}'s that answers the API.
 */
@Component
@Order(-1)
class PageErrors implements ErrorWebExceptionHandler {

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
            RequestFailures.log(exchange, failure);
        }
        PageRequest request = PageRequest.of(exchange).bare();
        ErrorView view = view(failure, request.words());
        return pages.page(status, request, "error", view, view.title(), "", Pages.Keep.NOT_INDEXED)
                .flatMap(page -> {
                    String wait = seconds(ProblemException.of(failure));
                    if (!wait.isEmpty()) {
                        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, wait);
                    }
                    return write(page, exchange.getResponse());
                });
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
        return HttpStatus.valueOf(ProblemException.of(failure).kind().status());
    }

    private static ErrorView view(Throwable failure, Words words) {
        if (failure instanceof PageProblem problem) {
            return view(words, problem.kind(), true, problem.arguments());
        }
        ProblemException problem = ProblemException.of(failure);
        if (!problem.violations().isEmpty()) {
            return view(words, "parameter", true, problem.violations().get(0).field());
        }
        return switch (problem.kind()) {
            case NOT_FOUND -> view(words, "notFound", true);
            case BODY_TOO_LARGE -> view(words, "tooLarge", true);
            case ADDRESS_TOO_LONG -> view(words, "tooLong", true);
            case TOO_MANY_REQUESTS -> view(words, "tooMany", false, seconds(problem));
            case STORE_UNAVAILABLE -> view(words, "store", true);
            case SEARCH_UNAVAILABLE -> view(words, "search", true);
            case UNAVAILABLE, QUEUE_FULL -> view(words, "busy", false);
            case INTERNAL -> view(words, "server", true);
            default -> view(words, "request", true);
        };
    }

    private static ErrorView view(Words words, String kind, boolean search, Object... arguments) {
        return new ErrorView(
                words.get("error." + kind + ".title"),
                words.get("error." + kind + ".text", arguments),
                words.get("error." + kind + ".todo", arguments),
                search);
    }

    /** Seconds to wait, at least one; blank where nothing says how long. */
    private static String seconds(ProblemException problem) {
        @Nullable Duration wait = problem.retryAfter();
        return wait == null ? "" : Long.toString(Math.max(1, wait.toSeconds()));
    }
}
