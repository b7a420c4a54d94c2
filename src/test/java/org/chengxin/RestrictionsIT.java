package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.KeyHolder;
import org.chengxin.access.Scope;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A joint measure from its publication to its end, as both doors to restrictions tell it. */
class RestrictionsIT extends ChangedPortalTest {

    private static final String NAME = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final String AUTHORITY = "黄石市市场监督管理局";

    @Autowired
    private Importer importer;

    @Autowired
    private ApiKeyStore keys;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private int files;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repaired", "withdrawn", "annulled"})
    void whatNoLongerStandsIsGoneAtOnce(String state) throws IOException {
        String number = "限〔2026〕" + state;
        take(number, "", "");
        JsonNode standing = one();
        assertThat(standing.toString()).contains(number);
        JsonNode row = batch().at("/results/0");
        assertThat(row.get("restricted")).isEqualTo(standing.get("restricted"));
        take(number, state, "");
        assertThat(one().toString()).doesNotContain(number);
        JsonNode after = batch().at("/results/0");
        assertThat(after.toString()).doesNotContain(number);
        assertThat(after.get("etag")).isNotEqualTo(row.get("etag"));
    }

    @Test
    void pastItsLastDayItStandsNoMore() throws IOException {
        take("限〔2026〕期", "", "2027-03-31");
        JsonNode standing = one();
        assertThat(standing.toString()).contains("限〔2026〕期");
        assertThat(standing.get("validUntil").asString()).isEqualTo("2027-03-31T16:00:00Z");
        clock.move(Duration.between(clock.instant(), Instant.parse("2027-03-31T16:00:01Z")));
        assertThat(one().toString()).doesNotContain("限〔2026〕期");
        assertThat(batch().toString()).doesNotContain("限〔2026〕期");
    }

    @Test
    void aPersonIsNeverAnswered() {
        String person = jdbc.sql("select id from subject where kind = 'natural-person' limit 1")
                .query(String.class)
                .single();
        bytes("/api/v1/subjects/" + person + "/restrictions", 404);
        JsonNode answer = batch("\"" + person + "\",\"" + NAME + "\"");
        assertThat(answer.get("results")).isEmpty();
        assertThat(answer.at("/problems/0/reason").asString()).isEqualTo("not-found");
        assertThat(answer.at("/problems/1/reason").asString())
                .as("no name is looked for")
                .isEqualTo("malformed");
    }

    private JsonNode one() {
        return get("/api/v1/subjects/" + USCC + "/restrictions");
    }

    private JsonNode batch() {
        return batch("\"" + USCC + "\"");
    }

    private JsonNode batch(String rows) {
        return new KeyHolder(keys, http(), Scope.RESTRICTIONS)
                .post("/api/v1/restrictions", "{\"subjects\": [" + rows + "]}");
    }

    private void take(String number, String state, String until) throws IOException {
        Path file = Files.writeString(
                folder.resolve("measure" + files++ + ".jsonl"),
                "{\"name\": \"" + NAME + "\", \"uscc\": \"" + USCC + "\", \"measureCode\": \"1.2\","
                        + " \"measure\": \"限制参与政府采购活动\", \"entryNumber\": \"" + number + "\", \"basis\": \"政府采购法\","
                        + " \"purpose\": \"tender\", \"authority\": \"" + AUTHORITY
                        + "\", \"decidedOn\": \"2026-05-01\","
                        + (until.isEmpty() ? "" : " \"validUntil\": \"" + until + "\",")
                        + " \"state\": \"" + (state.isEmpty() ? "published" : state) + "\"}\n");
        assertThat(importer.run(
                                ImportRequest.of(file, "joint-measure").withSource(AUTHORITY, Source.Kind.DEPARTMENT),
                                ProgressListener.NONE)
                        .counts()
                        .refused())
                .isZero();
    }
}
