package org.chengxin.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compact JWS (RFC 7515) as {@link Statements} makes it, opened with published keys.
 *
 * @param claims what it says; empty unless it is signed
 * @param key that signed it, null unless it is signed
 */
record Jws(State state, Map<String, Object> claims, @Nullable PublishedKey key) {

    static final Pattern FORM = Pattern.compile("[\\w-]{1,200}\\.[\\w-]{1,8000000}\\.[\\w-]{1,200}");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** What its signature is worth. */
    enum State {
        SIGNED,
        /** It names a key of the portal, which did not sign this. */
        ALTERED,
        /** It names no key that was in force when it was made. */
        FOREIGN
    }

    static Jws open(String text, List<PublishedKey> keys) {
        Map<String, Object> header;
        Map<String, Object> claims;
        if (!FORM.matcher(text).matches()) {
            return new Jws(State.FOREIGN, Map.of(), null);
        }
        String[] parts = text.split("\\.", 3);
        try {
            header = JSON.readValue(Encoding.bytes(parts[0]), OBJECT);
            claims = JSON.readValue(Encoding.bytes(parts[1]), OBJECT);
        } catch (JacksonException | IllegalArgumentException noObject) {
            return new Jws(State.FOREIGN, Map.of(), null);
        }
        PublishedKey key = keys.stream()
                .filter(one ->
                        one.id().equals(header.get("kid")) && one.algorithm().equals(header.get("alg")))
                .findFirst()
                .orElse(null);
        if (key == null || !key.inForce(moment(claims, "iat", Instant.MAX))) {
            return new Jws(State.FOREIGN, Map.of(), null);
        }
        return StatementKey.holds(text, key)
                ? new Jws(State.SIGNED, claims, key)
                : new Jws(State.ALTERED, Map.of(), null);
    }

    /** A moment among claims (RFC 7519: seconds); another one where it is missing. */
    static Instant moment(Map<String, Object> claims, String name, Instant missing) {
        return claims.get(name) instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : missing;
    }

    /** A text among claims, empty where it is missing. */
    String text(String name) {
        return claims.get(name) instanceof String text ? text : "";
    }
}
