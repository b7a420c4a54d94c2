package org.chengxin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chengxin.TestAuthority;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.DataDirectory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Development keys for tests that need no store; made once for all of them. */
public final class TestKeys {

    static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
    /** When tests sign: certificates of authorities are short-lived here. */
    private static final Instant SIGNING = Instant.parse("2026-11-24T08:05:00Z");

    static final DocumentKey DOCUMENT = development("信用黄石·电商诚信");
    private static final DocumentKey OPERATOR = ofOperator();
    private static final StatementKey STATEMENT = statementKey(11);

    private TestKeys() {}

    public static DocumentSigner signer() {
        return new DocumentSigner(DOCUMENT);
    }

    public static Statements statements() {
        return new Statements(STATEMENT, JsonMapper.builder().build());
    }

    /** A signer of another portal that calls itself so. */
    public static DocumentSigner signer(String name) {
        return new DocumentSigner(development(name));
    }

    /** A signer as an operator has one: RSA, with a certificate of an authority. */
    public static DocumentSigner operator() {
        return new DocumentSigner(OPERATOR);
    }

    private static DocumentKey ofOperator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            return DocumentKey.of(
                    keys.getPrivate(),
                    new TestAuthority("authority").chain("信用黄石", keys.getPublic(), SIGNING.plus(Duration.ofDays(1))),
                    false);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Checks files against the keys of {@link #signer}, {@link #operator} and {@link #statements}. */
    public static DocumentCheck check() {
        return check(null);
    }

    /** The same, with the key of documents retired then. */
    public static DocumentCheck check(@Nullable Instant until) {
        return new DocumentCheck(() -> List.of(
                published(DOCUMENT.jwk(), until), published(OPERATOR.jwk(), null), published(STATEMENT.jwk(), null)));
    }

    /** The keys of {@link #signer}, {@link #operator} and {@link #statements} as a portal publishes them. */
    public static String keySet() {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (Jwk jwk : List.of(DOCUMENT.jwk(), OPERATOR.jwk(), STATEMENT.jwk())) {
            Map<String, Object> key = new LinkedHashMap<>(jwk.members());
            key.putAll(Map.of("kid", jwk.id(), "alg", jwk.algorithm(), "development", true, "since", MADE.toString()));
            keys.add(key);
        }
        return JsonMapper.shared().writeValueAsString(Map.of("keys", keys));
    }

    static PublishedKey published(Jwk jwk, @Nullable Instant until) {
        return new PublishedKey(jwk.id(), jwk.members(), jwk.algorithm(), null, true, MADE, until);
    }

    static StatementKey statementKey(long seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return new StatementKey(bytes);
    }

    static DocumentKey development(String signer) {
        try {
            Path folder = Files.createTempDirectory("keys");
            try (DataDirectory directory = DataDirectory.open(folder, false)) {
                return new DocumentKeys(directory, new ChengxinProperties.Keys(null, "", null), signer).current(MADE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
