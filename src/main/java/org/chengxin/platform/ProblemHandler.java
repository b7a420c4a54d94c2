package org.chengxin.platform;

import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers errors of the API, and of any path when the reader prefers JSON, with {@link Problem} bodies; leaves the rest,
 * also of documents asked for by a browser, to the error page. Comes before Spring Boot's own handler (order -1).
 */
@Order(-2)
final class ProblemHandler implements WebExceptionHandler {

    private static final String DOCUMENT = ".pdf";

    private final ProblemWords words;
    private final JsonMapper json;

    ProblemHandler(ProblemWords words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        ServerHttpRequest request = exchange.getRequest();
        if (!isWanted(request.getPath().value(), request.getHeaders())) {
            // whatever the address promised: a page comes, under the policy of pages
            exchange.getResponse().getHeaders().set("Content-Security-Policy", SecurityHeaders.PAGE_POLICY);
            return Mono.error(error);
        }
        return write(exchange, ProblemException.of(error), error);
    }

    /** Whether who asks for a path with these headers reads problems; everybody else is answered with a page. */
    static boolean isWanted(String path, HttpHeaders headers) {
        List<MediaType> accepted = accepted(headers);
        boolean page = accepted.stream().anyMatch(type -> type.isConcrete() && type.includes(MediaType.TEXT_HTML));
        if (path.startsWith("/api/") || path.equals("/api")) {
            // links on pages lead to documents: a reader who follows one is told in a page what went wrong
            return !(page && path.endsWith(DOCUMENT));
        }
        return !page && accepted.stream().anyMatch(ProblemHandler::json);
    }

    private static List<MediaType> accepted(HttpHeaders headers) {
        try {
            return headers.getAccept();
        } catch (InvalidMediaTypeException malformed) {
            // an Accept header nobody can read prefers nothing
            return List.of();
        }
    }

    private static boolean json(MediaType type) {
        return type.isConcrete()
                && (type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemException problem, Throwable error) {
        ServerHttpRequest request = exchange.getRequest();
        Locale language = Language.of(exchange);
        Problem base = words.problem(problem.kind(), language);
        boolean ours = problem.kind() == ProblemKind.INTERNAL;
        if (ours) {
            RequestFailures.log(exchange, error);
        }
        Problem body = new Problem(
                base.type(),
                base.title(),
                base.status(),
                base.detail(),
                problem.violations().isEmpty() ? null : words.errors(problem.violations(), language),
                ours ? request.getId() : null);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.valueOf(body.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        headers.remove(HttpHeaders.ETAG);
        headers.setCacheControl("no-store");
        if (problem.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        if (problem.kind().challenge() != null) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, problem.kind().challenge());
        }
        if (error instanceof MethodNotAllowedException refused) {
            headers.setAllow(refused.getSupportedMethods());
        }
        byte[] bytes = json.writeValueAsBytes(body);
        headers.setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
