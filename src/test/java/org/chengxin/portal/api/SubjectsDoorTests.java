package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@ApiTest
class SubjectsDoorTests {

    @Autowired
    WebTestClient client;

    @Autowired
    FakeSearchEngine engine;

    @Autowired
    FakeArchives archives;

    @AfterEach
    void backToNormal() {
        archives.gone = false;
        engine.failure = null;
        engine.withoutIndex = FakeSearchEngine.NO_STORE;
    }

    @Test
    void answersWithEvidenceFacetsAndCoverage() {
        client.get()
                .uri("/api/v1/subjects?q={q}&lang=en", "gangbing")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(FakeArchives.COMPANY)
                .jsonPath("$.items[0].matched[0].how")
                .isEqualTo("pinyin")
                .jsonPath("$.items[0].highlight[1].marked")
                .isEqualTo(true)
                .jsonPath("$.items[0].counts.permit")
                .isEqualTo(2)
                .jsonPath("$.total.relation")
                .isEqualTo("gte")
                .jsonPath("$.limited")
                .isEqualTo(false)
                .jsonPath("$.facets.recordType[0].label")
                .isEqualTo("Administrative permit")
                .jsonPath("$.coverage[0].asOf")
                .isEqualTo("2026-11-20T02:00:00Z")
                .jsonPath("$.understood.as")
                .isEqualTo("name")
                .jsonPath("$.cursor")
                .isEqualTo(FakeSearchEngine.NEXT);
    }

    /** Nothing is found by its whole name either. */
    private void takeEngineAway() {
        engine.failure = new SearchEngineAwayException("away", null);
        engine.withoutIndex = query -> Mono.just(new SearchPage<>(
                List.of(),
                new SearchPage.Total(0, SearchPage.Relation.GTE),
                Map.of(),
                new Understanding(Understanding.As.NAME, query.text(), null),
                null,
                List.of(),
                null,
                true));
    }

    @Test
    void saysThatOnlyWholeNamesWereLookedForAndIsNotKept() {
        takeEngineAway();
        client.get()
                .uri("/api/v1/subjects?q={q}", "港饼")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.limited")
                .isEqualTo(true)
                .jsonPath("$.total.relation")
                .isEqualTo("gte");
    }

    @Test
    void whileTheEngineIsAwayWhatIsTypedWholeIsOfferedAndNotKept() {
        takeEngineAway();
        client.get()
                .uri("/api/v1/subjects/suggest?q={q}", "港饼")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.limited")
                .isEqualTo(true)
                .jsonPath("$.items")
                .isEmpty();
    }

    @Test
    void readsRepeatedAndCommaSeparatedValues() {
        client.get()
                .uri("/api/v1/subjects?kind=shop,courier&kind=platform&region=420200&list=red&recordType=permit"
                        + "&status=active&sort=name&size=7&cursor=" + FakeSearchEngine.NEXT)
                .exchange()
                .expectStatus()
                .isOk();

        SubjectQuery query = engine.subjectQuery;
        assertThat(query.kinds()).isEqualTo(Set.of("shop", "courier", "platform"));
        assertThat(query.regions()).isEqualTo(Set.of("4202"));
        assertThat(query.lists()).isEqualTo(Set.of("red"));
        assertThat(query.recordTypes()).isEqualTo(Set.of("permit"));
        assertThat(query.statuses()).isEqualTo(Set.of("active"));
        assertThat(query.sort()).isEqualTo(SubjectQuery.Sort.NAME);
        assertThat(query.size()).isEqualTo(7);
        assertThat(query.cursor()).isEqualTo(FakeSearchEngine.NEXT);
    }

    @Test
    void anEmptyParameterIsNotGiven() {
        client.get()
                .uri("/api/v1/subjects?q=&kind=&region=")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(engine.subjectQuery.kinds()).isEmpty();
    }

    @Test
    void anIdentityNumberIsRecognisedAndNeverSaidBack() {
        byte[] body = client.get()
                .uri("/api/v1/subjects?q=" + FakeSearchEngine.IDENTITY_NUMBER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .doesNotExist("ETag")
                .expectBody()
                .jsonPath("$.understood.as")
                .isEqualTo("identity-number")
                .jsonPath("$.understood.note")
                .isNotEmpty()
                .jsonPath("$.items")
                .isEmpty()
                .returnResult()
                .getResponseBody();
        assertThat(new String(body)).doesNotContain(FakeSearchEngine.IDENTITY_NUMBER);
        client.get()
                .uri("/api/v1/subjects/suggest?q=" + FakeSearchEngine.IDENTITY_NUMBER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store");
    }

    @Test
    void suggestsWhileTyping() {
        client.get()
                .uri("/api/v1/subjects/suggest?q=gang&size=3")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].highlight[1].text")
                .isEqualTo("港饼")
                .jsonPath("$.items[0].place")
                .isEqualTo("湖北省黄石市黄石港区")
                .jsonPath("$.limited")
                .isEqualTo(false);
        client.get()
                .uri("/api/v1/subjects/suggest?q=")
                .exchange()
                .expectStatus()
                .isOk();
        client.get().uri("/api/v1/subjects/suggest").exchange().expectStatus().isBadRequest();
    }

    @Test
    void aProfileIsFoundByIdAndByCodeInAnyCaseAndNamesTheId() {
        for (String x : List.of(FakeArchives.COMPANY, FakeArchives.USCC, FakeArchives.USCC.toLowerCase())) {
            client.get()
                    .uri("/api/v1/subjects/" + x)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.id")
                    .isEqualTo(FakeArchives.COMPANY)
                    .jsonPath("$.usccStatus")
                    .isEqualTo("valid")
                    .jsonPath("$.counts.permit")
                    .isEqualTo(FakeArchives.PERMITS)
                    .jsonPath("$.branches[0].records")
                    .isEqualTo(1)
                    .jsonPath("$.names[0].kind")
                    .isEqualTo("former")
                    .jsonPath("$.labels.region")
                    .isEqualTo("湖北省黄石市黄石港区")
                    .jsonPath("$.identifiers.length()")
                    .isEqualTo(1);
        }
    }

    @Test
    void asOfIsADateOrAnInstantAndNotInTheFuture() {
        client.get()
                .uri("/api/v1/subjects/{id}?asOf=2026-04-01", FakeArchives.COMPANY)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(archives.asOf).isEqualTo(Instant.parse("2026-04-01T15:59:59.999Z"));
        client.get()
                .uri("/api/v1/subjects/{id}?asOf=2026-11-24", FakeArchives.COMPANY)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(archives.asOf).isEqualTo(ApiTestApplication.NOW);
        for (String asOf :
                List.of("2026-11-25", "2026-11-24T08:00:01Z", "yesterday", "+999999999-12-31", "2026-02-30")) {
            client.get()
                    .uri("/api/v1/subjects/{id}?asOf={asOf}", FakeArchives.COMPANY, asOf)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("asOf");
        }
    }

    @Test
    void whatIsGoneAnswersLikeWhatNeverWas() {
        byte[] never = notFound("/api/v1/subjects/zzzzzzzzzzzz");
        byte[] noId = notFound("/api/v1/subjects/港");
        archives.gone = true;
        assertThat(notFound("/api/v1/subjects/" + FakeArchives.COMPANY))
                .isEqualTo(never)
                .isEqualTo(noId);
        assertThat(notFound("/api/v1/subjects/" + FakeArchives.COMPANY + "/records"))
                .isEqualTo(never);
        assertThat(notFound("/api/v1/records/" + FakeArchives.PENALTY)).isEqualTo(never);
    }

    private byte[] notFound(String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    @Test
    void pagesThroughTheRecordsOfASubject() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String next = cursor == null ? "" : "&cursor=" + cursor;
            Answers.SubjectRecordList page = client.get()
                    .uri("/api/v1/subjects/" + FakeArchives.USCC + "/records?size=4" + next)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(Answers.SubjectRecordList.class)
                    .returnResult()
                    .getResponseBody();
            page.items().forEach(record -> seen.add(record.id()));
            assertThat(page.total().value()).isEqualTo(FakeArchives.PERMITS + 1);
            cursor = page.cursor();
        } while (cursor != null);
        assertThat(seen).hasSize(FakeArchives.PERMITS + 1).doesNotHaveDuplicates();
    }

    @Test
    void aRecordsCursorBelongsToItsList() {
        String cursor = client.get()
                .uri("/api/v1/subjects/" + FakeArchives.COMPANY + "/records?size=2")
                .exchange()
                .expectBody(Answers.SubjectRecordList.class)
                .returnResult()
                .getResponseBody()
                .cursor();
        for (String uri :
                List.of("records?type=permit&cursor=" + cursor, "records?cursor=" + cursor + "x", "records?cursor=!")) {
            client.get()
                    .uri("/api/v1/subjects/" + FakeArchives.COMPANY + "/" + uri)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("cursor");
        }
    }
}
