package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.access.TestApiKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys at the doors of the API, and what the doors to restrictions answer. */
@ApiTest
class ApiKeyDoorTests {

    private static final String BATCH = "/api/v1/restrictions";
    private static final String OPEN = "/api/v1/record-types";
    private static final String ONE = "/api/v1/subjects/" + FakeArchives.USCC + "/restrictions";

    @Autowired
    WebTestClient client;

    @Autowired
    FakeArchives archives;

    @AfterEach
    void back() {
        archives.restricted = false;
        archives.gone = false;
    }

    @ParameterizedTest
    @ValueSource(strings = {TestApiKeys.EXPIRED, TestApiKeys.REVOKED, "cxk_nobody", ""})
    void aKeyThatDoesNotHoldIsRefusedAtEveryDoor(String key) {
        JsonNode problem = problem(get(OPEN, key, null), 401);
        assertThat(problem.get("type").asString()).endsWith("/developers/problems/key-invalid");
        assertThat(problem.toString()).doesNotContain("cxk_");
        assertThat(get(OPEN, key, null).getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .isEqualTo("Bearer error=\"invalid_token\"");
        problem(batch(key, null, "{\"subjects\": [\"x\"]}"), 401);
    }

    @Test
    void someDoorsOpenToKeysWithTheirScopeOnly() {
        EntityExchangeResult<byte[]> without = batch(null, null, "{\"subjects\": [\"x\"]}");
        assertThat(problem(without, 401).get("type").asString()).endsWith("key-required");
        assertThat(without.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .isEqualTo("Bearer");
        EntityExchangeResult<byte[]> bare = batch(TestApiKeys.BARE, null, "{\"subjects\": [\"x\"]}");
        assertThat(problem(bare, 403).get("type").asString()).endsWith("key-scope");
        assertThat(get(OPEN, null, null).getStatus().value()).isEqualTo(200);
        assertThat(get(OPEN, TestApiKeys.FULL, null).getStatus().value()).isEqualTo(200);
    }

    @Test
    void aKeyOfPagesServesThosePagesOnly() {
        assertThat(get(OPEN, TestApiKeys.OF_PAGES, "https://shop.example.cn")
                        .getStatus()
                        .value())
                .isEqualTo(200);
        for (String origin : new String[] {null, "https://other.example.cn", "null"}) {
            assertThat(problem(get(OPEN, TestApiKeys.OF_PAGES, origin), 403)
                            .get("type")
                            .asString())
                    .endsWith("key-origin");
        }
        client.options()
                .uri(BATCH)
                .header(HttpHeaders.ORIGIN, "https://shop.example.cn")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Headers", "authorization, content-type");
    }

    @Test
    void oneSubjectIsOpenToAllWithAValidator() {
        JsonNode free = json(get(ONE, null, null));
        assertThat(free.at("/subject/id").asString()).isEqualTo(FakeArchives.COMPANY);
        assertThat(free.get("restricted")).as("a penalty is no restriction").isEmpty();
        assertThat(free.get("asOf").asString()).isEqualTo("2026-11-20T02:00:00Z");
        assertThat(free.get("unknown")).isEmpty();
        String tag = get(ONE, null, null).getResponseHeaders().getETag();
        assertThat(conditional(tag)).isEqualTo(304);
        archives.restricted = true;
        assertThat(conditional(tag)).as("something stands against it now").isEqualTo(200);
        JsonNode found =
                json(get(ONE + "?lang=en&purpose=tender,finance", null, null)).at("/restricted/0");
        assertThat(found.get("code").asString()).isEqualTo("1.2");
        assertThat(found.get("purposeName").asString()).isEqualTo("Procurement and tenders");
        assertThat(json(get(ONE + "?purpose=finance", null, null)).get("restricted"))
                .isEmpty();
        assertThat(problem(get(ONE + "?purpose=friends", null, null), 400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("purpose");
        archives.gone = true;
        problem(get(ONE, null, null), 404);
    }

    @Test
    void badRowsAreNamedAndTheGoodOnesAnswered() {
        archives.restricted = true;
        String body = "{\"subjects\": [\"" + FakeArchives.USCC + "\", \"黄石某某有限公司\", {\"subject\": \""
                + FakeArchives.COMPANY + "\"}, \"nobody000000\", 7, {}], \"purpose\": [\"tender\"]}";
        JsonNode answer = json(batch(TestApiKeys.FULL, null, body));
        assertThat(numbers(answer.get("results"))).isEqualTo("1 3 ");
        assertThat(numbers(answer.get("problems"))).isEqualTo("2 4 5 6 ");
        assertThat(answer.at("/problems/0/reason").asString()).isEqualTo("malformed");
        assertThat(answer.at("/problems/1/reason").asString()).isEqualTo("not-found");
        assertThat(answer.toString()).as("what was written is not said back").doesNotContain("某某");
        assertThat(answer.at("/results/0/restricted")).hasSize(1);

        String etag = answer.at("/results/0/etag").asString();
        String again = "{\"subjects\": [{\"subject\": \"" + FakeArchives.USCC + "\", \"etag\": \"" + etag
                + "\"}], \"purpose\": [\"tender\"]}";
        JsonNode same = json(batch(TestApiKeys.FULL, null, again)).at("/results/0");
        assertThat(same.get("unchanged").asBoolean()).isTrue();
        assertThat(same.get("restricted").isNull()).isTrue();
        archives.restricted = false;
        JsonNode lifted = json(batch(TestApiKeys.FULL, null, again)).at("/results/0");
        assertThat(lifted.get("unchanged").asBoolean()).isFalse();
        assertThat(lifted.get("restricted")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"subjects\": []}",
                "{\"subjects\": \"x\"}",
                "{\"subjects\": [\"x\"], \"purpose\": [\"friends\"]}",
                "{\"subjects\": [\"x\"], \"purpose\": 7}",
                "{\"subjects\": [\"x\"], \"limit\": 1}",
                "{\"subjects\""
            })
    void aBodyThatIsWrongAsAWholeIsRefused(String body) {
        problem(batch(TestApiKeys.FULL, null, body), 400);
    }

    @Test
    void aThousandRowsAreTakenAndNotOneMore() {
        String row = "\"" + FakeArchives.COMPANY + "\",";
        String most = "{\"subjects\": [" + row.repeat(RestrictionRequest.MOST_ROWS - 1) + "\"x\"]}";
        assertThat(json(batch(TestApiKeys.FULL, null, most)).get("results")).hasSize(999);
        problem(batch(TestApiKeys.FULL, null, most.replaceFirst("\\[", "[\"x\",")), 400);
    }

    private static String numbers(JsonNode rows) {
        StringBuilder numbers = new StringBuilder();
        rows.forEach(row -> numbers.append(row.get("row").asInt()).append(' '));
        return numbers.toString();
    }

    private int conditional(String tag) {
        return client.get()
                .uri(ONE)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private EntityExchangeResult<byte[]> get(String path, @Nullable String key, @Nullable String origin) {
        return sent(client.get().uri(path), key, origin);
    }

    private EntityExchangeResult<byte[]> batch(@Nullable String key, @Nullable String origin, String body) {
        return sent(
                client.post().uri(BATCH).contentType(MediaType.APPLICATION_JSON).bodyValue(body), key, origin);
    }

    private static EntityExchangeResult<byte[]> sent(
            WebTestClient.RequestHeadersSpec<?> request, @Nullable String key, @Nullable String origin) {
        request.headers(headers -> {
            if (key != null) {
                headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + key);
            }
            if (origin != null) {
                headers.set(HttpHeaders.ORIGIN, origin);
            }
        });
        return request.exchange().expectBody().returnResult();
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getResponseBody());
    }

    private static JsonNode problem(EntityExchangeResult<byte[]> answer, int status) {
        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(answer.getResponseHeaders().getContentType().toString()).startsWith("application/problem+json");
        return JsonMapper.shared().readTree(answer.getResponseBody());
    }
}
