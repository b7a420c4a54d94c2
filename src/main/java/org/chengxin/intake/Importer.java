package org.chengxin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.intake.sheet.Sheet;
import org.chengxin.intake.sheet.SheetException;
import org.chengxin.intake.sheet.SheetLimits;
import org.chengxin.intake.sheet.Sheets;
import org.chengxin.platform.store.ConcurrentChangeException;
import org.chengxin.record.PublicationRules;
import org.chengxin.record.RecordStore;
import org.chengxin.record.SourceStore;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Sha256;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file in: chunk by chunk, each in one transaction with its checkpoint, so that a killed import goes on behind the
 * last committed chunk and the same file twice changes nothing. Blocks; call it off the event loop.
 */
@Component
public class Importer {

    /** A portal may change a subject between our reading and writing it; then the chunk is read anew. */
    private static final int ATTEMPTS = 3;

    private final Catalog catalog;
    private final Regions regions;
    private final SubjectStore subjects;
    private final DistinctSubjects distinct;
    private final RecordStore records;
    private final SourceStore sources;
    private final PublicationRules rules;
    private final ImportRuns runs;
    private final IdentityHash identityHash;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Importer(
            Catalog catalog,
            Regions regions,
            SubjectStore subjects,
            DistinctSubjects distinct,
            RecordStore records,
            SourceStore sources,
            PublicationRules rules,
            ImportRuns runs,
            IdentityHash identityHash,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.catalog = catalog;
        this.regions = regions;
        this.subjects = subjects;
        this.distinct = distinct;
        this.records = records;
        this.sources = sources;
        this.rules = rules;
        this.runs = runs;
        this.identityHash = identityHash;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a file in.
     *
     * @throws ImportException when it cannot start ({@link ImportException#isWrongUse}) or not go on; what was committed
     *     before stays, and the same call goes on there
     */
    public ImportResult run(ImportRequest request, ProgressListener listener) {
        Instant started = clock.instant();
        // by the time that only goes forward
        long begun = System.nanoTime();
        if (!Files.isReadable(request.file()) || Files.isDirectory(request.file())) {
            throw ImportException.wrongUse("file.missing", request.file());
        }
        Mapping mapping = Mapping.read(request.mapping());
        Sources known = new Sources(sources, request.source(), request.sourceKind());
        RowReader reader = reader(request, mapping, known);
        try {
            ImportRuns.Key key = new ImportRuns.Key(
                    digest(request.file()),
                    request.as(),
                    Objects.requireNonNullElse(request.source(), ""),
                    digest(mapping.text()) + " " + request.sourceKind());
            Optional<ImportRuns.Run> before = request.again() ? Optional.empty() : runs.latest(key);
            if (before.isPresent() && before.get().finished()) {
                return already(request, before.get(), begun);
            }
            ImportRuns.Run run = before.orElseGet(() -> runs.start(key, started));
            return take(request, reader, known, run, listener, begun);
        } catch (SheetException unreadable) {
            throw ImportException.failed(unreadable.code(), unreadable, unreadable.arguments());
        } catch (IOException | UncheckedIOException broken) {
            throw ImportException.failed("file.io", broken, request.file(), String.valueOf(broken.getMessage()));
        }
    }

    private RowReader reader(ImportRequest request, Mapping mapping, Sources known) {
        PartyReader party = new PartyReader(identityHash);
        Places places = new Places(regions);
        if (request.as().equals(ImportRequest.SUBJECTS)) {
            return new SubjectRowReader(mapping, party, places, known, clock);
        }
        RecordType type = catalog.type(request.as())
                .orElseThrow(() -> ImportException.wrongUse(
                        "type.unknown",
                        request.as(),
                        String.join(
                                ", ",
                                catalog.types().stream().map(RecordType::code).toList())));
        return new RecordRowReader(type, catalog, mapping, party, places, known, clock);
    }

    private ChunkWriter writer(ImportRequest request) {
        SubjectTaker taker = new SubjectTaker(subjects, distinct, ids);
        String reason = "import " + request.file().getFileName();
        return request.as().equals(ImportRequest.SUBJECTS)
                ? new SubjectWriter(subjects, distinct, taker, reason)
                : new RecordWriter(subjects, records, taker, new RecordFactory(rules, ids), reason);
    }

    private ImportResult take(
            ImportRequest request,
            RowReader reader,
            Sources known,
            ImportRuns.Run run,
            ProgressListener listener,
            long begun)
            throws IOException {
        ChunkWriter writer = writer(request);
        ImportCounts counts = run.counts();
        long rows = run.rows();
        try (Sheet sheet = Sheets.open(request.file(), reader.columns()::known, SheetLimits.DEFAULT);
                ErrorFile errors = new ErrorFile(request.errors(), run.errorBytes());
                RowFeed feed = new RowFeed(sheet, reader, run.rows())) {
            RowFeed.Chunk chunk;
            do {
                chunk = feed.next();
                rows += chunk.rows().size();
                if (!chunk.rows().isEmpty()) {
                    counts = write(writer, chunk.rows(), run.id(), rows, counts, errors);
                }
                listener.progress(rows, chunk.share());
            } while (!chunk.last());
            Instant finished = clock.instant();
            writer.finish(
                    feed.earlier(),
                    finished,
                    work -> transaction.executeWithoutResult(status -> {
                        runs.lock();
                        work.run();
                    }));
            transaction.executeWithoutResult(status -> {
                known.met().forEach(source -> sources.refreshed(source, finished));
                runs.finish(run.id(), finished);
            });
            return new ImportResult(
                    counts,
                    false,
                    run.rows(),
                    errors.written(),
                    reader.columns().unknown(),
                    Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private ImportCounts write(
            ChunkWriter writer, List<ParsedRow> rows, long run, long rowsDone, ImportCounts before, ErrorFile errors)
            throws IOException {
        long keep = errors.length();
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    runs.lock();
                    ChunkWriter.Outcome outcome = writer.write(rows, clock.instant());
                    ImportCounts counts = before.plus(outcome.counts());
                    runs.checkpoint(run, rowsDone, append(errors, outcome.problems()), counts);
                    return counts;
                }));
            } catch (ConcurrentChangeException | DuplicateKeyException changedMeanwhile) {
                errors.truncate(keep);
                if (attempt == ATTEMPTS) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    private static long append(ErrorFile errors, List<Problem> problems) {
        try {
            return errors.write(new ArrayList<>(problems));
        } catch (IOException full) {
            throw ImportException.failed("errors.io", full, String.valueOf(full.getMessage()));
        }
    }

    private ImportResult already(ImportRequest request, ImportRuns.Run run, long begun) {
        ImportCounts then = run.counts();
        ImportCounts now = new ImportCounts(
                then.rows(),
                0,
                0,
                then.inserted() + then.updated() + then.unchanged(),
                then.skipped(),
                then.refused(),
                then.warnings());
        boolean told = then.refused() + then.warnings() > 0 && Files.exists(request.errors());
        return new ImportResult(
                now,
                true,
                run.rows(),
                told ? request.errors() : null,
                List.of(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 8);
    }
}
