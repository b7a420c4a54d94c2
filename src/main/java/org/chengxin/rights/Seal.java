package org.chengxin.rights;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is personal: AES-256-GCM under a key of this portal. Each value is bound to its place (table, column, id), so
 * that a value moved elsewhere does not open.
 */
final class Seal {

    static final int TAG_BITS = 128;
    static final int NONCE = 12;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    Seal(byte[] key) {
        this.key = key.clone();
    }

    byte[] close(String place, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived("text"), "AES"), nonce);
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            byte[] body = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, sealed, NONCE, body.length);
            return sealed;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot seal", failure);
        }
    }

    /** Fails when the value was changed, moved, or sealed under another key. */
    String open(String place, byte[] sealed) {
        try {
            Cipher cipher = cipher(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(derived("text"), "AES"),
                    Arrays.copyOf(sealed, Math.min(NONCE, sealed.length)));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IllegalStateException(
                    "a sealed value does not open: it was changed, or keys/objections.key is not the one it was sealed with",
                    failure);
        }
    }

    /** A key of its own for one file. */
    SecretKeySpec fileKey(String file) {
        return new SecretKeySpec(derived("file:" + file), "AES");
    }

    /** 32 bytes that only this portal can tell from a text. */
    byte[] derived(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java has no " + MAC, failure);
        }
    }

    static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
