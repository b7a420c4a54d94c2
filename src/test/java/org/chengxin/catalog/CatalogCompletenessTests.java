package org.chengxin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chengxin.shared.LocalName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Goes over every record type file: nothing a door, the importer or a publication rule needs may be missing. */
class CatalogCompletenessTests {

    private static final Catalog CATALOG = CatalogLoader.load(ownFilesOnly());

    static List<RecordType> types() {
        return CATALOG.types();
    }

    /** Types that other tests make up are not judged here: they have no seed. */
    private static ClassLoader ownFilesOnly() {
        return new ClassLoader(CatalogLoader.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                List<URL> main = new ArrayList<>();
                super.getResources(name).asIterator().forEachRemaining(url -> {
                    if (!url.getPath().contains("test-classes")) {
                        main.add(url);
                    }
                });
                return Collections.enumeration(main);
            }
        };
    }

    @Test
    void hasAllTypesOfTheStart() {
        assertThat(CATALOG.types())
                .extracting(RecordType::code)
                .contains(
                        "permit",
                        "penalty",
                        "commitment",
                        "certification-real-name",
                        "certification-trusted-site",
                        "certification-product-quality",
                        "red-list",
                        "incentive",
                        "serious-default",
                        "abnormal-operation",
                        "misconduct",
                        "supervision",
                        "public-grade",
                        "market-evaluation",
                        "platform-rating",
                        "judgment",
                        "contract-performance",
                        "complaint-outcome",
                        "joint-measure",
                        "major-event");
    }

    @ParameterizedTest
    @MethodSource("types")
    void isLabelledInBothLanguages(RecordType type) {
        labelled(type.code(), type.name());
        for (FieldDef field : type.fields()) {
            labelled(type.code() + "." + field.name(), field.label());
            field.options().forEach((code, label) -> labelled(type.code() + "." + field.name() + "." + code, label));
        }
    }

    private static void labelled(String place, LocalName name) {
        assertThat(name.zh()).as(place).containsPattern("[\\p{IsHan}]");
        assertThat(name.en()).as(place).isNotBlank().doesNotContainPattern("[\\p{IsHan}]");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldHasAColumnAlias(RecordType type) {
        assertThat(type.fields()).filteredOn(field -> field.columns().isEmpty()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldSaysWhatEachAudienceGets(RecordType type) {
        for (FieldDef field : type.fields()) {
            assertThat(field.visibility()).as(type.code() + "." + field.name()).containsOnlyKeys(Audience.values());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void keyAndTitleNameFields(RecordType type) {
        assertThat(type.key()).isNotEmpty().allSatisfy(name -> assertThat(type.field(name))
                .isPresent());
        assertThat(type.title()).isNotEmpty().allSatisfy(name -> {
            FieldDef field = type.field(name).orElseThrow();
            assertThat(field.visibility().get(Audience.DEPARTMENT)).isEqualTo(Visibility.SHOW);
        });
        assertThat(type.title())
                .as("a title is never empty in a complete record")
                .anySatisfy(name ->
                        assertThat(type.field(name).orElseThrow().required()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("types")
    void isDecidedBySomebodyOnADayAndANegativeOneOnABasis(RecordType type) {
        assertThat(type.field(FieldRole.AUTHORITY)).get().matches(FieldDef::required);
        assertThat(type.field(FieldRole.DECIDED_ON)).get().matches(FieldDef::required);
        assertThat(type.field(FieldRole.STATE)).isPresent();
        if (type.polarity() == Polarity.NEGATIVE) {
            assertThat(type.field(FieldRole.BASIS)).get().matches(FieldDef::required);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasAPublicationRule(RecordType type) throws IOException {
        Set<String> families = new HashSet<>();
        for (JsonNode rule : publicationRules()) {
            rule.get("families").forEach(family -> families.add(family.asString()));
        }
        assertThat(families).contains(type.publication().rule());
    }

    @Test
    void everyPublicationRuleGovernsSomeType() throws IOException {
        List<String> used =
                CATALOG.types().stream().map(type -> type.publication().rule()).toList();
        for (JsonNode rule : publicationRules()) {
            String code = rule.get("code").asString();
            rule.get("families").forEach(family -> assertThat(used).as(code).contains(family.asString()));
            assertThat(rule.get("levels").has(rule.get("defaultLevel").asString()))
                    .as(code)
                    .isTrue();
        }
    }

    private static List<JsonNode> publicationRules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:publication-rules/*.yaml")) {
            try (InputStream in = file.getInputStream()) {
                rules.add(new YAMLMapper().readTree(in));
            }
        }
        return rules;
    }

    @ParameterizedTest
    @MethodSource("types")
    void personalDataStaysInside(RecordType type) {
        for (FieldDef field : type.fields()) {
            Visibility seen = field.visibility().get(Audience.PUBLIC);
            switch (field.kind()) {
                case IDENTITY, PHONE, ACCOUNT ->
                    assertThat(seen).as(type.code() + "." + field.name()).isEqualTo(Visibility.HIDE);
                case PERSON -> {
                    if (!field.ofSubject()) {
                        assertThat(seen).as(type.code() + "." + field.name()).isNotEqualTo(Visibility.SHOW);
                    }
                }
                default -> {}
            }
        }
        assertThat(type.field("remark").orElseThrow().visibility()).containsEntry(Audience.PUBLIC, Visibility.HIDE);
    }

    @Test
    void gradesAreNotPublic() {
        RecordType grade = CATALOG.require("public-grade");
        assertThat(grade.publication().shown()).isFalse();
        assertThat(grade.field("grade").orElseThrow().visibility()).containsEntry(Audience.PUBLIC, Visibility.HIDE);
    }

    /** Columns of double disclosure, current template and 2016, each led to some field. */
    static Stream<String> doubleDisclosureColumns() {
        return Stream.of(
                        "XK_XDR_MC XK_XDR_LB XK_XDR_SHXYM XK_XDR_GSZC XK_XDR_ZZJG XK_XDR_SWDJ XK_XDR_SYDW XK_XDR_SHZZ XK_FRDB"
                                + " XK_FR_ZJLX XK_FR_ZJHM XK_XDR_ZJLX XK_XDR_ZJHM XK_XKWS XK_WSH XK_XKLB XK_XKZS XK_XKBH XK_NR"
                                + " XK_JDRQ XK_YXQZ XK_YXQZI XK_XKJG XK_XKJGDM XK_ZT XK_LYDW XK_LYDWDM XK_XMMC XK_SPLB XK_XDR"
                                + " XK_XDR_ZDM XK_XDR_GSDJ XK_XDR_SFZ XK_FR XK_JZQ XK_XZJG",
                        "CF_XDR_MC CF_XDR_LB CF_XDR_SHXYM CF_XDR_GSZC CF_XDR_ZZJG CF_XDR_SWDJ CF_XDR_SYDW CF_XDR_SHZZ CF_FRDB"
                                + " CF_FR_ZJLX CF_FR_ZJHM CF_XDR_ZJLX CF_XDR_ZJHM CF_WSH CF_WFXW CF_SY CF_YJ CF_CFLB CF_NR"
                                + " CF_NR_FK CF_NR_WFFF CF_NR_ZKDX CF_JDRQ CF_YXQ CF_GSJZQ CF_CFJG CF_CFJGDM CF_SJLY CF_SJLYDM"
                                + " CF_CFMC CF_CFLB1 CF_CFLB2 CF_XDR_ZDM CF_XDR_GSDJ CF_XDR_SFZ CF_FR CF_JG CF_XZJG CF_ZT")
                .flatMap(columns ->
                        Stream.of((columns + " BZ DFBM SJC").split(" ")).map(String::strip));
    }

    @ParameterizedTest
    @MethodSource("doubleDisclosureColumns")
    void takesBothTemplatesOfDoubleDisclosure(String column) {
        RecordType type = CATALOG.require(column.startsWith("CF_") ? "penalty" : "permit");
        assertThat(type.fields()).anyMatch(field -> field.columns().contains(column));
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasSeedExamplesThatFillEachRequiredField(RecordType type) {
        var records = SeedFiles.records(type);
        assertThat(records).hasSizeGreaterThanOrEqualTo(3);
        for (FieldDef field : type.fields()) {
            assertThat(records)
                    .filteredOn(record -> !"lead".equals(record.get("state")))
                    .as("required " + field.name())
                    .allMatch(record -> !field.required() || record.containsKey(field.name()));
            if (field.summary()) {
                assertThat(records).as("summary " + field.name()).anyMatch(record -> record.containsKey(field.name()));
            }
            if (field.kind() == FieldKind.CODE) {
                assertThat(records)
                        .filteredOn(record -> record.containsKey(field.name()))
                        .as("option of " + field.name())
                        .allMatch(record -> field.options().containsKey(record.get(field.name()))
                                || field.options().values().stream()
                                        .anyMatch(label -> label.zh().equals(record.get(field.name()))));
            }
        }
    }
}
