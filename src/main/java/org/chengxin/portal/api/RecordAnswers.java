package org.chengxin.portal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.portal.api.Answers.Coverage;
import org.chengxin.portal.api.Answers.CreditRecordItem;
import org.chengxin.portal.api.Answers.FieldItem;
import org.chengxin.portal.api.Answers.FieldLabel;
import org.chengxin.portal.api.Answers.RecordItem;
import org.chengxin.portal.api.Answers.RecordList;
import org.chengxin.portal.api.Answers.RecordTypeItem;
import org.chengxin.portal.api.Answers.Snippet;
import org.chengxin.portal.api.Answers.SubjectReference;
import org.chengxin.record.Archive.RecordView;
import org.chengxin.record.Archive.SubjectView;
import org.chengxin.record.Archive.Value;
import org.chengxin.search.RecordHit;
import org.chengxin.search.SearchPage;
import org.chengxin.shared.Codes;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/** Builds the answers about records and record types in one language, after the catalogue. */
final class RecordAnswers {

    private final ApiWords words;
    private final SubjectAnswers subjects;

    RecordAnswers(ApiWords words, SubjectAnswers subjects) {
        this.words = words;
        this.subjects = subjects;
    }

    CreditRecordItem record(SubjectView subject, RecordView record, Locale language) {
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, FieldLabel> labels = new LinkedHashMap<>();
        for (Value value : record.values()) {
            FieldDef field = value.field();
            if (DataSchemas.inData(field)) {
                data.put(field.name(), DataSchemas.json(field, value.text()));
                labels.put(field.name(), new FieldLabel(field.label().in(language), option(value, language)));
            }
        }
        RecordType type = record.type();
        return new CreditRecordItem(
                record.id(),
                new SubjectReference(subject.id(), subject.name()),
                type.code(),
                type.name().in(language),
                Codes.of(type.polarity()),
                type.list(),
                record.title(),
                record.documentNumber(),
                record.authority(),
                record.decidedOn(),
                record.validUntil(),
                record.level(),
                record.publicFrom(),
                record.publicUntil(),
                record.source(),
                record.version(),
                data,
                labels);
    }

    private static @Nullable String option(Value value, Locale language) {
        LocalName name = value.field().options().get(value.text());
        return name == null ? null : name.in(language);
    }

    RecordList list(SearchPage<RecordHit> page, List<Coverage> coverage, Locale language) {
        return new RecordList(
                page.items().stream().map(hit -> item(hit, language)).toList(),
                SubjectAnswers.total(page.total()),
                page.cursor(),
                subjects.facets(page.facets(), language),
                coverage,
                subjects.understood(page.understood(), language));
    }

    private RecordItem item(RecordHit hit, Locale language) {
        return new RecordItem(
                hit.id(),
                new SubjectReference(hit.subjectId(), hit.subjectName()),
                hit.type(),
                words.type(hit.type(), language),
                hit.title(),
                hit.documentNumber(),
                hit.authority(),
                hit.decidedOn(),
                hit.publishedOn(),
                hit.exact(),
                hit.score(),
                SubjectAnswers.pieces(hit.highlight()),
                hit.matched().stream()
                        .map(snippet -> new Snippet(
                                snippet.field(),
                                words.field(hit.type(), snippet.field(), language),
                                SubjectAnswers.pieces(snippet.pieces())))
                        .toList());
    }

    static RecordTypeItem type(RecordType type, Locale language) {
        return new RecordTypeItem(
                type.code(),
                type.name().in(language),
                Codes.of(type.polarity()),
                type.standard(),
                type.list(),
                Codes.of(type.section()),
                DataSchemas.fields(type).stream()
                        .map(field -> field(field, language))
                        .toList(),
                DataSchemas.schema(type, language));
    }

    private static FieldItem field(FieldDef field, Locale language) {
        Map<String, String> options = new LinkedHashMap<>();
        field.options().forEach((code, name) -> options.put(code, name.in(language)));
        return new FieldItem(
                field.name(), field.label().in(language), Codes.of(field.kind()), DataSchemas.masked(field), options);
    }
}
