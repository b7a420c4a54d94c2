package org.chengxin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengxin.shared.LocalName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class CatalogLoaderTests {

    private static final String SUBJECT =
            """
            base: {public: show, subject: show, platform: show, department: show}
            fields:
              - {name: subjectName, role: subject-name, kind: text, label: {zh: 名称, en: Name}, flags: [required]}
            """;
    private static final String COMMON =
            """
            base: {public: hide, subject: show, platform: hide, department: show}
            fields:
              - {name: remark, kind: text, label: {zh: 备注, en: Remark}}
            """;
    private static final String PRIZE =
            """
            code: prize
            name: {zh: 奖项, en: Prize}
            polarity: positive
            standard: none
            section: incentive
            order: 99
            publication: {rule: red-list, decidedOnly: false, shown: true, naturalPersons: false}
            key: [number]
            title: [title]
            base: {public: show, subject: show, platform: show, department: show}
            fields:
              - name: number
                role: document-number
                kind: keyword
                label: {zh: 编号, en: Number}
                columns: [奖项编号]
                flags: [required, search]
              - name: title
                kind: text
                label: {zh: 奖项名称, en: Title}
                visibility: {public: mask}
              - name: amount
                kind: money
                columnUnit: 万元
                label: {zh: 奖金, en: Amount}
              - name: rank
                kind: code
                label: {zh: 等次, en: Rank}
                options: {first: {zh: 一等, en: First}, second: {zh: 二等, en: Second}}
              - name: winnerIdentity
                kind: identity
                label: {zh: 获奖人证件号码, en: Identity number}
                visibility: {public: hide, subject: mask, platform: hide, department: mask}
            """;

    @Test
    void readsATypeBetweenTheCommonBlocks() {
        RecordType prize = load(PRIZE).require("prize");
        assertThat(prize.name()).isEqualTo(new LocalName("奖项", "Prize"));
        assertThat(prize.section()).isEqualTo(Section.INCENTIVE);
        assertThat(prize.fields())
                .extracting(FieldDef::name)
                .containsExactly("subjectName", "number", "title", "amount", "rank", "winnerIdentity", "remark");
        FieldDef number = prize.field(FieldRole.DOCUMENT_NUMBER).orElseThrow();
        assertThat(number.columns()).containsExactly("奖项编号");
        assertThat(number.required()).isTrue();
        assertThat(number.search()).isTrue();
        assertThat(number.facet()).isFalse();
        FieldDef title = prize.field("title").orElseThrow();
        assertThat(title.visibility())
                .containsEntry(Audience.PUBLIC, Visibility.MASK)
                .containsEntry(Audience.DEPARTMENT, Visibility.SHOW);
        assertThat(prize.field("amount").orElseThrow().columnUnit()).isEqualTo("万元");
        assertThat(prize.field("rank").orElseThrow().options().keySet()).containsExactly("first", "second");
        assertThat(prize.field("remark").orElseThrow().visibility()).containsEntry(Audience.PUBLIC, Visibility.HIDE);
    }

    @Test
    void readsTheFilesOfTheClassPath() {
        Catalog catalog = CatalogLoader.load();
        assertThat(catalog.types()).extracting(RecordType::code).contains("permit", "penalty", "red-list");
        RecordType penalty = catalog.require("penalty");
        assertThat(penalty.fields().get(0).name()).isEqualTo("subjectName");
        assertThat(penalty.field("fine").orElseThrow().columns()).contains("CF_NR_FK");
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                wrong("polarity: positive", "polarity: nice", "prize.yaml: polarity: nice is not known"),
                wrong("polarity: positive", "", "prize.yaml: polarity: is missing"),
                wrong("order: 99", "order: last", "prize.yaml: order: must be a whole number"),
                wrong("order: 99", "order: 99\nordre: 1", "prize.yaml: ordre: is not a known key"),
                wrong("order: 99", "order: 99\norder: 98", "prize.yaml: is not readable YAML"),
                wrong("code: prize", "code: Prize", "prize.yaml: code: Prize must be lower case"),
                wrong("section: incentive", "section: prizes", "prize.yaml: section: prizes is not known"),
                wrong("{zh: 奖项, en: Prize}", "{zh: 奖项}", "prize.yaml: name.en: is missing"),
                wrong("decidedOnly: false, ", "", "prize.yaml: publication.decidedOnly: is missing"),
                wrong("key: [number]", "key: [nummer]", "prize.yaml: key: names nummer, which is not a field"),
                wrong("title: [title]", "title: []", "prize.yaml: title: must name at least one field"),
                wrong("role: document-number", "role: number", "prize.yaml: fields.number.role: number is not known"),
                wrong("kind: keyword", "kind: word", "prize.yaml: fields.number.kind: word is not known"),
                wrong("{zh: 编号, en: Number}", "{en: Number}", "prize.yaml: fields.number.label.zh: is missing"),
                wrong("label: {zh: 编号, en: Number}", "lable: x", "prize.yaml: fields.number.label: is missing"),
                wrong("[required, search]", "[required, seek]", "prize.yaml: fields.number.flags: seek is not known"),
                wrong("[奖项编号]", "[奖项编号, 奖项编号]", "prize.yaml: fields.number.columns: names 奖项编号 twice"),
                wrong("[奖项编号]", "[奖项名称]", "prize.yaml: fields.title: the column 奖项名称 belongs to number too"),
                wrong("[奖项编号]", "[备注]", "prize.yaml: fields.remark: the column 备注 belongs to number too"),
                wrong("[奖项编号]", "[2016]", "prize.yaml: fields.number.columns: holds 2016, which is not a text"),
                wrong("name: title", "name: number", "prize.yaml: fields.number.name: is used by two fields"),
                wrong("name: title", "name: remark", "prize.yaml: fields.remark: is a name the common blocks use"),
                wrong("name: title", "name: Title", "prize.yaml: fields.Title.name: must be camel case"),
                wrong("columnUnit: 万元", "columnUnit: 亿元", "prize.yaml: fields.amount.columnUnit: must be 元 or 万元"),
                wrong("columnUnit: 万元", "", "prize.yaml: fields.amount.columnUnit: is missing"),
                wrong("options: {first", "choices: {first", "prize.yaml: fields.rank.options: is missing"),
                wrong("role: document-number", "role: subject-uscc", "prize.yaml: fields.number: has a subject role"),
                wrong("department: show}", "}", "prize.yaml: fields.number.visibility: says nothing for department"),
                wrong(
                        "{public: mask}",
                        "{everyone: mask}",
                        "prize.yaml: fields.title.visibility.everyone: is not a known"),
                wrong("{public: hide, subject", "{public: show, subject", "an identity number is hidden from public"),
                wrong("department: mask}", "department: show}", "an identity number is never shown in full"),
                wrong("kind: text", "kind: phone", "fields.title.visibility: a phone or account number is hidden"));
    }

    private static Arguments wrong(String text, String replacement, String message) {
        return Arguments.of(text, replacement, message);
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void namesFileAndFieldOfWhatIsWrong(String text, String replacement, String message) {
        assertThat(PRIZE).contains(text);
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> load(PRIZE.replaceFirst(Pattern.quote(text), replacement)))
                .withMessageContaining(message);
    }

    @Test
    void refusesTwoFilesOfOneCode() {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> CatalogLoader.load(
                        file("record-subject.yaml", SUBJECT),
                        file("record-common.yaml", COMMON),
                        List.of(file("prize.yaml", PRIZE), file("other.yaml", PRIZE))))
                .withMessage("other.yaml: code: is also the code of prize.yaml");
    }

    private static Catalog load(String type) {
        return CatalogLoader.load(
                file("record-subject.yaml", SUBJECT),
                file("record-common.yaml", COMMON),
                List.of(file("prize.yaml", type)));
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
