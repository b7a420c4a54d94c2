package org.chengxin.proof;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs statements as a compact JWS (RFC 7515) with Ed25519 ({@code EdDSA}, RFC 8037), short enough for a QR code. Claims are
 * named as in RFC 7519 where it has a name; {@code dig} is the SHA-256 digest of what the document shows.
 */
public final class Statements {

    private final StatementKey key;
    private final JsonMapper json;
    private final String header;

    Statements(StatementKey key, JsonMapper json) {
        this.key = key;
        this.json = json;
        this.header = part("{\"alg\":\"EdDSA\",\"kid\":\"" + key.id() + "\"}");
    }

    /** The statement with its signature: three parts in base64url with dots between. */
    public String sign(Statement statement) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", statement.issuer());
        claims.put("jti", statement.number());
        claims.put("knd", statement.kind());
        claims.put("sub", statement.subject());
        if (statement.name() != null) {
            claims.put("name", statement.name());
        }
        claims.put("iat", statement.asOf().getEpochSecond());
        claims.put("exp", statement.end().getEpochSecond());
        claims.put("dig", Encoding.text(statement.digest()));
        if (statement.past() != null) {
            claims.put("past", statement.past().getEpochSecond());
        }
        if (statement.part()) {
            claims.put("part", true);
        }
        return sign(claims);
    }

    /** The list with its signature; {@code rev} are its hashes in base64url. */
    public String sign(RevocationList list) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", list.issuer());
        claims.put("iat", list.asOf().getEpochSecond());
        claims.put("rev", Encoding.text(list.hashes()));
        return sign(claims);
    }

    /** The receipt with its signature: {@code req} is what was asked, {@code cov} has moments in seconds. */
    public String sign(Receipt receipt) {
        Map<String, Object> coverage = new LinkedHashMap<>();
        receipt.coverage().forEach((source, asOf) -> coverage.put(source, asOf == null ? 0 : asOf.getEpochSecond()));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", receipt.issuer());
        claims.put("jti", receipt.number());
        claims.put("knd", Receipt.KIND);
        claims.put("iat", receipt.at().getEpochSecond());
        claims.put("req", receipt.asked());
        claims.put("dig", Encoding.text(receipt.answer()));
        claims.put("cov", coverage);
        return sign(claims);
    }

    /** The manifest of a batch with its signature. */
    public String sign(Manifest manifest) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", manifest.issuer());
        claims.put("jti", manifest.batch());
        claims.put("knd", Manifest.KIND);
        claims.put("iat", manifest.at().getEpochSecond());
        if (manifest.end() != null) {
            claims.put("exp", manifest.end().getEpochSecond());
        }
        claims.put("dig", Encoding.text(manifest.digest()));
        return sign(claims);
    }

    /** The head with its signature; {@code root} is its root in base64url. */
    public String sign(LogHead head) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", head.issuer());
        claims.put("knd", LogHead.KIND);
        claims.put("iat", head.at().getEpochSecond());
        claims.put("size", head.size());
        claims.put("root", Encoding.text(head.root()));
        return sign(claims);
    }

    private String sign(Map<String, Object> claims) {
        String signed = header + "." + part(json.writeValueAsString(claims));
        return signed + "." + Encoding.text(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(String text) {
        return Encoding.text(text.getBytes(StandardCharsets.UTF_8));
    }
}
