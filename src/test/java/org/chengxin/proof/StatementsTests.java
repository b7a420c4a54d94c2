package org.chengxin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements as a reader with nothing but Java and the published key takes them. */
class StatementsTests {

    private static final Statement STATEMENT = new Statement(
            "https://credit.example.cn",
            "CX202611247K3M9P2Q4R6TC",
            "credit-report",
            "91330106673959654P",
            "黄石市港饼网络科技有限公司",
            Instant.parse("2026-11-24T08:05:00Z"),
            Instant.parse("2027-11-24T08:05:00Z"),
            new byte[32],
            null,
            false);

    @Test
    void saysWhatWasStatedAndWhoSignedIt() {
        String[] parts = TestKeys.statements().sign(STATEMENT).split("\\.", -1);
        assertThat(parts).hasSize(3);
        JsonMapper json = JsonMapper.builder().build();
        JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(header.get("alg").asString()).isEqualTo("EdDSA");
        assertThat(header.get("kid").asString())
                .isEqualTo(TestKeys.statementKey(11).id());
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.get("iss").asString()).isEqualTo("https://credit.example.cn");
        assertThat(claims.get("jti").asString()).isEqualTo(STATEMENT.number());
        assertThat(claims.get("sub").asString()).isEqualTo("91330106673959654P");
        assertThat(claims.get("exp").asLong()).isEqualTo(STATEMENT.end().getEpochSecond());
        assertThat(claims.has("past") || claims.has("part")).isFalse();
        Statement past = new Statement(
                STATEMENT.issuer(),
                STATEMENT.number(),
                STATEMENT.kind(),
                STATEMENT.subject(),
                STATEMENT.name(),
                STATEMENT.asOf(),
                STATEMENT.end(),
                STATEMENT.digest(),
                Instant.parse("2025-11-24T08:05:00Z"),
                true);
        String said = TestKeys.statements().sign(past).split("\\.", -1)[1];
        claims = json.readTree(Base64.getUrlDecoder().decode(said));
        assertThat(claims.get("past").asLong()).isEqualTo(1_763_971_500);
        assertThat(claims.get("part").asBoolean()).isTrue();
    }

    @Test
    void holdsUnderThePublishedKeyAndNoOther() throws Exception {
        String statement = TestKeys.statements().sign(STATEMENT);
        assertThat(holds(statement, TestKeys.statementKey(11))).isTrue();
        assertThat(holds(statement, TestKeys.statementKey(12))).isFalse();
        int claims = statement.indexOf('.') + 20;
        String changed = statement.substring(0, claims)
                + (statement.charAt(claims) == 'A' ? 'B' : 'A')
                + statement.substring(claims + 1);
        assertThat(holds(changed, TestKeys.statementKey(11))).isFalse();
    }

    private static boolean holds(String statement, StatementKey key) throws Exception {
        int dot = statement.lastIndexOf('.');
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(
                publicKey(Base64.getUrlDecoder().decode(key.jwk().members().get("x"))));
        check.update(statement.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(statement.substring(dot + 1)));
    }

    /** RFC 8032: the y coordinate in little-endian order, the top bit the sign of x. */
    private static PublicKey publicKey(byte[] x) throws Exception {
        byte[] big = new byte[32];
        for (int i = 0; i < 32; i++) {
            big[i] = x[31 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
    }
}
