package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The profile of a subject and the page of one record. A code in the address leads to the subject's id. */
@RestController
class ProfileController {

    private final Pages pages;
    private final StoreReads store;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final LinkedData linkedData;

    ProfileController(Pages pages, StoreReads store, Catalog catalog, Vocabulary vocabulary, Site site) {
        this.pages = pages;
        this.store = store;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.linkedData = new LinkedData(site);
    }

    @GetMapping("/s/{x}")
    Mono<ResponseEntity<byte[]>> profile(@PathVariable String x, ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return Mono.zip(store.archive(x), store.sources()).flatMap(found -> {
            Archive archive = found.getT1();
            String id = archive.subject().id();
            if (!id.equals(x)) {
                return moved(request, "/s/" + id);
            }
            List<String> records =
                    archive.records().stream().map(Archive.RecordView::id).toList();
            return Mono.zip(store.underObjection(records), store.provedSites(id))
                    .flatMap(more -> {
                        Pages.Keep keep = keep(archive.records());
                        ProfileView view = new ProfileViews(
                                        request, vocabulary, catalog, found.getT2(), more.getT1(), more.getT2())
                                .of(
                                        archive,
                                        keep == Pages.Keep.INDEXED ? linkedData.organisation(archive.subject()) : null);
                        return pages.page(request, "profile", view, view.name(), "", keep);
                    });
        });
    }

    @GetMapping("/s/{x}/records/{recordId}")
    Mono<ResponseEntity<byte[]>> record(
            @PathVariable String x, @PathVariable String recordId, ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return Mono.zip(store.record(recordId), store.sources(), store.underObjection(List.of(recordId)))
                .flatMap(found -> {
                    Archive.SubjectView subject = found.getT1().subject();
                    if (subject.id().equals(x)) {
                        RecordPageView view = view(
                                found.getT1(), found.getT2(), !found.getT3().isEmpty(), request);
                        String title = request.words().get("record.page", view.type(), view.subject());
                        return pages.page(
                                request,
                                "record",
                                view,
                                title,
                                "",
                                keep(List.of(found.getT1().record())));
                    }
                    if (subject.uscc() != null && subject.uscc().value().equalsIgnoreCase(x)) {
                        return moved(request, "/s/" + subject.id() + "/records/" + recordId);
                    }
                    throw PageProblem.notFound();
                });
    }

    private static Mono<ResponseEntity<byte[]>> moved(PageRequest request, String path) {
        return Mono.just(
                request.onward(HttpStatus.PERMANENT_REDIRECT, path, Map.of()).build());
    }

    private static Pages.Keep keep(List<Archive.RecordView> records) {
        return records.stream().anyMatch(record -> record.type().polarity() == Polarity.NEGATIVE)
                ? Pages.Keep.NOT_INDEXED
                : Pages.Keep.INDEXED;
    }

    private RecordPageView view(Archives.Found found, List<Source> sources, boolean pending, PageRequest request) {
        Words words = request.words();
        Labels labels = vocabulary.in(words);
        Formats formats = vocabulary.formats();
        Archive.RecordView record = found.record();
        List<ProfileView.Fact> publication = new ArrayList<>();
        publication.add(fact(words, "from", formats.day(record.publicFrom())));
        publication.add(fact(
                words,
                "until",
                record.publicUntil() == null
                        ? words.get("record.until.open")
                        : words.get("record.until.day", formats.lastDay(record.publicUntil()))));
        if (record.level() != null) {
            publication.add(fact(words, "level", labels.level(record.level())));
        }
        publication.add(fact(words, "source", labels.source(record.source(), sources)));
        publication.add(fact(words, "standard", record.type().standard()));
        publication.add(fact(words, "version", formats.number(record.version())));
        return new RecordPageView(
                labels.title(record),
                labels.name(record.type().name()),
                found.subject().name(),
                request.href("/s/" + record.subjectId(), Map.of()),
                found.subject().uscc() == null
                        ? null
                        : formats.grouped(found.subject().uscc().value()),
                record.values().stream()
                        .map(value -> new RecordPageView.Disputable(
                                labels.fact(value),
                                objection(request, record.id(), value.field().name())))
                        .toList(),
                publication,
                request.href(DocumentLinks.report(record.subjectId()), Map.of()),
                new DocumentLinks(request).of(record),
                request.href("/objections/new", Map.of("record", record.id())),
                pending ? Mark.pending(words) : null);
    }

    private static String objection(PageRequest request, String record, String field) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("record", record);
        about.put("field", field);
        return request.href("/objections/new", about);
    }

    private static ProfileView.Fact fact(Words words, String key, String value) {
        return new ProfileView.Fact(words.get("record.fact." + key), Formats.Text.of(value));
    }
}
