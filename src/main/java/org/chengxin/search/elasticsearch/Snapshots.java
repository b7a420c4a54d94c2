package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.OpenPointInTimeResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.ranking.NameRarity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a snapshot of the live generation that all searches share, and takes another when the generation says that more can
 * be seen, or when another one is live, whoever wrote it.
 */
final class Snapshots {

    /** A snapshot is used this long at the most; its points in time are kept longer. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** A cluster that has not answered for so long is away. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
    /** Searches under way when another snapshot was taken have ended by then. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Generations generations;
    private final long staleNanos;
    private final Deque<Retired> retired = new ArrayDeque<>();
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile @Nullable Snapshot current;
    private volatile long checked;
    /** Held by the one who looks at the cluster, for all. */
    private final ReentrantLock looking = new ReentrantLock();
    /** What the last look met, null when it saw something. */
    private @Nullable SearchEngineAwayException failed;

    private long failedAt;
    private long taken;

    private record Retired(View view, long nanos) {}

    /** @param stale what was not compared with the cluster for this long is compared before it answers */
    Snapshots(Cluster cluster, Generations generations, Duration stale) {
        this.cluster = cluster;
        this.generations = generations;
        this.staleNanos = stale.toNanos();
    }

    /**
     * A snapshot that lags behind the cluster by no more than was allowed.
     *
     * @param lost one whose points in time are gone, null for none: of all who have lost it the first takes another
     */
    Snapshot current(@Nullable Snapshot lost) {
        Snapshot known = usable(lost);
        return known != null ? known : refreshed(lost);
    }

    private Snapshot refreshed(@Nullable Snapshot lost) {
        long asked = System.nanoTime();
        await();
        try {
            // others may have waited for the same, or have found meanwhile that it cannot be had
            Snapshot known = usable(lost);
            SearchEngineAwayException away = failed;
            if (known == null && away != null && failedAt - asked > 0) {
                throw away;
            }
            return known != null ? known : check(lost != null && lost.equals(current));
        } finally {
            looking.unlock();
        }
    }

    /** Waits for who looks now, no longer than for an answer. */
    private void await() {
        try {
            if (!looking.tryLock(cluster.searchTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SearchEngineAwayException("the index could not be looked at in time", null);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the answer any more");
        }
    }

    private @Nullable Snapshot usable(@Nullable Snapshot lost) {
        Snapshot known = current;
        return known != null && !known.equals(lost) && System.nanoTime() - checked < staleNanos ? known : null;
    }

    /**
     * Compares with the cluster and takes another snapshot when there is more to see.
     *
     * @param anew whether to take one in any case, since the points in time of the last are gone
     */
    Snapshot check(boolean anew) {
        looking.lock();
        try {
            Snapshot seen = look(anew);
            failed = null;
            return seen;
        } catch (SearchEngineAwayException away) {
            // what nodes lost another look may find at once
            failed = away instanceof NodesLostException ? null : away;
            failedAt = System.nanoTime();
            throw away;
        } finally {
            looking.unlock();
        }
    }

    private Snapshot look(boolean anew) {
        long now = System.nanoTime();
        GenerationState state = generations.live();
        lost.set(state == null);
        if (state == null) {
            throw new IndexDamagedException("the indices are gone and not built anew yet", null);
        }
        Snapshot known = current;
        boolean same = known != null
                && known.state().generation().equals(state.generation())
                && known.state().seen() == state.seen();
        if (known == null || !same || anew || now - taken > LONGEST.toNanos()) {
            known = take(state, known);
            taken = now;
        }
        checked = now;
        closeRetired(now);
        return known;
    }

    /** Names what searches see; null when that was not compared with the cluster just now. */
    @Nullable
    String name() {
        Snapshot known = current;
        return known == null || System.nanoTime() - checked >= staleNanos
                ? null
                : known.subjects().point() + ' ' + known.records().point();
    }

    /** Whether the cluster was there when it was looked at last, which is not long ago. */
    boolean isFresh() {
        return current != null && System.nanoTime() - checked < LONGEST_SILENCE.toNanos() + staleNanos;
    }

    /** Documents that the cluster would not take, as known when it was looked at last. */
    Map<String, String> refused() {
        Snapshot known = current;
        return known == null ? Map.of() : known.state().refused();
    }

    /** Whether the cluster said that there is no live generation. */
    boolean isLost() {
        return lost.get();
    }

    private Snapshot take(GenerationState state, @Nullable Snapshot last) {
        Supplier<OpenPointInTimeResponse> ofSubjects = open(state.generation().index(Generation.SUBJECTS));
        Supplier<OpenPointInTimeResponse> ofRecords = open(state.generation().index(Generation.RECORDS));
        Set<String> ends = ends(state.generation());
        View subjects = new View(cluster, ofSubjects.get().id());
        View records = new View(cluster, ofRecords.get().id());
        Snapshot next = new Snapshot(state, subjects, records, ends, rarity(state, last));
        current = next;
        if (last != null) {
            retired.add(new Retired(last.subjects(), System.nanoTime()));
            retired.add(new Retired(last.records(), System.nanoTime()));
        }
        return next;
    }

    private Supplier<OpenPointInTimeResponse> open(String index) {
        return cluster.beginToAsk(
                asking -> asking.openPointInTime(open -> open.index(index).keepAlive(keep -> keep.time(View.KEPT))));
    }

    private Set<String> ends(Generation generation) {
        String index = generation.index(Generation.SUBJECTS);
        var mappings = cluster.ask(asking -> asking.indices().getFieldMapping(of -> of.index(index)
                        .fields(SubjectFields.LIST_ENDS + '*', SubjectFields.RECORD_ENDS + '*')))
                .result()
                .get(index);
        return mappings == null ? Set.of() : new TreeSet<>(mappings.mappings().keySet());
    }

    private NameRarity rarity(GenerationState state, @Nullable Snapshot last) {
        if (last != null
                && last.state().generation().equals(state.generation())
                && last.state().names() == state.names()) {
            return last.rarity();
        }
        return NameCounts.read(cluster, state.generation()).rarity();
    }

    /** Those that a cursor wants are left to run out. */
    private void closeRetired(long now) {
        while (!retired.isEmpty() && now - retired.peek().nanos > UNDER_WAY.toNanos()) {
            close(retired.remove().view);
        }
    }

    private void close(View view) {
        if (view.isPinned()) {
            return;
        }
        try {
            cluster.ask(asking -> asking.closePointInTime(close -> close.id(view.point())));
        } catch (ElasticsearchException | SearchEngineAwayException gone) {
            // with its index, or with a node: what is left of it runs out
        }
    }
}
