package org.chengxin.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chengxin.platform.store.DataDirectory;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 under a key of this portal, made at first use and kept in {@code keys/identity.key}. */
@Component
class HmacIdentityHash implements IdentityHash {

    private static final String KEY_FILE = "keys/identity.key";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    HmacIdentityHash(DataDirectory directory) {
        byte[] bytes = directory.secret(KEY_FILE).map(HexFormat.of()::parseHex).orElseGet(() -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            directory.writeSecret(KEY_FILE, HexFormat.of().formatHex(fresh));
            return fresh;
        });
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    public String of(String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, failure);
        }
    }
}
