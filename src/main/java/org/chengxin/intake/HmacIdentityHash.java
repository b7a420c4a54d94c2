package org.chengxin.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chengxin.platform.store.DataDirectory;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 under a key of this portal, made at first use and kept in {@code keys/identity.key}. */
@Component
class HmacIdentityHash implements IdentityHash {

    private static final String KEY = "identity";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    HmacIdentityHash(DataDirectory directory) {
        this.key = new SecretKeySpec(directory.key(KEY), ALGORITHM);
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
