package org.chengxin.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What the operator does with objections. Every act, reading included, is written down with who and when. Blocks. */
public final class ObjectionDesk {

    private final ObjectionStore store;
    private final EvidenceFiles files;
    private final TransactionTemplate transaction;
    private final Duration keepContact;
    private final Clock clock;

    ObjectionDesk(
            ObjectionStore store,
            EvidenceFiles files,
            TransactionTemplate transaction,
            Duration keepContact,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.transaction = transaction;
        this.keepContact = keepContact;
        this.clock = clock;
    }

    /** Oldest first, nothing personal; all states for null. */
    public List<Objection.Line> list(@Nullable ObjectionState state) {
        return store.list(state);
    }

    /**
     * Opens one.
     *
     * @param codeOrId its id, or the code its filer has
     * @param by who reads it
     */
    public Objection show(String codeOrId, String by) {
        Objection found = find(codeOrId);
        store.act(found.id(), new Objection.Act("shown", by, clock.instant(), null));
        return found;
    }

    /** Takes it up; the record it is about carries 异议处理中 from now on. */
    public Objection accept(String codeOrId, @Nullable String words, String by) {
        return move(codeOrId, EnumSet.of(ObjectionState.RECEIVED), ObjectionState.ACCEPTED, words, by);
    }

    /** Says that it was checked with whoever stated the record. */
    public Objection handle(String codeOrId, @Nullable String words, String by) {
        return move(codeOrId, EnumSet.of(ObjectionState.ACCEPTED), ObjectionState.HANDLED, words, by);
    }

    /** Answers it, taken up or not. */
    public Objection answer(String codeOrId, String words, String by) {
        EnumSet<ObjectionState> open = EnumSet.complementOf(EnumSet.of(ObjectionState.ANSWERED));
        return move(codeOrId, open, ObjectionState.ANSWERED, words, by);
    }

    /** Writes the evidence into a folder under names of ours: {@code 1.pdf}, {@code 2.jpg}. Overwrites nothing. */
    public List<Path> evidence(String codeOrId, Path folder, String by) {
        Objection found = find(codeOrId);
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (Evidence evidence : found.evidence()) {
            Path to = folder.resolve(found.id() + "-" + (written.size() + 1) + "."
                    + evidence.kind().ending());
            files.open(evidence.id(), to);
            written.add(to);
        }
        store.act(found.id(), new Objection.Act("exported", by, clock.instant(), null));
        return written;
    }

    /** Drops what is not kept any longer: contacts some time after the answer, files of forms never filed. */
    public void tidy() {
        Instant now = clock.instant();
        for (String id : store.contactsOlderThan(now.minus(keepContact))) {
            transaction.executeWithoutResult(status -> {
                if (store.dropContact(id)) {
                    store.act(id, new Objection.Act("contact-dropped", "portal", now, null));
                }
            });
        }
        files.sweep(store.evidenceIds(), now);
    }

    private Objection move(
            String codeOrId, Set<ObjectionState> from, ObjectionState to, @Nullable String words, String by) {
        Objection found = find(codeOrId);
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (!store.move(found.id(), from, to, now)) {
                throw new IllegalStateException("异议 " + found.id() + " 当前状态为 "
                        + found.state().code() + "，不能改为 " + to.code() + " (its state does not allow this)");
            }
            store.act(found.id(), new Objection.Act(to.code(), by, now, words));
        });
        return store.byId(found.id()).orElseThrow();
    }

    private Objection find(String codeOrId) {
        Optional<Objection> byCode = FollowCode.parse(codeOrId).flatMap(code -> store.byCode(code.digest()));
        return byCode.or(() -> store.byId(codeOrId.strip()))
                .orElseThrow(() -> new NoSuchElementException("没有这件异议：" + codeOrId.strip() + " (no such objection)"));
    }
}
