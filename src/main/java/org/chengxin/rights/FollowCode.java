package org.chengxin.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.chengxin.shared.ReadableCode;

/**
 * The code a filer follows an objection by: 15 characters of Crockford base 32 (75 bits, so that nobody finds one by trying)
 * and a check character, e.g. {@code 7K3M 9P2Q 4R6T 0V8X}. Only its SHA-256 is kept and looked up: how long a look-up takes
 * tells of the digest, from which no code follows, and never how much of a code was right.
 */
public final class FollowCode {

    private static final int LENGTH = 16;

    private final String value;

    private FollowCode(String value) {
        this.value = value;
    }

    /** The code of bits nobody can foresee; at least ten bytes. */
    static FollowCode of(byte[] bits) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < LENGTH - 1; i++) {
            int at = i * 5;
            int pair = (bits[at / 8] & 255) << 8 | (at / 8 + 1 < bits.length ? bits[at / 8 + 1] & 255 : 0);
            body.append(ReadableCode.digit(pair >> (11 - at % 8)));
        }
        return new FollowCode(ReadableCode.checked(body.toString()));
    }

    /** A code as typed; blanks, hyphens, case and look-alikes do not matter. Empty when it cannot be one. */
    public static Optional<FollowCode> parse(String typed) {
        return ReadableCode.mended(typed, LENGTH).map(FollowCode::new);
    }

    /** Without blanks, as it stands in addresses. */
    public String value() {
        return value;
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
