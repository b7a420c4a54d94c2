package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.chengxin.ChangedPortalTest;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.KeyHolder;
import org.chengxin.access.Scope;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** A download of a batch that was cut off goes on where it ended (RFC 9110, sections 13.1.5 and 14). */
class BatchRangeIT extends ChangedPortalTest {

    private static final String DOOR = "/api/v1/report-batches";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final String NOBODY = "nobody000000";

    @Autowired
    private ApiKeyStore keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReportBatches batches;

    private final HttpClient client = HttpClient.newHttpClient();
    private KeyHolder platform;
    private String batch = "";

    @BeforeEach
    void aBatch() throws Exception {
        platform = new KeyHolder(keys, http(), Scope.values());
        byte[] body = json.writeValueAsBytes(Map.of("subjects", List.of(USCC, NOBODY, USCC, USCC)));
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(at(DOOR))
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode told = json.readTree(answer.body());
        batch = DOOR + "/" + told.get("id").asString();
    }

    @Test
    void theRestIsWhatTheWholeWouldHaveBeen() throws Exception {
        HttpResponse<byte[]> first = zip();
        byte[] whole = first.body();
        assertThat(ReadZip.of(whole)).hasSize(5);
        assertThat(first.headers().firstValue(HttpHeaders.CONTENT_LENGTH)).isEmpty();
        String tag = first.headers().firstValue(HttpHeaders.ETAG).orElseThrow();

        HttpResponse<byte[]> again = zip();
        assertThat(again.body()).as("the same bytes, moment and statement too").isEqualTo(whole);
        assertThat(again.headers().firstValue(HttpHeaders.ETAG)).contains(tag);
        assertThat(again.headers().firstValue(HttpHeaders.ACCEPT_RANGES)).contains("bytes");

        for (int from : List.of(0, 1, whole.length / 3, whole.length - 1)) {
            HttpResponse<byte[]> rest = zip("bytes=" + from + "-", tag);
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.headers().firstValue(HttpHeaders.CONTENT_RANGE))
                    .contains("bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
            assertThat(rest.headers().firstValue(HttpHeaders.CONTENT_TYPE)).contains("application/zip");
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, from, whole.length));
        }
        assertThat(zip("bytes=10-19", tag).body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        assertThat(zip("bytes=-7", tag).body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));

        HttpResponse<byte[]> beyond = zip("bytes=" + whole.length + "-", tag);
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue(HttpHeaders.CONTENT_RANGE)).contains("bytes */" + whole.length);
        assertThat(json.readTree(beyond.body()).get("type").asString()).endsWith("/range-not-satisfiable");
        for (String ignored : List.of("bytes=0-1,5-6", "bytes=x", "pages=1-2", "bytes=9-3")) {
            HttpResponse<byte[]> answer = zip(ignored, tag);
            assertThat(answer.statusCode()).as(ignored).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(whole);
        }
    }

    @Test
    void whatIsGoneMeanwhileIsNotInTheRestAndTheWholeComesAnew() throws Exception {
        HttpResponse<byte[]> first = zip();
        String tag = first.headers().firstValue(HttpHeaders.ETAG).orElseThrow();
        gone(3);
        HttpResponse<byte[]> anew = zip("bytes=1000-", tag);
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(ReadZip.of(anew.body())).as("one report less").hasSize(4);
        String other = anew.headers().firstValue(HttpHeaders.ETAG).orElseThrow();
        assertThat(other).isNotEqualTo(tag);
        HttpResponse<byte[]> rest = zip("bytes=1000-", other);
        assertThat(rest.statusCode()).isEqualTo(206);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(anew.body(), 0, 1000);
        both.write(rest.body());
        assertThat(both.toByteArray()).isEqualTo(anew.body());
    }

    @Test
    void aPartIsOfWhatHoldsWhenItIsAskedFor() throws Exception {
        int before = zip().body().length;
        gone(4);
        HttpResponse<byte[]> part = zip("bytes=-10");
        assertThat(part.statusCode()).isEqualTo(206);
        byte[] whole = zip().body();
        assertThat(whole.length).isLessThan(before);
        assertThat(part.headers().firstValue(HttpHeaders.CONTENT_RANGE))
                .hasValueSatisfying(range -> assertThat(range).endsWith("/" + whole.length));
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 10, whole.length));
    }

    @Test
    void aPartWhoseBytesWouldChangeWhileItIsSentIsCutOff() throws Exception {
        zip();
        String id = batch.substring(batch.lastIndexOf('/') + 1);
        String holder = jdbc.sql("select holder from report_batch where id = ?")
                .param(id)
                .query(String.class)
                .single();
        ReportBatch found = Objects.requireNonNull(batches.find(holder, id).block());
        gone(3);
        StepVerifier.create(batches.unchanged(found)).expectNextCount(1).verifyErrorSatisfies(failure -> assertThat(
                        failure)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::kind)
                .isEqualTo(ProblemKind.ANSWER_CHANGED));
    }

    /** The report of a row does not hold any more, which nobody has noticed yet. */
    private void gone(int place) {
        jdbc.sql("update issued_document set content_digest = '\\x00' where number = (select number"
                        + " from report_batch_row where batch = ? and place = ?)")
                .params(batch.substring(batch.lastIndexOf('/') + 1), place)
                .update();
    }

    private HttpResponse<byte[]> zip(String... rangeAndTag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(batch + "/reports.zip"));
        if (rangeAndTag.length > 0) {
            request.header(HttpHeaders.RANGE, rangeAndTag[0]);
        }
        if (rangeAndTag.length > 1) {
            request.header(HttpHeaders.IF_RANGE, rangeAndTag[1]);
        }
        return send(request);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + platform.key())
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
