package org.chengxin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The structure of the README's tree, as rules. What a package may import is also said in its package-info. */
@AnalyzeClasses(packages = "org.chengxin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** Package to the packages of ours it may import; templates are generated. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("platform", Set.of("shared")),
            Map.entry("catalog", Set.of("shared")),
            Map.entry("subject", Set.of("shared", "platform")),
            Map.entry("record", Set.of("shared", "platform", "catalog", "subject")),
            Map.entry("search", Set.of("shared")),
            Map.entry("indexing", Set.of("shared", "platform", "catalog", "subject", "record", "search")),
            Map.entry("intake", Set.of("shared", "platform", "catalog", "subject", "record")),
            Map.entry("backup", Set.of("shared", "platform")),
            Map.entry("bench", Set.of("search")),
            Map.entry("quota", Set.of("shared", "platform")),
            Map.entry("access", Set.of("shared", "platform")),
            Map.entry("lists", Set.of("shared", "platform", "catalog", "subject", "record")),
            Map.entry("proof", Set.of("shared", "platform")),
            Map.entry(
                    "report", Set.of("shared", "platform", "catalog", "subject", "record", "search", "proof", "site")),
            Map.entry("site", Set.of("shared", "platform", "catalog", "subject", "record", "search")),
            Map.entry("widget", Set.of("shared", "platform", "catalog", "subject", "record", "site")),
            Map.entry("transparency", Set.of("shared", "platform", "catalog", "subject", "record", "proof")),
            Map.entry("rights", Set.of("shared", "platform", "catalog", "subject", "record")),
            Map.entry(
                    "portal",
                    Set.of(
                            "shared",
                            "platform",
                            "catalog",
                            "subject",
                            "record",
                            "search",
                            "proof",
                            "report",
                            "transparency",
                            "access",
                            "quota",
                            "lists",
                            "rights",
                            "site",
                            "widget")),
            Map.entry(
                    "cli",
                    Set.of(
                            "shared",
                            "platform",
                            "catalog",
                            "subject",
                            "record",
                            "search",
                            "indexing",
                            "intake",
                            "rights",
                            "access",
                            "site",
                            "proof",
                            "report",
                            "transparency",
                            "backup",
                            "bench")));

    @ArchTest
    static void packagesImportOnlyWhatTheyMay(JavaClasses classes) {
        Set<String> broken = new TreeSet<>();
        for (JavaClass from : classes) {
            String source = feature(from);
            if (source.isEmpty()) {
                continue;
            }
            assertThat(MAY_IMPORT).as("a package of the tree").containsKey(source);
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(to -> to.getPackageName().startsWith("org.chengxin"))
                    .filter(to -> !feature(to).equals(source)
                            && !MAY_IMPORT.get(source).contains(feature(to)))
                    .forEach(to -> broken.add(from.getFullName() + " imports " + to.getFullName()));
        }
        assertThat(broken).isEmpty();
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("org.chengxin")
                ? ""
                : name.substring("org.chengxin.".length()).split("\\.")[0];
    }

    @ArchTest
    static final ArchRule noPackageCircles =
            slices().matching("org.chengxin.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sharedKnowsTheJdkOnly = noClasses()
            .that()
            .resideInAPackage("org.chengxin.shared..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.chengxin.shared..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule analysisKnowsLuceneOnly = noClasses()
            .that()
            .resideInAPackage("org.chengxin.search.text..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.chengxin.search.text..",
                    "java..",
                    "org.apache.lucene..",
                    "org.elasticsearch.plugin..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule pluginApiStaysInThePlugin =
            fenced("org.elasticsearch.plugin..", "org.chengxin.search.text.plugin..");

    @ArchTest
    static final ArchRule luceneStaysInSearch = fenced("org.apache.lucene..", "org.chengxin.search..");

    @ArchTest
    static final ArchRule clusterStaysInItsAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("org.chengxin.search.elasticsearch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "co.elastic..", "org.elasticsearch.client..", "org.apache.http..", "io.github.resilience4j..");

    @ArchTest
    static final ArchRule enginesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("org.chengxin.search.elasticsearch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.chengxin.search.lucene..");

    @ArchTest
    static final ArchRule pdfAndQrStayInReport = noClasses()
            .that()
            .resideOutsideOfPackage("org.chengxin.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.lowagie..", "com.google.zxing..");

    @ArchTest
    static final ArchRule signaturesStayInProof = fenced("org.bouncycastle..", "org.chengxin.proof..");

    @ArchTest
    static final ArchRule sheetsStayInIntake = noClasses()
            .that()
            .resideOutsideOfPackage("org.chengxin.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.siegmar.fastcsv..", "org.dhatim.fastexcel..");

    @ArchTest
    static final ArchRule embeddedPostgresStaysInItsPackage = fenced("io.zonky..", "org.chengxin.platform.store..");

    @ArchTest
    static final ArchRule bucketsStayInQuota = fenced("io.github.bucket4j..", "org.chengxin.quota..");

    /** One connection, which quotas are counted through as well. */
    @ArchTest
    static final ArchRule redisStaysInNodesAndQuota = noClasses()
            .that()
            .resideOutsideOfPackages("org.chengxin.platform.nodes..", "org.chengxin.quota..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lettuce..");

    @ArchTest
    static final ArchRule picocliStaysInCli = fenced("picocli..", "org.chengxin.cli..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)");

    @ArchTest
    static final ArchRule wallClockIsInjected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            // a wall clock set back would freeze every quota until it has come round again
            .accessField(TimeMeter.class, "SYSTEM_MILLISECONDS");

    @ArchTest
    static void everyPackageIsDescribedAndNullMarked(JavaClasses classes) {
        Set<String> without = classes.stream()
                .filter(type -> !type.getPackageName().equals("org.chengxin")
                        && !type.getPackageName().startsWith("org.chengxin.portal.template"))
                .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(without).isEmpty();
    }

    @ArchTest
    static final ArchRule onlyTheApplicationIsAtTheRoot =
            classes().that().resideInAPackage("org.chengxin").should().haveSimpleName("ChengxinApplication");

    private static ArchRule fenced(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** A file does one thing; one that grows beyond this does two. */
    private static final int LINES = 350;

    @Test
    void noFileIsLong() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        for (String root : List.of("src/main", "src/test", "frontend/src")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(ArchitectureTests::isSource).toList()) {
                    try (Stream<String> lines = Files.lines(file)) {
                        long count = lines.count();
                        if (count > LINES) {
                            tooLong.put(file.toString(), count);
                        }
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(java|jte|ts|mjs|css|sql)")
                && !file.toString().contains("node_modules");
    }
}
