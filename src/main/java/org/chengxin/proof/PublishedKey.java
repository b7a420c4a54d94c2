package org.chengxin.proof;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Whether what was signed at a moment could have been signed with it. */
    boolean inForce(Instant moment) {
        return until == null || !moment.isAfter(until);
    }
}
