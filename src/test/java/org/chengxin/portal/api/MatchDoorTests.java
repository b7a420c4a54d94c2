package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chengxin.search.MatchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The door to match, over HTTP. */
@ApiTest
class MatchDoorTests {

    private static final String DOOR = "/api/v1/subjects/match";

    @Autowired
    WebTestClient client;

    @Autowired
    FakeSearchEngine engine;

    private WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri(DOOR + "?lang=en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void answersEachQueryUnderItsKey() {
        engine.matchQueries.clear();
        post("""
                {"queries": {"b": {"name": "黄石市港饼网络科技有限公司", "uscc": " ", "region": "420200",
                  "representative": "方维舟", "domain": "gangbing.example.cn"}, "a": {"name": "港饼"}, "空": {}}, "limit": 3}""")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .json(
                        """
                        {"results": {
                          "b": {"match": true, "candidates": [{"id": "%s", "name": "黄石市港饼网络科技有限公司",
                            "uscc": "%s", "score": 1.2,
                            "matched": [{"part": "name", "how": "exact", "text": "黄石市港饼网络科技有限公司"}]}]},
                          "a": {"match": false}, "空": {"match": false}}}"""
                                .formatted(FakeArchives.COMPANY, FakeArchives.USCC));
        assertThat(engine.matchQueries)
                .contains(
                        new MatchQuery("黄石市港饼网络科技有限公司", null, "4202", "方维舟", "gangbing.example.cn"),
                        MatchQuery.ofName("港饼"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                   | queries              | must be given
                    []                                                   | queries              | must be given
                    {"queries": {}}                                      | queries              | must be given
                    {"queries": [{"name": "x"}]}                         | queries              | must be a JSON object
                    {"queries": {"k": {"name": "x"}}, "size": 3}         | size                 | there is no such field
                    {"queries": {"k": {"name": "x"}}, "limit": 0}        | limit                | must be between 1 and 20
                    {"queries": {"k": {"name": "x"}}, "limit": "3"}      | limit                | must be a whole number
                    {"queries": {"k": "x"}}                              | queries.k            | must be a JSON object
                    {"queries": {"k": {"names": "x"}}}                   | queries.k.names      | there is no such field
                    {"queries": {"k": {"name": 7}}}                      | queries.k.name       | must be a text
                    {"queries": {"k": {"uscc": ["x"]}}}                  | queries.k.uscc       | must be a text
                    {"queries": {"k": {"name": "x", "region": "999999"}}} | queries.k.region     | must be a division code such as 420200
                    {"queries": {"k": {"name": "x", "region": "黄石"}}}    | queries.k.region     | must be a division code such as 420200
                    {"queries": {"420281199001011237": {"name": 1}}}     | queries.?.name       | must be a text
                    """)
    void namesTheFieldThatCannotBeUsed(String body, String field, String reason) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].reason")
                .isEqualTo(reason);
    }

    @Test
    void limitsHowMuchIsAskedAtOnce() {
        post(queries(100)).expectStatus().isOk();
        post(queries(101))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].reason")
                .isEqualTo("must not have more than 100 values");
        post("{\"queries\": {\"k\": {\"name\": \"" + "港".repeat(201) + "\"}}}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("queries.k.name");
        post("{\"queries\": {\"k\": {\"name\": \"" + "港".repeat(400_000) + "\"}}}")
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void saysItInTheReadersLanguage() {
        client.post()
                .uri(DOOR)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"queries\": {\"k\": {\"name\": 7}}}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].reason")
                .isEqualTo("应为文字");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"queries":
                    {"queries": {"k": {}, "k": {}}}
                    nothing
                    """)
    void whatIsNoJsonIsABadRequest(String body) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/developers/problems/bad-request");
    }

    @Test
    void takesJsonOnlyAndMayBeAskedFromOtherSites() {
        client.post()
                .uri(DOOR)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        client.options()
                .uri(DOOR)
                .header("Origin", "https://platform.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Methods", "POST,OPTIONS");
    }

    private static String queries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + i + "\": {\"name\": \"x\"}")
                .collect(Collectors.joining(",", "{\"queries\": {", "}}"));
    }
}
