package org.chengxin.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All public keys this portal ever signed with, table {@code signing_key}; none is ever deleted. Blocks. */
final class PublishedKeys {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublishedKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those in force first, then the latest first. */
    List<PublishedKey> all() {
        return jdbc.sql("select id, jwk, algorithm, certificate, development, since, until from signing_key"
                        + " order by until is not null, since desc, id")
                .query((row, n) -> key(row))
                .list();
    }

    /** Makes a key the one in force for its purpose, and retires the one that was; in one transaction of the caller. */
    void inForce(Purpose purpose, Jwk jwk, byte @Nullable [] certificate, boolean development, Instant now) {
        OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
        // nodes that start together take turns; readers do not wait
        jdbc.sql("lock table signing_key in share row exclusive mode").update();
        jdbc.sql("update signing_key set until = ? where purpose = ? and id <> ? and until is null")
                .params(moment, purpose.name(), jwk.id())
                .update();
        jdbc.sql("insert into signing_key (id, purpose, jwk, algorithm, certificate, development, since)"
                        + " values (:id, :purpose, :jwk::jsonb, :algorithm, :certificate, :development, :since)"
                        + " on conflict (id) do update set until = null, certificate = excluded.certificate")
                .param("id", jwk.id())
                .param("purpose", purpose.name())
                .param("jwk", json.writeValueAsString(jwk.members()))
                .param("algorithm", jwk.algorithm())
                .param("certificate", certificate, Types.BINARY)
                .param("development", development)
                .param("since", moment)
                .update();
    }

    private PublishedKey key(ResultSet row) throws SQLException {
        Map<String, String> jwk = json.readValue(row.getString("jwk"), new TypeReference<TreeMap<String, String>>() {});
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new PublishedKey(
                row.getString("id"),
                jwk,
                row.getString("algorithm"),
                row.getBytes("certificate"),
                row.getBoolean("development"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    /** What a key signs. */
    enum Purpose {
        DOCUMENT,
        STATEMENT
    }
}
