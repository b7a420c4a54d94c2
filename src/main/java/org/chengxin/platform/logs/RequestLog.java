package org.chengxin.platform.logs;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.Objects;
import org.chengxin.platform.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * A line in the log files for each request that was answered, but for parts of pages: method, the door by its template, status,
 * time, and the id that problem answers name. Never the address as sent: paths and queries hold names, codes and what people look for.
 */
final class RequestLog implements ObservationHandler<ServerRequestObservationContext> {

    /** Name of its logger; what it says goes to the files only. */
    static final String LOGGER = "org.chengxin.requests";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);
    private static final String OPERATION = "/actuator";
    /** Parts of pages, the portal's own and those of others: many, and only counted unless they fail. */
    private static final List<String> PARTS = List.of("/assets/", "/widget/v1/");

    /** What nginx writes when a reader did not wait for the answer. */
    private static final int CLIENT_WENT = 499;

    private final @Nullable ClientAddress clients;

    private record Begun(long nanos) {}

    /**
     * A request that was answered.
     *
     * @param door the template of its path
     * @param nanos how long the answer took
     * @param client its address; null when it is not kept
     */
    record Answered(String id, String method, String door, int status, long nanos, @Nullable String client) {

        /** In words for people. */
        @Override
        public String toString() {
            return method + ' ' + door + ' ' + status + ' ' + nanos / 1_000_000 + " ms";
        }
    }

    /** @param clients tells the address of a client; null when it is not kept */
    RequestLog(@Nullable ClientAddress clients) {
        this.clients = clients;
    }

    @Override
    public void onStart(ServerRequestObservationContext request) {
        request.put(Begun.class, new Begun(System.nanoTime()));
    }

    @Override
    public void onStop(ServerRequestObservationContext request) {
        String door = Objects.requireNonNullElse(request.getPathPattern(), "none");
        Begun begun = request.get(Begun.class);
        ServerHttpRequest carrier = request.getCarrier();
        if (door.startsWith(OPERATION) || begun == null || carrier == null) {
            return;
        }
        long nanos = System.nanoTime() - begun.nanos();
        String method = method(carrier);
        int status = status(request);
        if (status < HttpStatus.BAD_REQUEST.value() && PARTS.stream().anyMatch(door::startsWith)) {
            return;
        }
        log.info(
                "{}",
                new Answered(
                        carrier.getId(), method, door, status, nanos, clients == null ? null : clients.of(carrier)));
    }

    /** A method nobody knows may be any text. */
    private static String method(ServerHttpRequest request) {
        String name = request.getMethod().name();
        return switch (name) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE" -> name;
            default -> "other";
        };
    }

    private static int status(ServerRequestObservationContext request) {
        if (request.isConnectionAborted()) {
            return CLIENT_WENT;
        }
        ServerHttpResponse response = request.getResponse();
        HttpStatusCode status = response == null ? null : response.getStatusCode();
        return status == null ? HttpStatus.OK.value() : status.value();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }
}
