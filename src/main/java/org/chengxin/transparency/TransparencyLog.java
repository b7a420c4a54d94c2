package org.chengxin.transparency;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.LogHead;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archives;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What anybody may ask the log: its head, its entries, and proofs. Never blocks the caller. */
public final class TransparencyLog {

    private final LogStore log;
    private final Archives archives;
    private final PublishedContent contents;
    private final Statements statements;
    private final String issuer;
    private final StoreCalls store;
    private final Clock clock;

    TransparencyLog(
            LogStore log,
            Archives archives,
            PublishedContent contents,
            Statements statements,
            String issuer,
            StoreCalls store,
            Clock clock) {
        this.log = log;
        this.archives = archives;
        this.contents = contents;
        this.statements = statements;
        this.issuer = issuer;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A signed head.
     *
     * @param statement the same as a compact JWS, see {@link Statements#sign(LogHead)}
     */
    public record Head(LogHead head, String statement) {}

    /**
     * That an entry is in the tree of a head.
     *
     * @param salt null unless the entry is about what was asked for
     * @param content what the entry commits to with the salt, null without it
     * @param path to the root of the head
     */
    public record Inclusion(
            LogEntry entry, byte @Nullable [] salt, @Nullable String content, Head head, List<byte[]> path) {}

    /** The latest head. Never empty. */
    public Mono<Head> head() {
        return store.call(this::latest);
    }

    /** Entries from a position on, up to the latest head. Never empty. */
    public Mono<List<LogEntry>> entries(long from, int limit) {
        return store.call(() -> {
            long size = latest().head().size();
            return log.entries(from, limit).stream()
                    .filter(entry -> entry.position() < size)
                    .toList();
        });
    }

    /** That a record is in the log as it is published now; empty when it is not published, or not logged yet. */
    public Mono<Inclusion> ofRecord(String id) {
        return store.call(() -> archives.record(id, Audience.PUBLIC)
                        .map(found -> contents.of(found.record()))
                        .flatMap(content -> opened(LogStore.RECORD, id, content)))
                .flatMap(Mono::justOrEmpty);
    }

    /** That a document is in the log as it was issued; empty for an unknown number. */
    public Mono<Inclusion> ofDocument(String number) {
        return store.call(() -> log.document(number).flatMap(content -> opened(LogStore.DOCUMENT, number, content)))
                .flatMap(Mono::justOrEmpty);
    }

    /** That an entry is in the log, whatever it is about; empty when there is none. */
    public Mono<Inclusion> ofEntry(long position) {
        return store.call(() -> log.entry(position).flatMap(entry -> proven(entry, null, null)))
                .flatMap(Mono::justOrEmpty);
    }

    /** That the tree of the first entries is the beginning of a later one; empty when the log has not so many. */
    public Mono<List<byte[]>> consistency(long first, long second) {
        return store.<List<byte[]>>call(
                () -> first > second || second > latest().head().size()
                        ? null
                        : new MerkleProofs(log).consistency(first, second));
    }

    private Optional<Inclusion> opened(String kind, String reference, String content) {
        return log.opening(kind, reference)
                .filter(opening -> MessageDigest.isEqual(
                        opening.entry().commitment(), LogEntry.commitment(opening.salt(), content)))
                .flatMap(opening -> proven(opening.entry(), opening.salt(), content));
    }

    private Optional<Inclusion> proven(LogEntry entry, byte @Nullable [] salt, @Nullable String content) {
        Head head = latest();
        long size = head.head().size();
        return entry.position() >= size
                ? Optional.empty()
                : Optional.of(new Inclusion(
                        entry, salt, content, head, new MerkleProofs(log).inclusion(entry.position(), size)));
    }

    private Head latest() {
        return log.head()
                .map(head -> new Head(new LogHead(issuer, head.size(), head.root(), head.at()), head.statement()))
                .orElseGet(() -> {
                    LogHead none = new LogHead(
                            issuer, 0, Merkle.empty(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
                    return new Head(none, statements.sign(none));
                });
    }
}
