package org.chengxin.proof;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Base64url without padding, as JWS and JWK write bytes (RFC 7515). */
final class Encoding {

    private Encoding() {}

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Fails with {@link IllegalArgumentException} for what is not base64url. */
    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /** A number of 0 or more as big-endian bytes, at least so many. */
    static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        int zeros = signed.length > 1 && signed[0] == 0 ? 1 : 0;
        byte[] bytes = Arrays.copyOfRange(signed, zeros, signed.length);
        if (bytes.length >= length) {
            return bytes;
        }
        byte[] padded = new byte[length];
        System.arraycopy(bytes, 0, padded, length - bytes.length, bytes.length);
        return padded;
    }
}
