package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchExplanation;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchUnavailableException;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Suggestion;
import org.chengxin.search.ranking.QueryReader;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.recall.CursorWriter;
import org.chengxin.search.recall.ExplainSearch;
import org.chengxin.search.recall.MatchSearch;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.QueryDigest;
import org.chengxin.search.recall.RecordSearch;
import org.chengxin.search.recall.SubjectSearch;
import org.chengxin.search.recall.SuggestSearch;
import org.chengxin.search.text.Divisions;
import org.chengxin.shared.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine on Elasticsearch: one live generation of indices, seen through snapshots that all searches share. */
final class ElasticsearchSearchEngine implements SearchEngine {

    private static final Logger log = LoggerFactory.getLogger(ElasticsearchSearchEngine.class);
    /** Changed subjects of a batch that is rather a correction than a part of an import. */
    private static final int FEW = 20;

    private final Cluster cluster;
    private final Indices indices;
    private final Snapshots snapshots;
    private final SnapshotReader reader;
    private final String home;
    private final Rounds writing;
    private final Rounds watching;

    ElasticsearchSearchEngine(ElasticsearchSettings settings, String home, Clock clock) {
        this.home = Divisions.prefix(home);
        cluster = new Cluster(settings);
        Generations generations = new Generations(cluster, settings);
        // two rounds and what they take
        snapshots = new Snapshots(
                cluster, generations, settings.refresh().multipliedBy(2).plusMillis(500));
        reader = new SnapshotReader(cluster, snapshots);
        indices = new Indices(cluster, generations, settings, clock);
        // half: a change waits for the end of the round it has missed, and for the next one's
        Duration pause = settings.refresh().dividedBy(2);
        // a batch going in holds up what it will show, not the look at what others have shown
        writing = rounds("search-index", pause, () -> {
            show();
            indices.clean();
        });
        watching = rounds("search-snapshot", pause, this::look);
    }

    private void show() {
        if (indices.publish()) {
            look();
        }
    }

    private void look() {
        indices.follow(snapshots.check(false).state().generation());
    }

    private static Rounds rounds(String name, Duration pause, Runnable work) {
        return new Rounds(name).every(pause, pause, () -> quietly(work));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (SearchUnavailableException | IndexTakenOverException later) {
            log.debug("not now", later);
        } catch (RuntimeException e) {
            // the next round tries again
            log.warn("search index could not be brought up to date", e);
        }
    }

    @Override
    public void apply(IndexBatch batch) {
        indices.writer().apply(batch);
        if (batch.subjects().size() + batch.goneSubjects().size() <= FEW) {
            // somebody may wait for it; what an import brings is shown by the next round
            writing.soon(() -> quietly(this::show));
        }
    }

    @Override
    public String position() {
        return indices.position();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void takeUp() {
        indices.takeUp();
    }

    @Override
    public @Nullable String state() {
        return snapshots.name();
    }

    @Override
    public boolean needsRebuild() {
        return snapshots.isLost();
    }

    @Override
    public boolean answers() {
        return snapshots.isFresh();
    }

    @Override
    public @Nullable String trouble() {
        return cluster.trouble();
    }

    @Override
    public Map<String, String> refused() {
        return snapshots.refused();
    }

    @Override
    public void flush() {
        indices.writer();
        indices.publish();
        snapshots.check(false);
    }

    @Override
    public SearchPage<SubjectHit> subjects(SubjectQuery query, Instant now) {
        ReadQuery read = QueryReader.read(query.text());
        long digest = QueryDigest.of(query, read);
        return page(
                query.cursor(),
                digest,
                Snapshot::subjects,
                (snapshot, view, trail, offset, cursors) -> new SubjectSearch(
                                new ElasticsearchSubjects(snapshot, view, trail), query, read, home, now.toEpochMilli())
                        .page(offset, size(query.size()), cursors));
    }

    @Override
    public SearchPage<RecordHit> records(RecordQuery query, Instant now) {
        return page(
                query.cursor(),
                QueryDigest.of(query),
                Snapshot::records,
                (snapshot, view, trail, offset, cursors) -> new RecordSearch(
                                new ElasticsearchRecords(view, trail),
                                query,
                                QueryReader.readText(query.text()),
                                now.toEpochMilli())
                        .page(offset, size(query.size()), cursors));
    }

    private interface Paging<T> {
        SearchPage<T> page(
                Snapshot snapshot, View view, PageTrail<List<FieldValue>> trail, int offset, CursorWriter cursors)
                throws IOException;
    }

    private <T> SearchPage<T> page(
            @Nullable String cursor, long digest, Function<Snapshot, View> views, Paging<T> paging) {
        Place place = cursor == null ? null : Place.read(cursor, digest);
        return reader.read(place, views, (snapshot, view) -> {
            PageTrail<List<FieldValue>> trail = new PageTrail<>(place == null ? null : place.resume());
            return paging.page(snapshot, view, trail, place == null ? 0 : place.offset(), next -> new Place(
                            snapshot.state().generation().number(), view.pin(), digest, next, trail.reached())
                    .write());
        });
    }

    @Override
    public MatchAnswer match(MatchQuery query, int limit, Instant now) {
        return reader.read(Snapshot::subjects, (snapshot, view) -> new MatchSearch(
                        new ElasticsearchSubjects(snapshot, view), query, home, now.toEpochMilli())
                .answer(size(limit)));
    }

    @Override
    public List<Suggestion> suggest(String text, int size, Instant now) {
        ReadQuery read = QueryReader.read(text);
        return reader.read(Snapshot::subjects, (snapshot, view) -> new SuggestSearch(
                        new ElasticsearchSubjects(snapshot, view), read, home, now.toEpochMilli())
                .suggest(size(size)));
    }

    @Override
    public SearchExplanation explain(String text, @Nullable String subject, Instant now) {
        return reader.read(Snapshot::subjects, (snapshot, view) -> new ExplainSearch(
                        new ElasticsearchSubjects(snapshot, view), text, home, now.toEpochMilli())
                .explain(subject));
    }

    private static int size(int asked) {
        return Math.max(1, Math.min(asked, SubjectQuery.MAX_SIZE));
    }

    @Override
    public long size() {
        return reader.read(Snapshot::subjects, (snapshot, view) -> view.size());
    }

    @Override
    public Rebuild rebuild() {
        return indices.rebuild(() -> snapshots.check(false));
    }

    @Override
    public void close() {
        // a round ends within the time limits of its requests
        watching.close(Duration.ofSeconds(10));
        writing.close(Duration.ofSeconds(10));
        try {
            indices.close();
        } catch (SearchUnavailableException | IndexTakenOverException away) {
            log.debug("what was written last is shown when a portal starts", away);
        }
        cluster.close();
    }
}
