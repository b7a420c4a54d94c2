package org.chengxin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** The made-up city of {@code seed/} holds together and shows every kind of subject, record and state. */
class SeedTests {

    private static final Pattern DAY = Pattern.compile("(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})");

    private final Catalog catalog = CatalogLoader.load();
    private final List<Map<String, String>> subjects = SeedFiles.rows("subjects");
    private final List<Map<String, String>> sources = SeedFiles.rows("sources");

    @Test
    void showsEveryKindAndStatusOfSubject() {
        assertThat(subjects).hasSizeGreaterThanOrEqualTo(80);
        assertThat(values("kind"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SubjectKind.values())
                        .map(SubjectKind::code)
                        .toList());
        assertThat(values("status"))
                .contains("active", "suspended", "revoked", "closed")
                .allMatch(status -> SubjectStatus.ofCode(status).isPresent());
        for (String property : List.of("formerNames", "aliases", "brands", "shopNames", "domains", "shopUrls")) {
            assertThat(values(property)).as(property).hasSizeGreaterThan(2);
        }
    }

    private Set<String> values(String property) {
        return subjects.stream()
                .filter(subject -> subject.containsKey(property))
                .map(subject -> subject.get(property))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasValidCodesAndOneMismatchThatADepartmentVouchesFor() {
        List<Map<String, String>> mismatch = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Map<String, String> subject : subjects) {
            String code = subject.get("uscc");
            if (code != null) {
                assertThat(codes.add(code)).as(code).isTrue();
                assertThat(CreditCode.check(code)).as(code).isNotEqualTo(CreditCode.Status.MALFORMED);
                if (CreditCode.check(code) == CreditCode.Status.MISMATCH) {
                    mismatch.add(subject);
                }
            }
        }
        assertThat(mismatch).singleElement().satisfies(subject -> assertThat(kindOfSource(subject.get("source")))
                .isEqualTo("department"));
    }

    private String kindOfSource(String source) {
        return sources.stream()
                .filter(row -> row.get("code").equals(source) || row.get("name").equals(source))
                .map(row -> row.get("kind"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no source " + source));
    }

    @Test
    void placesAreKnownAndTiesLeadToSubjects() {
        Regions regions = Regions.load();
        Set<String> known = new HashSet<>();
        subjects.forEach(subject -> {
            known.add(subject.get("name"));
            known.add(subject.get("uscc"));
        });
        for (Map<String, String> subject : subjects) {
            assertThat(regions.canonical(subject.get("region")))
                    .as(subject.get("name"))
                    .isPresent();
            for (String tie : List.of("branchOf", "operator")) {
                if (subject.containsKey(tie)) {
                    assertThat(known).contains(subject.get(tie));
                }
            }
        }
        assertThat(subjects)
                .filteredOn(subject -> subject.containsKey("branchOf"))
                .hasSizeGreaterThan(6);
    }

    @Test
    void whatIdentifiesASubjectBelongsToOneOnly() {
        for (String property : List.of("shopUrls", "registrationNumber", "identityNumber")) {
            List<String> all = subjects.stream()
                    .filter(subject -> subject.containsKey(property))
                    .flatMap(subject -> Arrays.stream(subject.get(property).split("\\|")))
                    .toList();
            assertThat(all).as(property).doesNotHaveDuplicates();
        }
    }

    @Test
    void hasTheCompanyOfTheGuideWithItsBranches() {
        Map<String, String> company = subjects.stream()
                .filter(subject -> subject.get("name").equals("黄石市港饼网络科技有限公司"))
                .findFirst()
                .orElseThrow();
        assertThat(company).containsEntry("brands", "港饼").containsKeys("formerNames", "domains", "shopUrls");
        assertThat(subjects)
                .filteredOn(subject -> company.get("uscc").equals(subject.get("branchOf"))
                        || company.get("name").equals(subject.get("branchOf")))
                .hasSize(2);
        assertThat(subjects)
                .filteredOn(subject -> subject.get("name").contains("张记小吃店"))
                .as("nearly equal names")
                .hasSizeGreaterThan(2);
        assertThat(subjects)
                .filteredOn(subject ->
                        subject.get("name").contains("㙍") || subject.get("name").contains("𬭎"))
                .as("rare characters")
                .hasSize(2);
    }

    @Test
    void hasRecordsOfTenYearsInEveryState() {
        int count = 0;
        Set<String> states = new HashSet<>();
        Set<Year> years = new TreeSet<>();
        for (RecordType type : seeded()) {
            for (Map<String, String> record : SeedFiles.records(type)) {
                count++;
                String state = record.getOrDefault("state", "published");
                states.add(stateCode(type, state));
                String decided = record.get(
                        type.field(FieldRole.DECIDED_ON).orElseThrow().name());
                if (decided != null) {
                    years.add(Year.of(day(decided).getYear()));
                }
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(600);
        assertThat(states)
                .containsExactlyInAnyOrder(
                        "lead", "draft", "submitted", "returned", "published", "repaired", "withdrawn", "annulled");
        assertThat(years).hasSizeGreaterThanOrEqualTo(10);
    }

    private List<RecordType> seeded() {
        return catalog.types().stream()
                .filter(type -> Files.exists(Path.of("seed", type.code() + ".csv"))
                        || Files.exists(Path.of("seed", type.code() + ".jsonl")))
                .toList();
    }

    private static String stateCode(RecordType type, String state) {
        return type.field(FieldRole.STATE).orElseThrow().options().entrySet().stream()
                .filter(option ->
                        option.getKey().equals(state) || option.getValue().zh().equals(state))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError(state));
    }

    @Test
    void recordsAreAboutSeedSubjectsFromKnownSourcesInGoodOrderOfDates() {
        Set<String> known = subjects.stream()
                .map(subject -> subject.get("name") + subject.get("uscc"))
                .collect(Collectors.toSet());
        for (RecordType type : seeded()) {
            for (Map<String, String> record : SeedFiles.records(type)) {
                String place = type.code() + " " + record;
                String uscc = record.get("uscc");
                assertThat(known).as(place).contains(record.get("subjectName") + uscc);
                String kind = kindOfSource(record.get(SeedFiles.SOURCE));
                if (uscc != null && CreditCode.check(uscc) == CreditCode.Status.MISMATCH) {
                    assertThat(kind).as(place).isEqualTo("department");
                }
                datesInOrder(type, record, place);
            }
        }
    }

    private static void datesInOrder(RecordType type, Map<String, String> record, String place) {
        String decided =
                record.get(type.field(FieldRole.DECIDED_ON).orElseThrow().name());
        String until = type.field(FieldRole.VALID_UNTIL)
                .map(field -> record.get(field.name()))
                .orElse(null);
        if (decided != null) {
            assertThat(day(decided)).as(place).isBefore(LocalDate.of(2026, 11, 25));
            if (until != null && !until.equals("长期")) {
                assertThat(day(until)).as(place).isAfterOrEqualTo(day(decided));
            }
        }
    }

    @Test
    void penaltiesInForceAreOfAllLevelsAndPlentiful() {
        RecordType type = catalog.require("penalty");
        LocalDate today = LocalDate.of(2026, 11, 24);
        List<Map<String, String>> inForce = SeedFiles.records(type).stream()
                .filter(record -> record.get("state").equals("published"))
                .filter(record -> {
                    LocalDate decided = day(record.get("decidedOn"));
                    return switch (record.get("level")) {
                        case "严重" -> decided.plusYears(3).isAfter(today);
                        case "一般" -> decided.plusYears(1).isAfter(today);
                        default -> false;
                    };
                })
                .toList();
        assertThat(inForce).hasSizeGreaterThan(40);
        assertThat(inForce).extracting(record -> record.get("level")).contains("严重", "一般");
        assertThat(inForce)
                .as("nothing in force against the company of the guide itself")
                .noneMatch(record -> record.get("subjectName").equals("黄石市港饼网络科技有限公司"))
                .as("but against a branch of it")
                .anyMatch(record -> record.get("subjectName").startsWith("黄石市港饼网络科技有限公司"));
    }

    @Test
    void nobodyIsOnTheRedListAndOnASeriousDefaultListAtOnce() {
        List<String> serious = SeedFiles.records(catalog.require("serious-default")).stream()
                .filter(record -> "已公示".equals(record.get("state")) && !record.containsKey("validUntil"))
                .map(record -> record.get("subjectName"))
                .toList();
        assertThat(serious).hasSizeGreaterThan(4);
        assertThat(SeedFiles.records(catalog.require("red-list")))
                .filteredOn(record -> "已公示".equals(record.get("state")))
                .extracting(record -> record.get("subjectName"))
                .doesNotContainAnyElementsOf(serious);
    }

    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        assertThat(day.find()).as(text).isTrue();
        return LocalDate.of(
                Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }
}
