package org.chengxin.proof;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
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
}
