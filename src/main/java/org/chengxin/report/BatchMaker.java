package org.chengxin.report;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.shared.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the reports of batches that somebody waits for, one at a time: of the threads that write documents it takes one at the
 * most. Holders take turns, one report each, among themselves and with all others who ask for documents. A report is numbered,
 * registered and kept in one transaction, so a portal that is killed numbers none twice. Several portals share the work.
 */
final class BatchMaker implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(BatchMaker.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Scope REPORT = Scope.of(DocumentKind.CREDIT_REPORT);

    private final BatchStore batches;
    private final Reports reports;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds = new Rounds("report-batches");
    /** Who had the last turn; the rounds are one thread. */
    private String served = "";

    private volatile boolean running;

    BatchMaker(BatchStore batches, Reports reports, TransactionTemplate transaction, Clock clock) {
        this.batches = batches;
        this.reports = reports;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes all that are waited for. Blocks. */
    @Override
    public void run() {
        try {
            batches.tidy(clock.instant());
            while (running && Boolean.TRUE.equals(transaction.execute(status -> next()))) {
                // one report after the other
            }
        } catch (RuntimeException failure) {
            // that the store is away is told by the projection, once
            if (!StoreCalls.isAway(failure)) {
                log.warn("batches of reports cannot be made now", failure);
            }
        }
    }

    private boolean next() {
        Optional<BatchStore.Turn> turn = batches.turn(clock.instant(), served);
        turn.ifPresent(this::make);
        return turn.isPresent();
    }

    private void make(BatchStore.Turn turn) {
        BatchRow row = turn.row();
        served = turn.holder();
        Optional<Report> report;
        try {
            report = reports.issueHere(row.subject(), REPORT, turn.language(), turn.holder());
        } catch (DataAccessException again) {
            throw again;
        } catch (RuntimeException failure) {
            // one subject whose report cannot be written shall not hold up the others
            log.error("a report of a batch cannot be made", failure);
            batches.made(row, BatchRow.State.FAILED, null);
            return;
        }
        batches.made(row, report.isPresent() ? BatchRow.State.ISSUED : BatchRow.State.NOT_FOUND, report.orElse(null));
    }

    @Override
    public void start() {
        running = true;
        rounds.every(PAUSE, PAUSE, this);
    }

    @Override
    public void stop() {
        running = false;
        rounds.close(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
