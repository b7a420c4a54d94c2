package org.chengxin.report;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.proof.TestKeys;
import org.chengxin.shared.Ids;
import org.chengxin.site.SiteProofs;
import org.jspecify.annotations.Nullable;

/**
 * Not a test: how many signed documents a core makes a second, in processor time of the thread that makes them, how large they are,
 * and how that compares with OpenPDF alone: a page with the text of an identity result, one subset of the same face, unsigned. All
 * in turns, after turns that are not counted until they get no faster; medians. Each document is one of its own with statement,
 * code, PDF and signature, as {@link Reports} makes it; only the store is left out. Arguments: documents of each kind in a turn, turns.
 */
final class DocumentBench {

    private static final int MOST_WARMING = 20;
    /** What is no faster than this part of its best turn is steady, twice in a row. */
    private static final double STEADY = 0.98;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final DocumentWriter writer = ResultWorld.writer();
    private final DocumentStatements statements = new DocumentStatements(TestKeys.statements(), ReportWorld.ISSUER);
    private final Ids ids = new Ids(new Random(1));
    private final List<Kind> kinds = new ArrayList<>();
    private final int documents;

    private DocumentBench(int documents) throws IOException {
        this.documents = documents;
        add("query, nothing found", query("2001-01-01"), null);
        add("query, two records", query("2026-11-24"), null);
        add("commitment", Scope.commitment("commitment"), null);
        add("site", Scope.site("gangbing.example.cn"), ResultWorld.PROOF);
        add("identity", Scope.of(DocumentKind.IDENTITY), null);
        add("red-list", Scope.of(DocumentKind.RED_LIST), null);
        add("credit-report, of several pages", Scope.of(DocumentKind.CREDIT_REPORT), null);
        kinds.add(new Kind("OpenPDF alone", plain(text(Scope.of(DocumentKind.IDENTITY)))));
    }

    /** What is made, and the processor time that a document of it took in each turn, in nanoseconds. */
    private record Kind(String name, Supplier<byte[]> maker, List<Double> turns) {

        Kind(String name, Supplier<byte[]> maker) {
            this(name, maker, new ArrayList<>());
        }
    }

    public static void main(String[] arguments) throws IOException {
        int documents = arguments.length < 1 ? 100 : Integer.parseInt(arguments[0]);
        int turns = arguments.length < 2 ? 9 : Integer.parseInt(arguments[1]);
        System.out.println(new DocumentBench(documents).run(turns));
    }

    private String run(int turns) {
        double best = Double.MAX_VALUE;
        int steady = 0;
        for (int i = 0; i < MOST_WARMING && steady < 2; i++) {
            double now = turn();
            steady = now > best * STEADY ? steady + 1 : 0;
            best = Math.min(best, now);
        }
        kinds.forEach(kind -> kind.turns.clear());
        for (int i = 0; i < turns; i++) {
            turn();
        }
        StringBuilder table = new StringBuilder(
                "| document | a second a core | processor time | bytes | of OpenPDF alone |\n|---|---|---|---|---|\n");
        kinds.forEach(kind -> table.append(row(kind)));
        return table.toString();
    }

    /** Some documents of each kind; gives the time of all. */
    private double turn() {
        double sum = 0;
        for (Kind kind : kinds) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < documents; i++) {
                kind.maker.get();
            }
            double each = (threads.getCurrentThreadCpuTime() - before) / (double) documents;
            kind.turns.add(each);
            sum += each;
        }
        return sum;
    }

    private String row(Kind kind) {
        List<Double> alone = kinds.get(kinds.size() - 1).turns;
        double[] ratios = new double[alone.size()];
        Arrays.setAll(ratios, turn -> alone.get(turn) / kind.turns.get(turn));
        double each =
                median(kind.turns.stream().mapToDouble(Double::doubleValue).toArray());
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f ms | %,d | %.2f |%n",
                kind.name,
                1e9 / each,
                each / 1e6,
                kind.maker.get().length,
                median(ratios));
    }

    private static double median(double[] of) {
        Arrays.sort(of);
        return of[of.length / 2];
    }

    private void add(String name, Scope scope, SiteProofs.@Nullable Proof proof) {
        Content content = new Content(scope, scope.of(ResultWorld.ARCHIVE), proof, ReportWorld.SOURCES);
        kinds.add(new Kind(name, () -> write(content)));
    }

    private static Scope query(String to) {
        return Scope.query(
                Set.of("permit", "penalty", "serious-default", "abnormal-operation"), null, LocalDate.parse(to));
    }

    private byte[] write(Content content) {
        String number = ReportNumber.next(LocalDate.parse("2026-11-24"), ids);
        String statement = statements.of(
                number, content, content.digest(), ReportWorld.NOW, statements.end(content.archive(), ReportWorld.NOW));
        return writer.write(content, new Issue(number, ReportWorld.NOW, Locale.CHINESE, statement));
    }

    private String text(Scope scope) {
        return PdfReading.text(write(new Content(scope, scope.of(ResultWorld.ARCHIVE), null, ReportWorld.SOURCES)));
    }

    /** A page as OpenPDF makes it when it is left as it comes. */
    private static Supplier<byte[]> plain(String text) throws IOException {
        String file = "NotoSansSC-Regular.ttf";
        try (InputStream in = Objects.requireNonNull(DocumentBench.class.getResourceAsStream("/fonts/" + file))) {
            BaseFont face = BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
            face.setSubset(true);
            return () -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                Document document = new Document(PageSize.A4);
                PdfWriter.getInstance(document, bytes);
                document.open();
                text.lines().forEach(line -> document.add(new Paragraph(line, new Font(face, 8.5f))));
                document.close();
                return bytes.toByteArray();
            };
        }
    }
}
