package org.chengxin.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A public key of this portal, in force or retired: what it signed while in force stays checkable.
 *
 * @param id key id, as signatures name it
 * @param jwk its members as a JSON Web Key (RFC 7517) without {@code kid}
 * @param algorithm {@code ES256}, {@code RS256} or {@code EdDSA}
 * @param certificate DER of its certificate, null for keys of statements
 * @param development whether the portal made it for itself: then nobody vouches for it
 * @param since when it was first in force here
 * @param until when another took its place, null while it is in force
 */
public record PublishedKey(
        String id,
        Map<String, String> jwk,
        String algorithm,
        byte @Nullable [] certificate,
        boolean development,
        Instant since,
        @Nullable Instant until) {

    /** Members that a public key needs, by its kind (RFC 7518, RFC 8037). */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "RSA", List.of("kty", "n", "e"), "EC", List.of("kty", "crv", "x", "y"), "OKP", List.of("kty", "crv", "x"));

    /**
     * The keys of a JWK Set as a portal publishes it at {@code /.well-known/chengxin/keys.json}; kinds it does not use are left out.
     *
     * @throws IllegalArgumentException for what is none
     */
    public static List<PublishedKey> ofKeySet(String json) {
        try {
            List<PublishedKey> keys = new ArrayList<>();
            for (JsonNode key : JsonMapper.shared().readTree(json).required("keys")) {
                List<String> required = REQUIRED.get(key.path("kty").asString(""));
                if (required != null) {
                    Map<String, String> jwk = new TreeMap<>();
                    required.forEach(
                            member -> jwk.put(member, key.required(member).asString()));
                    keys.add(new PublishedKey(
                            key.required("kid").asString(),
                            jwk,
                            key.required("alg").asString(),
                            null,
                            key.path("development").asBoolean(false),
                            key.has("since") ? Instant.parse(key.get("since").asString()) : Instant.MIN,
                            key.has("until") ? Instant.parse(key.get("until").asString()) : null));
                }
            }
            return keys;
        } catch (JacksonException | DateTimeParseException noSet) {
            throw new IllegalArgumentException("not a JWK Set of a portal", noSet);
        }
    }

    /** Whether what was signed at a moment could have been signed with it. */
    boolean inForce(Instant moment) {
        return until == null || !moment.isAfter(until);
    }
}
