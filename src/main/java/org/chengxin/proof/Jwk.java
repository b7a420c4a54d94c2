package org.chengxin.proof;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengxin.shared.Sha256;

/**
 * A public key as a JSON Web Key (RFC 7517, RFC 8037): its required members only, in the order of their names.
 *
 * @param algorithm of its signatures, e.g. {@code ES256}
 */
record Jwk(Map<String, String> members, String algorithm) {

    /** Algorithm of statements (RFC 8037). */
    static final String ED25519 = "EdDSA";

    /** Enough of a thumbprint to tell the keys of a portal apart, and short enough for a QR code. */
    private static final int ID_BYTES = 8;

    /**
     * The key of a certificate.
     *
     * @throws IllegalArgumentException for a kind of key that readers cannot be expected to check
     */
    static Jwk of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return new Jwk(
                    sorted(Map.of(
                            "kty", "RSA",
                            "n", Encoding.text(Encoding.unsigned(rsa.getModulus(), 0)),
                            "e", Encoding.text(Encoding.unsigned(rsa.getPublicExponent(), 0)))),
                    "RS256");
        }
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            if (bits != 256) {
                throw new IllegalArgumentException("an EC key on P-256 is needed, not of " + bits + " bits");
            }
            return new Jwk(
                    sorted(Map.of(
                            "kty",
                            "EC",
                            "crv",
                            "P-256",
                            "x",
                            Encoding.text(Encoding.unsigned(ec.getW().getAffineX(), 32)),
                            "y",
                            Encoding.text(Encoding.unsigned(ec.getW().getAffineY(), 32)))),
                    "ES256");
        }
        throw new IllegalArgumentException("an RSA or EC key is needed, not " + key.getAlgorithm());
    }

    static Jwk ofEd25519(byte[] publicKey) {
        return new Jwk(sorted(Map.of("kty", "OKP", "crv", "Ed25519", "x", Encoding.text(publicKey))), ED25519);
    }

    /** The id of the key: the first 8 bytes of its thumbprint (RFC 7638) in base64url. */
    String id() {
        String canonical = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        byte[] thumbprint = Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
        return Encoding.text(Arrays.copyOf(thumbprint, ID_BYTES));
    }

    private static Map<String, String> sorted(Map<String, String> members) {
        return new TreeMap<>(members);
    }
}
