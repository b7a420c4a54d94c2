package org.chengxin.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.text.Divisions;

/** The real companies outside the project that the benches measure on. */
final class OutsideCorpus {

    private final Map<String, SubjectDocument> subjects = new LinkedHashMap<>();
    private final Map<String, String> byCode = new LinkedHashMap<>();

    OutsideCorpus(Path data) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(data.resolve("companies.tsv.gz")));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(row -> {
                List<String> aliases = row[1].isEmpty() ? List.of() : List.of(row[1].split("\\|"));
                put(row[0], row[2], region(row[3], row[2]), aliases, List.of());
            });
        }
        for (String line : Files.readAllLines(data.resolve("companies_huangshi.tsv"))) {
            String[] row = line.split("\t", -1);
            if (!row[0].equals("name")) {
                List<String> people = row[4].isEmpty() ? List.of() : List.of(row[4]);
                put(row[0], row[1], "420200", List.of(), people);
            }
        }
    }

    /** All of them, in the order of the files. */
    List<SubjectDocument> subjects() {
        return List.copyOf(subjects.values());
    }

    /** Builds the index anew from subjects. */
    static void load(SearchEngine engine, List<SubjectDocument> all) {
        long start = System.nanoTime();
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            for (int from = 0; from < all.size(); from += 1000) {
                List<SubjectDocument> batch = all.subList(from, Math.min(all.size(), from + 1000));
                rebuild.apply(new IndexBatch(batch, List.of(), List.of(), List.of(), String.valueOf(from), 0));
            }
            rebuild.settle();
            rebuild.swap();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%d in %.1f s, %.0f/s%n", all.size(), seconds, all.size() / seconds);
    }

    private void put(String name, String code, String region, List<String> aliases, List<String> people) {
        String known = code.isEmpty() ? null : byCode.get(code);
        String key = known != null ? known : name;
        SubjectDocument old = subjects.get(key);
        String uscc = !code.isEmpty() ? code : old == null ? null : old.uscc();
        subjects.put(
                key,
                new SubjectDocument(
                        old == null ? "s" + subjects.size() : old.id(),
                        old == null ? name : old.name(),
                        "enterprise",
                        region == null && old != null ? old.region() : region,
                        "active",
                        uscc,
                        List.of(),
                        List.of(),
                        aliases.isEmpty() && old != null ? old.aliases() : aliases,
                        List.of(),
                        people.isEmpty() && old != null ? old.representatives() : people,
                        null,
                        null,
                        Long.MAX_VALUE,
                        Map.of(),
                        Map.of(),
                        false,
                        List.of()));
        if (!code.isEmpty()) {
            byCode.put(code, key);
        }
    }

    private static String region(String text, String uscc) {
        String[] places = text.split("/");
        List<String> codes = Divisions.codes(places[places.length - 1]);
        if (codes.size() == 1) {
            return (codes.get(0) + "0000").substring(0, 6);
        }
        return uscc.length() == 18 ? uscc.substring(2, 8) : null;
    }
}
