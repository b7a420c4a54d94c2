package org.chengxin.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.chengxin.shared.Codes;
import org.chengxin.shared.Sha256;

/**
 * One entry of the log. It tells that something happened and when, and of what only a salted hash.
 *
 * @param position from 0, without gaps
 * @param at moment it was written, to the second
 * @param commitment SHA-256 of a salt of 32 bytes and the content behind it
 */
public record LogEntry(long position, Op op, Instant at, byte[] commitment) {

    private static final String FORM = "chengxin-log-v1";

    /** What happened. */
    public enum Op {
        /** A record was published. */
        PUBLISHED,
        /** What is published of a record was changed. */
        CORRECTED,
        /** A record was withdrawn, annulled, repaired, or its time ran out. */
        ENDED,
        /** A document was given out. */
        ISSUED;

        /** Public code, e.g. {@code published}. */
        public String code() {
            return Codes.of(this);
        }
    }

    /** The commitment to a content. */
    public static byte[] commitment(byte[] salt, String content) {
        MessageDigest digest = Sha256.start();
        digest.update(salt);
        return digest.digest(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Its hash in the tree: of four lines of text, {@code chengxin-log-v1}, op, moment, and the commitment in base64url. */
    public byte[] leaf() {
        String entry = String.join(
                "\n",
                FORM,
                op.code(),
                at.toString(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(commitment));
        return Merkle.leaf(entry.getBytes(StandardCharsets.UTF_8));
    }
}
