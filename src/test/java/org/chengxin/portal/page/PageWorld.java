package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.portal.api.DescribedApi;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.record.PublicationRules;
import org.chengxin.report.Verifications;
import org.chengxin.rights.Objections;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchService;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.Understanding;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.scheduler.Schedulers;

/** The page controllers over an engine and archives whose answers a test writes down itself. */
final class PageWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final String NAME = "黄石市港饼食品有限公司";
    static final String USCC = "91330106673959654P";

    final PageAnswers answers;
    final Catalog catalog;
    final Verifications verifications;
    final WebTestClient client;
    private final AnnotationConfigApplicationContext context;

    PageWorld() {
        this(Wiring.class);
    }

    /** With the wiring of a test; a bean of its own that is primary stands in the place of one here. */
    PageWorld(Class<?> wiring) {
        context = new AnnotationConfigApplicationContext(Wiring.class, wiring);
        answers = context.getBean(PageAnswers.class);
        catalog = context.getBean(Catalog.class);
        verifications = context.getBean(Verifications.class);
        client = WebTestClient.bindToApplicationContext(context).build();
    }

    @Override
    public void close() {
        context.close();
    }

    RecordType type(String code) {
        return catalog.require(code);
    }

    Archive.RecordView record(String id, String type, Map<String, String> values) {
        RecordType of = type(type);
        List<Archive.Value> shown = new ArrayList<>();
        of.recordFields().forEach(field -> {
            if (values.containsKey(field.name())) {
                shown.add(new Archive.Value(field, values.get(field.name())));
            }
        });
        String title = shown.isEmpty() ? of.name().zh() : shown.get(0).text();
        return new Archive.RecordView(
                id,
                of,
                "s1",
                title,
                values.get("documentNumber"),
                values.get("authority"),
                LocalDate.of(2026, 3, 5),
                null,
                "ordinary",
                shown,
                Instant.parse("2026-03-06T00:00:00Z"),
                Instant.parse("2027-03-05T16:00:00Z"),
                "market",
                1);
    }

    static Archive archive(String name, List<Archive.RecordView> records, List<Archive.Relation> branches) {
        Archive.SubjectView subject = new Archive.SubjectView(
                "s1",
                SubjectKind.ENTERPRISE,
                name,
                CreditCode.of(USCC),
                List.of(),
                List.of(new OtherName(OtherName.Kind.FORMER, "黄石港饼厂", LocalDate.of(2012, 5, 1))),
                "420203",
                "黄石市西塞山区港饼街1号",
                SubjectStatus.ACTIVE,
                "王某",
                LocalDate.of(2008, 4, 1),
                "500万元",
                null,
                null,
                null,
                null);
        return new Archive(subject, records, branches, null, NOW);
    }

    static SubjectHit hit(String id, String name, List<String> lists, Map<String, Integer> counts) {
        return new SubjectHit(
                id,
                name,
                USCC,
                "enterprise",
                "420203",
                "active",
                lists,
                counts,
                0,
                1,
                List.of(new SubjectHit.Evidence("brand", "pinyin", "港饼")),
                List.of(
                        new SubjectHit.Piece(name.substring(0, 2), true),
                        new SubjectHit.Piece(name.substring(2), false)));
    }

    /** A page in Chinese that must be there. */
    Document get(String path) {
        EntityExchangeResult<byte[]> result = exchange(path, "zh");
        assertThat(result.getStatus().value()).as(path).isEqualTo(200);
        return Jsoup.parse(html(result));
    }

    /** Whatever is answered to a path with unescaped query. */
    EntityExchangeResult<byte[]> exchange(String path, String language) {
        String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return client.get()
                .uri(builder -> {
                    builder.path(bare);
                    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
                        int at = pair.indexOf('=');
                        // as a template variable, so that nothing in the value is taken for syntax
                        builder.queryParam(pair.substring(0, at), "{" + pair.substring(0, at) + "}");
                    }
                    return builder.build(values(query));
                })
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static Map<String, Object> values(String query) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    static String html(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    Archive.RecordView penalty() {
        return record(
                "r1",
                "penalty",
                Map.of(
                        "documentNumber", "黄市监罚〔2026〕1号",
                        "authority", "黄石市市场监督管理局",
                        "fine", "12000"));
    }

    static Archive.Relation branch() {
        return new Archive.Relation("s2", NAME + "大冶分公司", "420281", 2);
    }

    static <T> SearchPage<T> page(List<T> items, Understanding.As as) {
        return page(items, as, "");
    }

    static <T> SearchPage<T> page(List<T> items, Understanding.As as, String searched) {
        return new SearchPage<>(
                items,
                new SearchPage.Total(items.size(), SearchPage.Relation.EQ),
                Map.of(),
                new Understanding(as, searched, null),
                null);
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebFlux
    @Import({
        PageConfiguration.class,
        PageErrors.class,
        PageSites.class,
        HomeController.class,
        ResultsController.class,
        RecordResultsController.class,
        ProfileController.class,
        RegisterController.class,
        DataController.class,
        LogStub.class,
        StatisticsController.class,
        DevelopersController.class,
        CrawlerController.class,
        VerifyController.class
    })
    static class Wiring {

        @Bean
        PageAnswers answers() {
            return new PageAnswers();
        }

        /** The description as the API's own tests hold it. */
        @Bean
        DescribedApi describedApi() throws IOException {
            DescribedApi api = new DescribedApi();
            api.customise(Json31.mapper()
                    .readValue(Path.of("src/test/resources/golden/openapi.json").toFile(), OpenAPI.class));
            return api;
        }

        @Bean
        PublicationRules publicationRules() {
            return PublicationRules.load(ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        Catalog catalog() {
            return CatalogLoader.load();
        }

        @Bean
        Regions regions() {
            return Regions.load();
        }

        @Bean
        Verifications verifications() {
            return Mockito.mock(Verifications.class);
        }

        @Bean
        Objections objections() {
            return Mockito.mock(Objections.class);
        }

        @Bean
        SearchService searchService(PageAnswers answers) {
            return new SearchService(
                    answers,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    Schedulers.newBoundedElastic(2, 100, "test-search"),
                    Set.of("natural-person"),
                    PageAnswers.NO_STORE,
                    new SimpleMeterRegistry());
        }

        @Bean
        StoreCalls storeCalls() {
            return new StoreCalls(Schedulers.newBoundedElastic(2, 100, "test-store"));
        }

        @Bean
        KnownSources knownSources(Archives archives, StoreCalls store) {
            return new KnownSources(archives, store);
        }

        @Bean
        ChengxinProperties properties() {
            return settings(new ChengxinProperties.Quota(true, 600, 30, 0, 1000, 10, 20, 600));
        }

        static ChengxinProperties settings(ChengxinProperties.Quota quota) {
            return new ChengxinProperties(
                    Path.of("unused"),
                    true,
                    new ChengxinProperties.Site(
                            URI.create("https://credit.example.cn"),
                            "信用黄石·电商诚信",
                            "Credit Huangshi",
                            "420200",
                            ZoneId.of("Asia/Shanghai"),
                            "主办者",
                            "承办者",
                            "4202000001",
                            "",
                            "鄂公网安备 42020002000001号",
                            "0714-12345"),
                    new ChengxinProperties.Postgres(null, null, null),
                    new Binder(List.of()).bindOrCreate("chengxin.search", ChengxinProperties.Search.class),
                    new ChengxinProperties.Redis(null, null, null, null, Duration.ofMillis(200)),
                    new ChengxinProperties.Cache(true, DataSize.ofMegabytes(1)),
                    new ChengxinProperties.Keys(null, "", null),
                    new ChengxinProperties.Documents(Duration.ofDays(30), Duration.ofHours(24), Duration.ofMinutes(1)),
                    quota,
                    new Binder(List.of()).bindOrCreate("chengxin.web", ChengxinProperties.Web.class),
                    new ChengxinProperties.Rights(3, 10, Duration.ofDays(90), Duration.ofHours(6)),
                    new ChengxinProperties.Health(Duration.ofMinutes(1), Duration.ofDays(30), DataSize.ofGigabytes(1)),
                    new ChengxinProperties.Logs(false, 200, DataSize.ofMegabytes(50), DataSize.ofGigabytes(20), false));
        }
    }
}
