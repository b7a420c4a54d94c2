package org.chengxin.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.chengxin.shared.Codes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the made-up city of {@code seed/} once, through the same importer as everything else: {@code sources.jsonl},
 * {@code subjects.jsonl}, then a file per record type, {@code <type>.csv} or {@code <type>.jsonl}. Blocks.
 */
@Component
public class SeedLoader {

    private static final Logger log = LoggerFactory.getLogger(SeedLoader.class);
    private static final List<String> ENDINGS = List.of(".jsonl", ".csv");

    private final Importer importer;
    private final SourceStore sources;
    private final Catalog catalog;
    private final JsonMapper json;

    SeedLoader(Importer importer, SourceStore sources, Catalog catalog, JsonMapper json) {
        this.importer = importer;
        this.sources = sources;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * Loads what was not loaded before.
     *
     * @return what became of each file, in their order; empty when the class path has no seed
     */
    public List<ImportResult> load() {
        List<ImportResult> results = new ArrayList<>();
        try {
            Path directory = Files.createTempDirectory("chengxin-seed");
            try {
                loadSources();
                load(ImportRequest.SUBJECTS, directory, results);
                for (RecordType type : catalog.types()) {
                    load(type.code(), directory, results);
                }
            } finally {
                delete(directory);
            }
        } catch (IOException broken) {
            throw ImportException.failed("file.io", broken, "seed", String.valueOf(broken.getMessage()));
        }
        return results;
    }

    private void loadSources() throws IOException {
        Resource file = resource("sources.jsonl");
        if (!file.exists()) {
            return;
        }
        try (InputStream in = file.getInputStream()) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank())
                    .toList()) {
                JsonNode source = json.readTree(line);
                sources.put(
                        source.get("code").asString(),
                        source.get("name").asString(),
                        Codes.require(Source.Kind.class, source.get("kind").asString()));
            }
        }
    }

    private void load(String as, Path directory, List<ImportResult> results) throws IOException {
        for (String ending : ENDINGS) {
            Resource resource = resource(as + ending);
            if (resource.exists()) {
                // The importer wants a file; inside the jar there is none.
                Path file = directory.resolve(as + ending);
                try (InputStream in = resource.getInputStream()) {
                    Files.copy(in, file);
                }
                ImportRequest request = ImportRequest.of(file, as);
                ImportResult result = importer.run(request, ProgressListener.NONE);
                if (result.counts().refused() > 0 && !result.already()) {
                    // never the values: they may be of persons
                    log.warn(
                            "seed/{}{}: {} rows refused{}",
                            as,
                            ending,
                            result.counts().refused(),
                            places(request.errors()));
                }
                results.add(result);
            }
        }
    }

    /** Line, column and reason code of each problem in an error file. */
    private static String places(Path errors) throws IOException {
        try (CsvReader<CsvRecord> problems = CsvReader.builder().ofCsvRecord(errors)) {
            return problems.stream()
                    .skip(1)
                    .map(problem -> "\n" + problem.getField(0) + " " + problem.getField(1) + " " + problem.getField(5))
                    .collect(Collectors.joining());
        }
    }

    private static Resource resource(String name) {
        return new PathMatchingResourcePatternResolver().getResource("classpath:seed/" + name);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
