package org.chengxin.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archive;
import org.chengxin.shared.Ids;

/**
 * Not a test: how many signed documents a core makes a second, in processor time of the thread that makes them, and how large they
 * are. Each is a document of its own with statement, code, PDF and signature, as {@link Reports} makes it; only the store is left
 * out. Argument: documents of each kind that are measured, after as many that are not.
 */
final class DocumentBench {

    private static final Catalog CATALOG = CatalogLoader.load();
    private static final Instant UNTIL = Instant.parse("2027-04-01T16:00:00Z");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final DocumentWriter writer = new DocumentWriter(
            CATALOG, (String code, Locale language) -> "湖北省黄石市黄石港区", ReportWorld.ISSUER, TestKeys.signer());
    private final DocumentStatements statements = new DocumentStatements(TestKeys.statements(), ReportWorld.ISSUER);
    private final Ids ids = new Ids(new Random(1));

    private DocumentBench() {}

    public static void main(String[] arguments) {
        int documents = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
        DocumentBench bench = new DocumentBench();
        System.out.println("| document | a second a core | processor time | bytes |\n|---|---|---|---|");
        scopes().forEach((name, scope) -> bench.measure(name, scope, documents));
    }

    private static Map<String, Scope> scopes() {
        Map<String, Scope> scopes = new LinkedHashMap<>();
        scopes.put("query, nothing found", query("2001-01-01"));
        scopes.put("query, two records", query("2026-11-24"));
        for (DocumentKind kind : List.of(DocumentKind.IDENTITY, DocumentKind.RED_LIST, DocumentKind.CREDIT_REPORT)) {
            scopes.put(kind.code(), Scope.of(kind));
        }
        return scopes;
    }

    private static Scope query(String to) {
        return Scope.query(
                Set.of("permit", "penalty", "serious-default", "abnormal-operation"), null, LocalDate.parse(to));
    }

    private void measure(String name, Scope scope, int documents) {
        Archive archive = ReportWorld.archive(
                record("permit", "permit", "documentTitle", "食品经营许可", "decidedOn", "2026-03-02"),
                record(
                        "penalty",
                        "penalty",
                        "documentNumber",
                        "黄市监罚〔2026〕1号",
                        "facts",
                        "虚假宣传",
                        "decidedOn",
                        "2026-03-02"),
                record("red", "red-list", "honour", "纳税信用A级纳税人", "authority", "黄石市税务局", "decidedOn", "2026-04-02"));
        Content content = new Content(scope, scope.of(archive), null, ReportWorld.SOURCES);
        for (int i = 0; i < documents; i++) {
            write(content);
        }
        long bytes = 0;
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < documents; i++) {
            bytes += write(content).length;
        }
        double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9 / documents;
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.1f ms | %,d |%n", name, 1 / seconds, seconds * 1e3, bytes / documents);
    }

    private byte[] write(Content content) {
        String number = ReportNumber.next(LocalDate.parse("2026-11-24"), ids);
        String statement = statements.of(
                number, content, content.digest(), ReportWorld.NOW, statements.end(content.archive(), ReportWorld.NOW));
        return writer.write(content, new Issue(number, ReportWorld.NOW, Locale.CHINESE, statement));
    }

    private static Archive.RecordView record(String id, String type, String... pairs) {
        return ReportWorld.record(id, CATALOG.require(type), UNTIL, pairs);
    }
}
