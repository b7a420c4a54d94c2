package org.chengxin.portal.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.chengxin.report.Verifications;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchService;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Suggestion;
import org.chengxin.search.Understanding;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The page controllers over an engine and archives whose answers a test writes down itself. */
final class PageWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    static final String USCC = "91330106673959654P";

    final Answers answers;
    final Catalog catalog;
    final Verifications verifications;
    final WebTestClient client;
    private final AnnotationConfigApplicationContext context;

    PageWorld() {
        context = new AnnotationConfigApplicationContext(Wiring.class);
        answers = context.getBean(Answers.class);
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

    static <T> SearchPage<T> page(List<T> items, Understanding.As as) {
        return new SearchPage<>(
                items,
                new SearchPage.Total(items.size(), SearchPage.Relation.EQ),
                Map.of(),
                new Understanding(as, "", null),
                null);
    }

    /** What engine and archives answer, and what the engine was asked last. */
    static final class Answers implements SearchEngine, Archives {

        final Map<String, Archive> archives = new LinkedHashMap<>();
        SearchPage<SubjectHit> subjects = page(List.of(), Understanding.As.NAME);
        SearchPage<RecordHit> records = page(List.of(), Understanding.As.NOTHING);
        List<Source> sources = List.of(
                new Source("market", "黄石市市场监督管理局", Source.Kind.DEPARTMENT, Instant.parse("2026-11-23T18:00:00Z"), 12));

        @Nullable
        SubjectQuery subjectQuery;

        @Nullable
        RecordQuery recordQuery;

        @Override
        public SearchPage<SubjectHit> subjects(SubjectQuery query, Instant now) {
            subjectQuery = query;
            if ("broken".equals(query.cursor())) {
                throw new InvalidCursorException("broken");
            }
            return subjects;
        }

        @Override
        public SearchPage<RecordHit> records(RecordQuery query, Instant now) {
            recordQuery = query;
            return records;
        }

        @Override
        public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
            return audience == Audience.PUBLIC ? Optional.ofNullable(archives.get(id)) : Optional.empty();
        }

        @Override
        public Optional<Found> record(String recordId, Audience audience) {
            return archives.values().stream()
                    .flatMap(archive -> archive.records().stream()
                            .filter(record -> record.id().equals(recordId))
                            .map(record -> new Found(archive.subject(), record)))
                    .findFirst();
        }

        @Override
        public List<Source> sources() {
            return sources;
        }

        @Override
        public List<Archive> all(List<String> subjectIds, Audience audience) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Suggestion> suggest(String text, int size, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void apply(IndexBatch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String position() {
            return IndexBatch.START;
        }

        @Override
        public void flush() {}

        @Override
        public Rebuild rebuild() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public void close() {}
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebFlux
    @Import({
        PageConfiguration.class,
        PageErrors.class,
        HomeController.class,
        ResultsController.class,
        ProfileController.class,
        RegisterController.class,
        DataController.class,
        VerifyController.class
    })
    static class Wiring {

        @Bean
        Answers answers() {
            return new Answers();
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
        SearchService searchService(Answers answers) {
            return new SearchService(
                    answers, Clock.fixed(NOW, ZoneOffset.UTC), Schedulers.newBoundedElastic(2, 100, "test-search"));
        }

        @Bean
        @Qualifier("storeScheduler")
        Scheduler storeScheduler() {
            return Schedulers.newBoundedElastic(2, 100, "test-store");
        }

        @Bean
        ChengxinProperties properties() {
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
                            "",
                            "0714-12345"),
                    new ChengxinProperties.Postgres(null, null, null));
        }
    }
}
