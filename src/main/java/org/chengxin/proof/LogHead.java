package org.chengxin.proof;

import java.time.Instant;
import java.util.Map;

/**
 * A head of the transparency log.
 *
 * @param issuer public address of the portal
 * @param size number of entries
 * @param root SHA-256 root of the tree (RFC 6962)
 * @param at moment it was signed, to the second
 */
public record LogHead(String issuer, long size, byte[] root, Instant at) {

    /** What the statement of a head says that it is. */
    static final String KIND = "log-head";

    /**
     * Reads what a checked statement says, see {@link OfflineCheck.Verdict#claims}.
     *
     * @throws IllegalArgumentException when it is no head
     */
    public static LogHead of(Map<String, Object> claims) {
        if (!KIND.equals(claims.get("knd"))
                || !(claims.get("size") instanceof Number size)
                || !(claims.get("root") instanceof String root)
                || !(claims.get("iss") instanceof String issuer)) {
            throw new IllegalArgumentException("not a head of a transparency log");
        }
        return new LogHead(issuer, size.longValue(), Encoding.bytes(root), Jws.moment(claims, "iat", Instant.EPOCH));
    }
}
