package org.chengxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengxin.indexing.IndexWork;
import org.chengxin.intake.ImportCounts;
import org.chengxin.intake.ImportException;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.ImportResult;
import org.chengxin.intake.Importer;
import org.chengxin.intake.IntakeMessages;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file in, beside a serving portal or alone; ends when its rows are committed and can be found. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int ROW_ERRORS = 1;
    private static final int WRONG_USE = 2;
    private static final int FAILED = 3;

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--as", required = true, paramLabel = "TYPE")
    private String as = "";

    @Option(names = "--mapping", paramLabel = "FILE")
    private @Nullable Path mapping;

    @Option(names = "--source", paramLabel = "NAME")
    private @Nullable String source;

    @Option(names = "--source-kind", paramLabel = "KIND")
    private String sourceKind = "other";

    @Option(names = "--again")
    private boolean again;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Source.Kind kind = Codes.find(Source.Kind.class, sourceKind.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "--source-kind: " + sourceKind));
        ImportRequest request = ImportRequest.of(file, as)
                .withMapping(mapping)
                .withSource(source, kind)
                .onceMore(again);
        try {
            Importer importer = root.bean(Importer.class);
            ImportResult result = run(importer, request, err);
            if (!result.already()) {
                root.bean(IndexWork.class).await();
            }
            out.println(json ? machine(result) : words(result));
            out.flush();
            return result.counts().refused() > 0 ? ROW_ERRORS : 0;
        } catch (ImportException failure) {
            String chinese = IntakeMessages.text(Locale.CHINESE, failure.code(), failure.arguments());
            err.println(json ? machine(failure) : chinese + " (" + failure.getMessage() + ")");
            return failure.isWrongUse() ? WRONG_USE : FAILED;
        }
    }

    private ImportResult run(Importer importer, ImportRequest request, PrintWriter err) {
        if (json) {
            return importer.run(request, ProgressListener.NONE);
        }
        try (ImportProgress progress = new ImportProgress(err, Ansi.AUTO.enabled())) {
            return importer.run(request, progress);
        }
    }

    private static String words(ImportResult result) {
        StringBuilder words = new StringBuilder();
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            ImportCounts counts = result.counts();
            if (result.already()) {
                line(words, locale, "result.already", counts.rows());
                continue;
            }
            if (result.resumedAt() > 0) {
                line(words, locale, "result.resumed", result.resumedAt());
            }
            line(
                    words,
                    locale,
                    "result.done",
                    counts.rows(),
                    counts.inserted(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.skipped(),
                    counts.refused(),
                    counts.warnings());
            double seconds = Math.max(0.001, result.took().toMillis() / 1000.0);
            long rate = Math.round((counts.rows() - result.resumedAt()) / seconds);
            line(words, locale, "result.rate", seconds, rate);
            if (!result.unknownColumns().isEmpty()) {
                line(words, locale, "result.unknown-columns", String.join(", ", result.unknownColumns()));
            }
        }
        if (result.errorFile() != null) {
            line(words, Locale.CHINESE, "result.errors", result.errorFile().toString());
        }
        return words.toString().stripTrailing();
    }

    private static void line(StringBuilder words, Locale locale, String code, Object... arguments) {
        words.append(IntakeMessages.text(locale, code, arguments)).append(System.lineSeparator());
    }

    private static String machine(ImportResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ImportCounts counts = result.counts();
        fields.put("rows", counts.rows());
        fields.put("inserted", counts.inserted());
        fields.put("updated", counts.updated());
        fields.put("unchanged", counts.unchanged());
        fields.put("skipped", counts.skipped());
        fields.put("refused", counts.refused());
        fields.put("warnings", counts.warnings());
        fields.put("already", result.already());
        fields.put("resumedAt", result.resumedAt());
        fields.put("seconds", result.took().toMillis() / 1000.0);
        fields.put("unknownColumns", result.unknownColumns());
        if (result.errorFile() != null) {
            fields.put("errorFile", result.errorFile().toString());
        }
        return JsonMapper.builder().build().writeValueAsString(fields);
    }

    private static String machine(ImportException failure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("error", failure.code());
        fields.put("message", String.valueOf(failure.getMessage()));
        return JsonMapper.builder().build().writeValueAsString(fields);
    }
}
