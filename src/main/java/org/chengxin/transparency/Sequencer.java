package org.chengxin.transparency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.proof.LogHead;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.shared.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the log: compares what is published of the subjects that changed with what the log has of them, and adds the difference.
 * It goes by what is there, not by what it was told: work that was cut off is found again. A batch is one transaction with its
 * nodes and its signed head, and one writer at a time holds the log.
 */
final class Sequencer implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 200;
    private static final int SALT = 32;
    private static final String CATALOG = "log-catalog";
    /** What a clock ends too early by less than this has ended when that is noticed. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final LogStore store;
    private final Archives archives;
    private final PublishedContent contents;
    private final Statements statements;
    private final String issuer;
    private final StoreSettings settings;
    private final String catalog;
    private final TransactionTemplate transaction;
    private final RandomGenerator random;
    private final Clock clock;
    private final Rounds rounds = new Rounds("transparency-log");
    /** Size of the last head whose moment was still to come and with which all was compared; 0 for none. */
    private long compared;

    private boolean running;

    /** @param catalog fingerprint: another catalogue may show more or less of the same records */
    Sequencer(
            LogStore store,
            Archives archives,
            PublishedContent contents,
            Statements statements,
            String issuer,
            StoreSettings settings,
            String catalog,
            TransactionTemplate transaction,
            RandomGenerator random,
            Clock clock) {
        this.store = store;
        this.archives = archives;
        this.contents = contents;
        this.statements = statements;
        this.issuer = issuer;
        this.settings = settings;
        this.catalog = catalog;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    /** Brings the log up to what is published. Blocks. */
    @Override
    public void run() {
        try {
            long ahead = ahead();
            transaction.executeWithoutResult(status -> {
                if (ahead != compared
                        || !settings.find(CATALOG).filter(catalog::equals).isPresent()) {
                    store.allDue();
                    settings.put(CATALOG, catalog);
                }
            });
            compared = ahead;
            while (Boolean.TRUE.equals(transaction.execute(status -> batch()))) {
                // one batch after the other
            }
        } catch (RuntimeException failure) {
            // that the store is away is told by the projection, once
            if (!StoreCalls.isAway(failure)) {
                log.warn("the transparency log cannot be written now", failure);
            }
        }
    }

    /** Size of a head that a clock ahead of time has signed: what it took for ended may be in publication. 0 for none. */
    private long ahead() {
        Instant latest = clock.instant().plus(SKEW);
        return store.head()
                .filter(head -> head.at().isAfter(latest))
                .map(LogStore.Head::size)
                .orElse(0L);
    }

    private boolean batch() {
        store.hold();
        Instant now = clock.instant();
        List<LogStore.Due> due = store.due(BATCH);
        List<String> runOut = store.runOut(now, BATCH);
        Set<String> subjects = new LinkedHashSet<>(runOut);
        due.stream().filter(one -> one.kind().equals(LogStore.SUBJECT)).forEach(one -> subjects.add(one.reference()));
        Writing writing = new Writing(now);
        if (!subjects.isEmpty()) {
            writing.compare(List.copyOf(subjects));
        }
        due.stream()
                .filter(one -> one.kind().equals(LogStore.DOCUMENT))
                .forEach(one -> writing.issued(one.reference()));
        store.done(due);
        writing.sign();
        return due.size() == BATCH || runOut.size() == BATCH;
    }

    /** One batch being added. */
    private final class Writing {

        private final Instant now;
        private final Instant second;
        private final long before;
        private final Frontier tree;

        Writing(Instant now) {
            this.now = now;
            this.second = now.truncatedTo(ChronoUnit.SECONDS);
            this.before = store.size();
            this.tree = Frontier.of(before, store, store::addNode);
        }

        void compare(List<String> subjects) {
            Map<String, LogStore.Opening> logged = new LinkedHashMap<>();
            store.ofSubjects(subjects).forEach(opening -> logged.put(opening.reference(), opening));
            for (Archive archive : archives.all(subjects, Audience.PUBLIC)) {
                for (Archive.RecordView record : archive.records()) {
                    if (PublishedContent.lasts(record, now)) {
                        published(record, logged.remove(record.id()));
                    }
                }
            }
            for (LogStore.Opening gone : logged.values()) {
                store.forget(gone.entry().position());
                append(LogEntry.Op.ENDED, gone.reference(), salt());
            }
        }

        private void published(Archive.RecordView record, LogStore.@Nullable Opening known) {
            String content = contents.of(record);
            if (known == null) {
                add(LogEntry.Op.PUBLISHED, record, content);
            } else if (!Arrays.equals(known.entry().commitment(), LogEntry.commitment(known.salt(), content))) {
                store.forget(known.entry().position());
                add(LogEntry.Op.CORRECTED, record, content);
            }
        }

        private void add(LogEntry.Op op, Archive.RecordView record, String content) {
            byte[] salt = salt();
            long position = append(op, content, salt);
            store.open(position, LogStore.RECORD, record.id(), record.subjectId(), salt, record.publicUntil());
        }

        void issued(String number) {
            if (store.opening(LogStore.DOCUMENT, number).isEmpty()) {
                byte[] salt = salt();
                store.document(number)
                        .ifPresent(content -> store.open(
                                append(LogEntry.Op.ISSUED, content, salt),
                                LogStore.DOCUMENT,
                                number,
                                null,
                                salt,
                                null));
            }
        }

        private long append(LogEntry.Op op, String content, byte[] salt) {
            LogEntry entry = new LogEntry(tree.size(), op, second, LogEntry.commitment(salt, content));
            store.add(entry);
            tree.add(entry.leaf());
            return entry.position();
        }

        private byte[] salt() {
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            return salt;
        }

        void sign() {
            if (tree.size() > before) {
                byte[] root = tree.root();
                String statement = statements.sign(new LogHead(issuer, tree.size(), root, second));
                store.add(new LogStore.Head(tree.size(), second, root, statement));
            }
        }
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
