package org.chengxin.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengxin.MovableClock;
import org.chengxin.TestFacts;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.record.OneArchive;
import org.chengxin.shared.LocalName;
import org.chengxin.site.MarkCopies;
import org.chengxin.site.MarkSuspensions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** When a mark is read from the store, and what need not be. */
class BadgesTests {

    private static final String ID = "abcdefgh2345";
    private static final String MARK = "/widget/v1/badge/" + ID + ".svg";

    private final MovableClock clock = new MovableClock(
            Clock.fixed(Clock.systemUTC().instant(), Clock.systemUTC().getZone()), Duration.ZERO);
    private @Nullable String state = "1";
    private int reads;

    private final OneArchive archives = new OneArchive(archive("甲"), List.of()) {
        @Override
        public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
            reads++;
            return super.find(id, audience, asOf);
        }
    };

    private final Badges badges =
            new Badges(archives, new NoSuspensions(), new StoreCalls(Schedulers.immediate()), () -> state, clock);

    @Test
    void isReadAgainOnceSomethingChanged() {
        assertThat(badges.atHand(ID)).isNull();
        assertThat(name()).isEqualTo("甲");
        archives.archive = archive("乙");
        clock.move(Duration.ofSeconds(9));
        assertThat(name()).as("nothing changed in the store").isEqualTo("甲");
        assertThat(badges.atHand(ID)).isNotNull();
        state = "2";
        assertThat(badges.atHand(ID)).isNull();
        assertThat(name()).isEqualTo("乙");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void isReadOnceASecondWhileThingsChangeOrNobodyKnows() {
        for (@Nullable String known : new @Nullable String[] {"2", null}) {
            state = known;
            assertThat(name()).isEqualTo("甲");
            int before = reads;
            state = known == null ? null : known + "0";
            clock.move(Duration.ofMillis(900));
            name();
            assertThat(reads).isEqualTo(before);
            clock.move(Duration.ofMillis(200));
            name();
            assertThat(reads).isEqualTo(before + 1);
            clock.move(Duration.ofMinutes(1));
        }
    }

    @Test
    void isReadAgainInTimeAndWhenTheClockWasWrong() {
        name();
        clock.move(Duration.ofSeconds(11));
        assertThat(badges.atHand(ID)).as("what begins with a moment").isNull();
        name();
        clock.move(Duration.ofDays(-1));
        assertThat(badges.atHand(ID)).as("read in the future").isNull();
        name();
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void whatIsNotAtHandGoesToItsDoor(@TempDir Path folder) {
        WidgetWords words = new WidgetWords(clock.getZone());
        BadgePicture picture = new BadgePicture(words);
        OwnSite own = new OwnSite(URI.create("https://portal.example.cn"), new LocalName("门户", "Portal"));
        WidgetScript script = WidgetScript.open(folder, "https://register.example.cn/");
        WidgetReplies replies = new WidgetReplies(
                script,
                badges,
                words,
                picture,
                new WidgetFrame(words, picture, own.name(), "/script.js"),
                own,
                new CopyCount(mock(MarkCopies.class)),
                JsonMapper.shared());
        AtHand atHand = new AtHand(badges, replies);

        assertThat(asked(atHand, MARK).getStatusCode()).isEqualTo(HttpStatus.TEMPORARY_REDIRECT);
        name();
        MockServerWebExchange answered = exchange(MARK);
        atHand.filter(answered, chain()).block();
        assertThat(answered.getResponse().getBodyAsString().block())
                .startsWith("<svg")
                .contains("甲");
        assertThat(answered.getResponse().getHeaders().getCacheControl()).isEqualTo("max-age=60, public");
        state = "2";
        clock.move(Duration.ofSeconds(2));
        for (String path : List.of(
                MARK,
                "/widget/v1/badge/.svg",
                "/widget/v1/badge/" + ID + ".html",
                "/widget/v1/frame",
                "/widget/v1/chengxin-1-000000000000.js",
                "/s/" + ID)) {
            assertThat(asked(atHand, path).getStatusCode()).as(path).isEqualTo(HttpStatus.TEMPORARY_REDIRECT);
        }
        assertThat(asked(atHand, "/widget/v1/chengxin-" + script.version() + ".js")
                        .getHeaders()
                        .getFirst(HttpHeaders.CONTENT_TYPE))
                .startsWith("text/javascript");
    }

    private static MockServerHttpResponse asked(AtHand atHand, String path) {
        MockServerWebExchange exchange = exchange(path);
        atHand.filter(exchange, chain()).block();
        return exchange.getResponse();
    }

    private static MockServerWebExchange exchange(String path) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path));
    }

    private static WebFilterChain chain() {
        return exchange -> {
            exchange.getResponse().setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
            return Mono.empty();
        };
    }

    private String name() {
        return badges.of(ID).block().name();
    }

    private Archive archive(String name) {
        return new Archive(TestFacts.view(ID, name), List.of(), List.of(), null, clock.instant());
    }

    private static final JdbcClient NO_STORE = JdbcClient.create(new DriverManagerDataSource());

    private final class NoSuspensions extends MarkSuspensions {

        NoSuspensions() {
            super(NO_STORE, clock);
        }

        @Override
        public List<String> of(String subject) {
            return List.of();
        }
    }
}
