package org.chengxin.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.shared.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices which issued documents do not hold any more, so that they get on the list of revocations: those of a subject soon after
 * it changed, all others once a day, because time alone can change what is published too. Several portals share the work.
 */
final class Supersession implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Supersession.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofDays(1);
    /** Between the clocks of several portals. */
    private static final Duration SKEW = Duration.ofHours(1);
    /** Documents compared in one transaction. */
    private static final int BATCH = 100;

    private final IssuedDocuments documents;
    private final Verifications verifications;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds = new Rounds("supersession");
    private boolean running;

    Supersession(IssuedDocuments documents, Verifications verifications, TransactionTemplate transaction, Clock clock) {
        this.documents = documents;
        this.verifications = verifications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Compares all that are due. Blocks. */
    @Override
    public void run() {
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> batch()))) {
                // one batch after the other
            }
        } catch (RuntimeException failure) {
            // that the store is away is told by the projection, once
            if (!StoreCalls.isAway(failure)) {
                log.warn("issued documents cannot be compared now", failure);
            }
        }
    }

    private boolean batch() {
        Instant now = clock.instant();
        List<IssuedDocument> due = documents.due(now, now.plus(AGAIN).plus(SKEW), BATCH);
        List<String> current = new ArrayList<>();
        List<String> superseded = new ArrayList<>();
        for (IssuedDocument document : due) {
            (verifications.holds(document) ? current : superseded).add(document.number());
        }
        documents.checked(current, now.plus(AGAIN));
        documents.superseded(superseded, now);
        return due.size() == BATCH;
    }

    @Override
    public void start() {
        rounds.every(PAUSE, PAUSE, this);
        running = true;
    }

    @Override
    public void stop() {
        rounds.close(PAUSE);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
