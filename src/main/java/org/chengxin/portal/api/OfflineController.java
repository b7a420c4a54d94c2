package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.SigningKeys;
import org.chengxin.report.Revocations;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Publishes what documents and statements are checked with off line, for anybody's tools: the keys (JWK Set, RFC 7517) and the
 * documents that do not hold any more (a compact JWS, RFC 7515, see {@link org.chengxin.proof.RevocationList}).
 */
@RestController
@Tag(name = "documents")
class OfflineController {

    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");

    /** Keys change at a start only: a reader may keep them so long, and meets a new one in time. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** A signature a minute, however many ask. */
    private static final Duration LISTED = Duration.ofMinutes(1);

    private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

    private final Mono<KeySet> keys;
    private final Mono<String> revocations;

    OfflineController(SigningKeys keys, Revocations revocations, StoreCalls store) {
        this.revocations = revocations.list().cache(found -> LISTED, failure -> Duration.ZERO, () -> Duration.ZERO);
        this.keys = store.<KeySet>call(() -> new KeySet(
                        keys.all().stream().map(OfflineController::key).toList()))
                .cache(found -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** @param keys members of RFC 7517, {@code development}, and from when to when each was in force */
    @Schema(name = "KeySet", description = "JWK Set (RFC 7517).", requiredProperties = "keys")
    record KeySet(List<Map<String, Object>> keys) {}

    @GetMapping(path = "/.well-known/chengxin/keys.json", produces = "application/jwk-set+json")
    @Operation(
            operationId = "keys",
            summary = "All public keys of the portal (JWK Set, RFC 7517)",
            description =
                    "What documents, statements, receipts and heads of the log are checked with. Retired keys stay; "
                            + "`since`, `until` and `development` (the portal made it for itself, nobody vouches for it) are ours.")
    Mono<ResponseEntity<KeySet>> published() {
        return keys.map(set -> ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(set));
    }

    /** As fresh as a change of a record is told elsewhere; the list says itself of which moment it is. */
    @GetMapping(path = "/.well-known/chengxin/revocations", produces = "application/jose")
    @Operation(
            operationId = "revocations",
            summary = "Documents that do not hold any more (a compact JWS, RFC 7515)",
            description =
                    "Of the claims `iat` is the moment up to which it is complete; `rev` in base64url has the first 8 bytes "
                            + "of the SHA-256 of each number, ascending.")
    Mono<ResponseEntity<String>> revoked() {
        return revocations.map(list -> ResponseEntity.ok()
                .contentType(JOSE)
                .cacheControl(CacheControl.maxAge(LISTED).cachePublic())
                .body(list));
    }

    private static Map<String, Object> key(PublishedKey key) {
        Map<String, Object> members = new LinkedHashMap<>(key.jwk());
        members.put("kid", key.id());
        members.put("use", "sig");
        members.put("alg", key.algorithm());
        if (key.certificate() != null) {
            members.put("x5c", List.of(Base64.getEncoder().encodeToString(key.certificate())));
        }
        members.put("development", key.development());
        members.put("since", key.since().toString());
        if (key.until() != null) {
            members.put("until", key.until().toString());
        }
        return members;
    }
}
