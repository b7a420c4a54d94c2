package org.chengxin.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.IOFunction;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchExplanation;
import org.chengxin.search.SearchPage;
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
import org.chengxin.shared.FullDisk;
import org.chengxin.shared.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine on Lucene: one live generation, refreshed and committed in the background. */
final class LuceneSearchEngine implements SearchEngine {

    private static final Logger log = LoggerFactory.getLogger(LuceneSearchEngine.class);
    /** What was applied is searchable after this long at most. */
    private static final Duration REFRESH = Duration.ofMillis(250);
    /** After a crash this much is projected again. */
    private static final Duration COMMIT = Duration.ofSeconds(3);

    private final GenerationFolders folders;
    private final String home;
    private final Rounds background;
    private final Object switching = new Object();
    private volatile Generation live;
    private boolean rebuilding;
    /** The generation that turned out to be unreadable: it would answer wrongly, so it answers no more. */
    private volatile @Nullable Generation damaged;

    private LuceneSearchEngine(GenerationFolders folders, Generation live, String home) {
        this.folders = folders;
        this.live = live;
        this.home = home;
        background = new Rounds("search-index")
                .every(REFRESH, REFRESH, () -> quietly(Generation::refresh))
                .every(COMMIT, COMMIT, () -> quietly(Generation::commit));
    }

    static SearchEngine open(Path folder, String home) {
        try {
            GenerationFolders folders = new GenerationFolders(folder);
            Path current = folders.live();
            if (current == null) {
                current = folders.next();
                folders.discard();
                Generation first = new Generation(current);
                first.commitEmpty();
                folders.point(current);
                return new LuceneSearchEngine(folders, first, Divisions.prefix(home));
            }
            folders.clean(current);
            return new LuceneSearchEngine(folders, Generation.existing(current), Divisions.prefix(home));
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | CharacterCodingException
                | IllegalArgumentException e) {
            // illegal: a pointer file with anything but a name, or a segment written with other codecs
            throw new IndexDamagedException("index in " + folder + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quietly(IOConsumer<Generation> work) {
        try {
            if (!needsRebuild()) {
                change(work);
            }
        } catch (RuntimeException e) {
            // the next turn tries again; a broken writer shows in every apply
            if (FullDisk.isCauseOf(e)) {
                log.warn("磁盘已满，检索索引未能写入 (the disk is full, the search index was not written)");
            } else {
                log.warn("search index could not be brought up to date", e);
            }
        }
    }

    private void change(IOConsumer<Generation> work) {
        onLive(generation -> {
            work.accept(generation);
            return null;
        });
    }

    private interface Reading<T> {
        @Nullable
        T on(Generation generation) throws IOException;
    }

    private <T> @Nullable T onLive(Reading<T> work) {
        Generation generation = live;
        while (!generation.acquire()) {
            if (generation == live) {
                throw new IllegalStateException("search engine is closed");
            }
            generation = live;
        }
        try {
            if (generation == damaged) {
                throw new IndexDamagedException("the index is damaged and not built anew yet", null);
            }
            return work.on(generation);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException e) {
            damaged = generation;
            throw new IndexDamagedException("the index cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            generation.release();
        }
    }

    @Override
    public void apply(IndexBatch batch) {
        synchronized (switching) {
            change(generation -> generation.apply(batch));
        }
    }

    @Override
    public String position() {
        return live.committed();
    }

    @Override
    public String state() {
        return live.state();
    }

    @Override
    public boolean needsRebuild() {
        Generation generation = live;
        return generation == damaged || generation.tragedy() != null;
    }

    @Override
    public boolean answers() {
        return live != damaged;
    }

    @Override
    public void flush() {
        change(generation -> {
            generation.commit();
            generation.refresh();
        });
    }

    @Override
    public SearchPage<SubjectHit> subjects(SubjectQuery query, Instant now) {
        ReadQuery read = QueryReader.read(query.text());
        long digest = QueryDigest.of(query, read);
        return onSnapshot(query.cursor(), digest, (snapshot, trail, offset, cursors) -> new SubjectSearch(
                        new LuceneSubjects(snapshot, trail), query, read, home, now.toEpochMilli())
                .page(offset, size(query.size()), cursors));
    }

    @Override
    public SearchPage<RecordHit> records(RecordQuery query, Instant now) {
        var read = QueryReader.readText(query.text());
        return onSnapshot(query.cursor(), QueryDigest.of(query), (snapshot, trail, offset, cursors) -> new RecordSearch(
                        new LuceneRecords(snapshot, trail), query, read, now.toEpochMilli())
                .page(offset, size(query.size()), cursors));
    }

    private static int size(int asked) {
        return Math.max(1, Math.min(asked, SubjectQuery.MAX_SIZE));
    }

    private interface Paging<T> {
        SearchPage<T> page(Snapshot snapshot, PageTrail<Integer> trail, int offset, CursorWriter cursors)
                throws IOException;
    }

    private <T> SearchPage<T> onSnapshot(@Nullable String cursor, long digest, Paging<T> paging) {
        Cursor from = cursor == null ? null : Cursor.read(cursor, digest);
        return Objects.requireNonNull(onLive(generation -> {
            if (from != null && !from.generation().equals(generation.name())) {
                throw new InvalidCursorException("the index was built anew since this cursor was made");
            }
            try (Snapshot snapshot = from == null ? generation.snapshot() : generation.snapshot(from.pin())) {
                PageTrail<Integer> trail = new PageTrail<>(from == null ? null : from.resume());
                return paging.page(snapshot, trail, from == null ? 0 : from.offset(), next -> new Cursor(
                                generation.name(), generation.pin(snapshot), digest, next, trail.reached())
                        .write());
            }
        }));
    }

    private <T> T asked(IOFunction<Snapshot, T> asking) {
        return Objects.requireNonNull(onLive(generation -> {
            try (Snapshot snapshot = generation.snapshot()) {
                return asking.apply(snapshot);
            }
        }));
    }

    @Override
    public MatchAnswer match(MatchQuery query, int limit, Instant now) {
        return asked(snapshot ->
                new MatchSearch(new LuceneSubjects(snapshot), query, home, now.toEpochMilli()).answer(size(limit)));
    }

    @Override
    public List<Suggestion> suggest(String text, int size, Instant now) {
        ReadQuery read = QueryReader.read(text);
        return asked(snapshot ->
                new SuggestSearch(new LuceneSubjects(snapshot), read, home, now.toEpochMilli()).suggest(size(size)));
    }

    @Override
    public SearchExplanation explain(String text, @Nullable String subject, Instant now) {
        return asked(snapshot ->
                new ExplainSearch(new LuceneSubjects(snapshot), text, home, now.toEpochMilli()).explain(subject));
    }

    @Override
    public long size() {
        return asked(snapshot -> (long) snapshot.searcher().count(SubjectFilters.all()));
    }

    @Override
    public Rebuild rebuild() {
        synchronized (switching) {
            if (rebuilding) {
                throw new IllegalStateException("the index is being built anew already");
            }
            try {
                Generation next = new Generation(folders.next());
                rebuilding = true;
                return new LuceneRebuild(next);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        // a refresh under way ends within milliseconds, a commit within seconds
        background.close(Duration.ofSeconds(10));
        if (!needsRebuild()) {
            change(Generation::commit);
        }
        live.release();
    }

    private final class LuceneRebuild implements Rebuild {

        private final Generation next;
        private boolean ended;

        LuceneRebuild(Generation next) {
            this.next = next;
        }

        @Override
        public void apply(IndexBatch batch) {
            try {
                next.fill(batch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void settle() {
            next.merge();
        }

        @Override
        public void swap() {
            synchronized (switching) {
                if (ended) {
                    throw new IllegalStateException("this rebuild has ended");
                }
                try {
                    next.commitEmpty();
                    next.refresh();
                    folders.point(next.folder());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                Generation old = live;
                live = next;
                ended = true;
                rebuilding = false;
                old.drop();
            }
        }

        @Override
        public void close() {
            synchronized (switching) {
                if (!ended) {
                    ended = true;
                    rebuilding = false;
                    next.drop();
                }
            }
        }
    }
}
