package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.record.Archive;
import org.chengxin.record.Source;
import org.chengxin.search.RecordHit;
import org.chengxin.search.SubjectHit;
import org.chengxin.shared.Codes;
import org.chengxin.shared.LocalName;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Codes and enumerations in the words of one language; an unknown code of an open set stands for itself. */
final class Labels {

    /** Evidence on these is marked in the name, so its text need not be repeated. */
    private static final Set<String> PARTS_OF_NAME = Set.of("name", "brand", "industry", "form", "region");

    private final Words words;
    private final Catalog catalog;
    private final Regions regions;
    private final Formats formats;

    Labels(Words words, Catalog catalog, Regions regions, Formats formats) {
        this.words = words;
        this.catalog = catalog;
        this.regions = regions;
        this.formats = formats;
    }

    Words words() {
        return words;
    }

    String kind(String code) {
        return words.find("kind." + code).orElse(code);
    }

    String kind(SubjectKind kind) {
        return kind(kind.code());
    }

    String status(String code) {
        return words.find("status." + code).orElse(code);
    }

    /** Name of a list. */
    String list(String code) {
        return words.find("list." + code).orElse(code);
    }

    /** That a subject is on a list, as its mark says it. */
    String listed(String code) {
        return words.find("mark." + code).orElseGet(() -> list(code));
    }

    String type(String code) {
        return catalog.type(code).map(type -> type.name().in(words.locale())).orElse(code);
    }

    /** Name of a field of a record type; the field's own name when it is not known any more. */
    String field(String type, String name) {
        return catalog.type(type)
                .flatMap(known -> known.field(name))
                .map(field -> name(field.label()))
                .orElse(name);
    }

    /** A part of a field; an option is said in this language, without marks where that is another than it was found in. */
    List<SubjectHit.Piece> snippet(String type, RecordHit.Snippet snippet) {
        String text = snippet.pieces().stream().map(SubjectHit.Piece::text).collect(Collectors.joining());
        return catalog.type(type)
                .flatMap(known -> known.field(snippet.field()))
                .flatMap(field -> field.options().values().stream()
                        .filter(option -> option.zh().equals(text))
                        .findFirst())
                .map(this::name)
                .filter(name -> !name.equals(text))
                .map(name -> List.of(new SubjectHit.Piece(name, false)))
                .orElse(snippet.pieces());
    }

    String level(String code) {
        return words.find("level." + code).orElse(code);
    }

    /** Names of a place below its province: 黄石市西塞山区; blank when unknown. */
    String place(@Nullable String code) {
        if (code == null) {
            return "";
        }
        List<String> chain = regions.chain(code);
        List<String> names = new ArrayList<>();
        boolean english = LocalName.isEnglish(words.locale());
        for (String part : chain.size() > 1 ? chain.subList(1, chain.size()) : chain) {
            String name = regions.name(part).map(this::name).orElse(part);
            names.add(english ? 0 : names.size(), name);
        }
        return names.isEmpty() ? code : String.join(english ? ", " : "", names);
    }

    /** Own name of a place only; the code when unknown. */
    String placeName(String code) {
        return regions.name(code).map(this::name).orElse(code);
    }

    String name(LocalName name) {
        return name.in(words.locale());
    }

    String section(Section section) {
        return words.get("section." + id(section));
    }

    /** Anchor of a section on a profile. */
    static String id(Section section) {
        return Codes.of(section);
    }

    /** Title of a record; where no field names it, its type does. */
    String title(Archive.RecordView record) {
        return title(record.type(), record.title());
    }

    String title(RecordHit hit) {
        return catalog.type(hit.type()).map(type -> title(type, hit.title())).orElse(hit.title());
    }

    /** A title is kept in Chinese: what is a name of the catalogue in it is said in this language, what was filed stays. */
    private String title(RecordType type, String title) {
        return Stream.concat(
                        Stream.of(type.name()),
                        type.recordFields().stream()
                                .filter(field -> type.title().contains(field.name()))
                                .flatMap(field -> field.options().values().stream()))
                .filter(name -> name.zh().equals(title))
                .findFirst()
                .map(this::name)
                .orElse(title);
    }

    /** Name of a source; its code when it is not known any more. */
    String source(String code, List<Source> sources) {
        return sources.stream()
                .filter(source -> source.code().equals(code))
                .map(Source::name)
                .findFirst()
                .orElse(code);
    }

    ProfileView.Fact fact(Archive.Value value) {
        return new ProfileView.Fact(name(value.field().label()), value(value));
    }

    /** Why a hit was found, strongest first: {@code 字号拼音相同 · 地区一致}. */
    String why(List<SubjectHit.Evidence> matched) {
        return matched.stream()
                .map(this::why)
                .distinct()
                .limit(4)
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private String why(SubjectHit.Evidence evidence) {
        String part = words.find("part." + evidence.part()).orElse(evidence.part());
        String how = words.find("how." + evidence.how()).orElse(evidence.how());
        return PARTS_OF_NAME.contains(evidence.part()) || evidence.text().isBlank()
                ? words.get("why.part", part, how)
                : words.get("why.text", part, how, evidence.text());
    }

    /** A field's value as it stands on a page, after the field's kind. */
    Formats.Text value(Archive.Value value) {
        FieldDef field = value.field();
        String text = value.text();
        return switch (field.kind()) {
            case MONEY -> text.contains("*") ? Formats.Text.of(text) : formats.money(text, words.locale());
            case CODE -> {
                @Nullable LocalName option = field.options().get(text);
                yield Formats.Text.of(option == null ? text : name(option));
            }
            case BOOLEAN -> Formats.Text.of(words.get(Boolean.parseBoolean(text) ? "yes" : "no"));
            case URL -> new Formats.Text(text, null, text.matches("https?://\\S+") ? text : null);
            default -> Formats.Text.of(text);
        };
    }
}
