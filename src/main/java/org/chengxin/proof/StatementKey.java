package org.chengxin.proof;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.chengxin.platform.store.DataDirectory;

/** The Ed25519 key (RFC 8032) of compact statements, kept in {@code keys/statements.key} of the data directory. */
final class StatementKey {

    private static final String NAME = "statements";

    private final Ed25519PrivateKeyParameters key;
    private final Jwk jwk;

    /** @param seed 32 bytes */
    StatementKey(byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed, 0);
        this.jwk = Jwk.ofEd25519(key.generatePublicKey().getEncoded());
    }

    /** The key in force, made at first use. */
    static StatementKey current(DataDirectory directory) {
        return new StatementKey(directory.key(NAME));
    }

    /** Makes another key, which takes the place of the last one. */
    static void renew(DataDirectory directory) {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        directory.writeSecret("keys/" + NAME + ".key", HexFormat.of().formatHex(seed));
    }

    String id() {
        return jwk.id();
    }

    Jwk jwk() {
        return jwk;
    }

    /** The signature of a message, 64 bytes. */
    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Whether a compact JWS was signed with a published key. */
    static boolean holds(String statement, PublishedKey key) {
        String x = key.jwk().get("x");
        if (!key.algorithm().equals(Jwk.ED25519) || x == null) {
            return false;
        }
        int dot = statement.lastIndexOf('.');
        byte[] signed = statement.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        Ed25519Signer check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(Encoding.bytes(x)));
        check.update(signed, 0, signed.length);
        try {
            return check.verifySignature(Encoding.bytes(statement.substring(dot + 1)));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
