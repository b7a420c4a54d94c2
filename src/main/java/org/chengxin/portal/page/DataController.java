package org.chengxin.portal.page;

import java.util.HexFormat;
import java.util.Locale;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;
import org.chengxin.proof.LogHead;
import org.chengxin.record.PublicationRules;
import org.chengxin.record.Source;
import org.chengxin.transparency.TransparencyLog;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** About the data: where they come from, how fresh they are, what each record type holds and how it is published. */
@RestController
class DataController {

    private final Pages pages;
    private final StoreReads store;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final PublicationRules rules;
    private final TransparencyLog log;

    DataController(
            Pages pages,
            StoreReads store,
            Catalog catalog,
            Vocabulary vocabulary,
            PublicationRules rules,
            TransparencyLog log) {
        this.pages = pages;
        this.store = store;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.log = log;
    }

    @GetMapping("/about/data")
    Mono<ResponseEntity<byte[]>> data(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        Labels labels = vocabulary.in(request.words());
        RuleLines lines = new RuleLines(catalog, labels);
        return Mono.zip(store.sources(), log.head()).flatMap(found -> {
            DataView view = new DataView(
                    found.getT1().stream()
                            .map(source -> line(source, request.words()))
                            .toList(),
                    rules.all().stream().map(lines::of).toList(),
                    catalog.types().stream().map(type -> line(type, labels)).toList(),
                    line(found.getT2().head(), request.words()));
            return pages.page(request, "data", view, request.words().get("data.title"), "", Pages.Keep.INDEXED);
        });
    }

    private String line(LogHead head, Words words) {
        return head.size() == 0
                ? words.get("data.log.none")
                : words.get(
                        "data.log.text",
                        vocabulary.formats().number(head.size()),
                        vocabulary.formats().minute(head.at()),
                        HexFormat.of().formatHex(head.root()));
    }

    private DataView.SourceLine line(Source source, Words words) {
        return new DataView.SourceLine(
                source.name(),
                words.get("sourceKind." + source.kind().name()),
                source.refreshedAt() == null
                        ? words.get("source.never")
                        : vocabulary.formats().minute(source.refreshedAt()),
                vocabulary.formats().number(source.records()));
    }

    private static DataView.TypeLine line(RecordType type, Labels labels) {
        Words words = labels.words();
        return new DataView.TypeLine(
                type.code(),
                labels.name(type.name()),
                words.get("polarity." + type.polarity().name()),
                labels.section(type.section()),
                type.standard(),
                words.get(shown(type)),
                type.recordFields().stream().map(field -> line(field, labels)).toList());
    }

    private static String shown(RecordType type) {
        RecordType.Publication publication = type.publication();
        if (!publication.shown()) {
            return "data.shown.never";
        }
        return publication.naturalPersons() ? "data.shown.all" : "data.shown.organisations";
    }

    private static DataView.FieldLine line(FieldDef field, Labels labels) {
        Words words = labels.words();
        return new DataView.FieldLine(
                labels.name(field.label()),
                field.name(),
                words.get("fieldKind." + field.kind().name()),
                words.get("visibility."
                        + field.visibility()
                                .getOrDefault(Audience.PUBLIC, Visibility.HIDE)
                                .name()
                                .toLowerCase(Locale.ROOT)));
    }
}
