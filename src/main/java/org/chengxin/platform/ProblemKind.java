package org.chengxin.platform;

import java.net.URI;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;

/** The kinds of problem this portal answers with (RFC 9457); each has a stable type URI and words in both languages. */
public enum ProblemKind {
    /** One or more parameters cannot be used; {@code errors} names them. */
    INVALID_PARAMETER(400),
    BAD_REQUEST(400),
    /** The door opens to holders of a key only, and none was sent. */
    KEY_REQUIRED(401, "Bearer"),
    /** The key is unknown, has expired or was revoked: one answer for all three. */
    KEY_INVALID(401, "Bearer error=\"invalid_token\""),
    /** The key does not open this door. */
    KEY_SCOPE(403, "Bearer error=\"insufficient_scope\""),
    /** The key serves pages of other domains only. */
    KEY_ORIGIN(403),
    /** Never was, is hidden, or is gone: one answer for all three. */
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** The body did not come in time. */
    REQUEST_TIMEOUT(408),
    /** A document would rest on a source that was not taken in for too long; {@code errors} names it. */
    STALE_SOURCE(409),
    /** A receipt was asked for an answer that is another one now. */
    ANSWER_CHANGED(409),
    BODY_TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The part that is asked for begins after the end. */
    RANGE_NOT_SATISFIABLE(416),
    TOO_MANY_REQUESTS(429),
    /** More documents wait to be written than are soon; the quota has nothing to do with it. */
    QUEUE_FULL(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    /** Something did not answer in time; worth another try. */
    UNAVAILABLE(503),
    /** The record store is out of reach: profiles, records and reports wait for it, search goes on. */
    STORE_UNAVAILABLE(503),
    /** The search is too slow, or its index is being built anew; profiles by code go on. */
    SEARCH_UNAVAILABLE(503);

    private static final String BASE = "/developers/problems/";

    private final int status;
    private final @Nullable String challenge;

    ProblemKind(int status) {
        this(status, null);
    }

    ProblemKind(int status, @Nullable String challenge) {
        this.status = status;
        this.challenge = challenge;
    }

    /** What {@code WWW-Authenticate} says with it (RFC 6750), null for nothing. */
    @Nullable
    String challenge() {
        return challenge;
    }

    public int status() {
        return status;
    }

    /** Stable code, e.g. {@code invalid-parameter}; the last segment of {@link #type()}. */
    public String code() {
        return Codes.of(this);
    }

    /** Type URI, relative to the portal's address. */
    public URI type() {
        return URI.create(BASE + code());
    }

    /** The kind for a status that Spring or another library decided on. */
    static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status && kind != INVALID_PARAMETER) {
                return kind;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}
