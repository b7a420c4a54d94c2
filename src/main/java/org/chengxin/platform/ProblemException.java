package org.chengxin.platform;

import io.netty.channel.ChannelException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;

/**
 * Ends a request with a problem. Carries no words: they are written in the reader's language by {@link ProblemHandler}.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final ProblemKind kind;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    private ProblemException(ProblemKind kind, List<Violation> violations, @Nullable Duration retryAfter) {
        super(kind.code() + (violations.isEmpty() ? "" : " " + violations), null, false, false);
        this.kind = kind;
        this.violations = violations;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemKind kind) {
        return new ProblemException(kind, List.of(), null);
    }

    /** The problem behind any failure; {@link ProblemKind#INTERNAL} for one that nobody foresaw. */
    public static ProblemException of(Throwable error) {
        if (error instanceof ProblemException problem) {
            return problem;
        }
        if (error instanceof ErrorResponse response) {
            return of(ProblemKind.ofStatus(response.getStatusCode().value()));
        }
        if (error instanceof InvalidMimeTypeException || error instanceof InvalidMediaTypeException) {
            // an Accept of dozens of types, or one that cannot be read
            return of(ProblemKind.BAD_REQUEST);
        }
        if (error instanceof DataBufferLimitException) {
            return of(ProblemKind.BODY_TOO_LARGE);
        }
        if (error instanceof ChannelException) {
            // the time limits of the server on reading a request
            return of(ProblemKind.REQUEST_TIMEOUT);
        }
        if (error instanceof TimeoutException || error instanceof RejectedExecutionException) {
            return retryAfter(ProblemKind.UNAVAILABLE, TRY_AGAIN);
        }
        return of(ProblemKind.INTERNAL);
    }

    /** A problem with what it is about, one by one. */
    public static ProblemException of(ProblemKind kind, List<Violation> violations) {
        return new ProblemException(kind, List.copyOf(violations), null);
    }

    /** A problem that goes away by itself after a while. */
    public static ProblemException retryAfter(ProblemKind kind, Duration wait) {
        return new ProblemException(kind, List.of(), wait);
    }

    /** 400 that names each parameter and what is wrong with it. */
    public static ProblemException invalid(List<Violation> violations) {
        return of(ProblemKind.INVALID_PARAMETER, violations);
    }

    public static ProblemException invalid(String field, String reason, Object... arguments) {
        return invalid(List.of(new Violation(field, reason, List.of(arguments), null)));
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * What is wrong with one parameter. Never holds the value that was sent: it may be personal.
     *
     * @param field name of the parameter
     * @param reason key below {@code reason.} in {@code messages-problem}
     * @param arguments for the message
     * @param known the values that are accepted, null when they are not a list
     */
    public record Violation(String field, String reason, List<Object> arguments, @Nullable List<String> known) {}
}
