package org.chengxin.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.shared.Ids;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reports of up to {@value ReportBatch#MOST_ROWS} subjects at once. They are made while somebody waits, and for a grace after
 * that: who asks how a batch stands or reads its ZIP waits. What was made is kept until the batch ends and never made again.
 */
public final class ReportBatches {

    /** Of one holder at a time. */
    private static final int MOST = 10;
    /** Rows read at once: what a slow reader keeps in memory. */
    private static final int PAGE = 4;
    /** Between two looks whether the next report is there. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final BatchStore batches;
    private final IssuedDocuments documents;
    private final Verifications verifications;
    private final DocumentStatements statements;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;
    private final StoreCalls store;
    private final TransactionTemplate transaction;
    private final Duration keep;
    private final Duration grace;

    /**
     * Takes its parts.
     *
     * @param keep for how long a batch is kept
     * @param grace for how long it is made after nobody asks for it any more
     */
    ReportBatches(
            BatchStore batches,
            IssuedDocuments documents,
            Verifications verifications,
            DocumentStatements statements,
            Ids ids,
            Clock clock,
            ZoneId zone,
            StoreCalls store,
            TransactionTemplate transaction,
            Duration keep,
            Duration grace) {
        this.batches = batches;
        this.documents = documents;
        this.verifications = verifications;
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.store = store;
        this.transaction = transaction;
        this.keep = keep;
        this.grace = grace;
    }

    /**
     * Asks for reports.
     *
     * @param holder who may read them
     * @param subjects ids or current USCC, in the order they are wanted
     * @return how the batch stands; fails with 429 when the holder has too many
     */
    public Mono<ReportBatch> order(String holder, List<String> subjects, Locale language) {
        return store.call(() -> {
            Instant now = clock.instant();
            List<Instant> ends = batches.ends(holder, now);
            if (ends.size() >= MOST) {
                throw ProblemException.retryAfter(ProblemKind.TOO_MANY_REQUESTS, Duration.between(now, ends.get(0)));
            }
            ReportBatch batch = new ReportBatch(ids.next(), language, 0, 0, 0, subjects.size(), 0, now, now.plus(keep));
            return transaction.execute(status -> {
                batches.add(batch, holder, subjects, now.plus(grace));
                return batches.find(batch.id(), holder, now).orElseThrow();
            });
        });
    }

    /** How a batch stands; who asks waits for it. Empty when the holder has no such batch, or it has ended. */
    public Mono<ReportBatch> find(String holder, String id) {
        return store.call(() -> {
            Instant now = clock.instant();
            Optional<ReportBatch> found = batches.find(id, holder, now);
            found.ifPresent(batch -> batches.wanted(id, now, grace));
            return found.orElse(null);
        });
    }

    /** Ends a batch and forgets what was made; false when the holder has no such batch. */
    public Mono<Boolean> end(String holder, String id) {
        return store.call(() -> batches.end(id, holder));
    }

    /**
     * The ZIP of a batch from its beginning, each report as soon as it is made. A report that does not hold any more is left out,
     * and the manifest says so.
     *
     * @return pieces in order; fails when the batch ends meanwhile
     */
    public Flux<byte[]> zip(ReportBatch batch) {
        return written(batch, rows(batch, batches::after));
    }

    /**
     * How many bytes the ZIP of a batch that is {@linkplain ReportBatch.State#DONE done} has. Compares its reports again: the batch
     * that is {@linkplain #find found} after this tells of all that changed.
     */
    public Mono<Long> length(ReportBatch batch) {
        return written(batch, rows(batch, batches::hollowAfter)).reduce(0L, (bytes, piece) -> bytes + piece.length);
    }

    /** The ZIP of a batch that was found so; fails when one of its reports ceases to hold meanwhile: its bytes are others then. */
    public Flux<byte[]> unchanged(ReportBatch batch) {
        return Flux.defer(() -> {
            AtomicInteger dropped = new AtomicInteger();
            return written(batch, rows(batch, batches::after).doOnNext(row -> {
                if (row.dropped() && dropped.incrementAndGet() > batch.dropped()) {
                    throw ProblemException.of(ProblemKind.ANSWER_CHANGED);
                }
            }));
        });
    }

    private Flux<byte[]> written(ReportBatch batch, Flux<BatchRow> rows) {
        return Flux.defer(() -> {
            BatchZip zip = new BatchZip(batch, zone, statements);
            return rows.map(zip::add).concatWith(Mono.fromCallable(zip::end)).filter(piece -> piece.length > 0);
        });
    }

    private Flux<BatchRow> rows(ReportBatch batch, Reading reading) {
        return Flux.defer(() -> {
            AtomicInteger at = new AtomicInteger();
            return Mono.defer(() -> store.call(() -> made(reading, batch.id(), at.get())))
                    .flatMap(rows -> rows.isEmpty() ? Mono.delay(LOOK).thenReturn(rows) : Mono.just(rows))
                    .doOnNext(rows -> at.addAndGet(rows.size()))
                    .flatMapIterable(rows -> rows)
                    .repeat(() -> at.get() < batch.total());
        });
    }

    /** Those after a place that had their turn, up to the first that waits. */
    private List<BatchRow> made(Reading reading, String batch, int after) {
        batches.wanted(batch, clock.instant(), grace);
        List<BatchRow> rows = reading.after(batch, after, PAGE);
        if (rows.isEmpty()) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        List<BatchRow> made = new ArrayList<>();
        for (BatchRow row : rows) {
            if (row.state() == null) {
                break;
            }
            made.add(current(row));
        }
        return made;
    }

    /** A report is compared again each time it is given out; one that does not hold is kept no longer. */
    private BatchRow current(BatchRow row) {
        String number = row.number();
        if (number == null) {
            return row;
        }
        Optional<IssuedDocument> holds = row.file() == null
                ? Optional.empty()
                : documents.byNumber(number).filter(verifications::holds);
        if (holds.isPresent()) {
            return row.of(holds.get());
        }
        Instant since = row.at();
        if (since == null) {
            // as the store keeps it: the manifest tells it the next time too
            since = clock.instant().truncatedTo(ChronoUnit.MICROS);
            batches.forget(number, since);
        }
        return row.updated(since);
    }

    /** Reads rows after a place, with their reports or with something as long. */
    private interface Reading {

        List<BatchRow> after(String batch, int place, int limit);
    }
}
