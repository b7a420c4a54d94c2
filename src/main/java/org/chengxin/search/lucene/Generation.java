package org.chengxin.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.StringHelper;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.ranking.NameRarity;
import org.jspecify.annotations.Nullable;

/**
 * One index in one folder with its one long-lived writer. Counted references keep it open until the last search on it
 * has ended.
 */
final class Generation {

    private static final String POSITION = "position";
    private static final String FORMAT = "format";
    private static final double RAM_BUFFER_MB = 64;
    /** Half of Lucene's default: far more is looked up than written. */
    private static final double SEGMENTS_PER_TIER = 5;

    /** Someone reading page after page keeps what he reads this long. */
    private static final double PIN_SECONDS = 300;
    /** Each pinned state keeps files open: while a bulk import refreshes several times a second, the oldest go. */
    private static final int MAX_PINS = 40;
    /** Rarities are logarithms: they hardly move until the index has grown by a fifth. */
    private static final double GROWTH = 0.2;

    private final String name;
    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager pins = new SearcherLifetimeManager();
    private final Map<Long, NameRarity> pinnedRarities = new ConcurrentHashMap<>();
    private final AtomicInteger references = new AtomicInteger(1);
    /** Where it was opened, which no other has. */
    private final String opened = StringHelper.idToString(StringHelper.randomId());

    private volatile String state;
    private volatile NameRarity rarity;
    /** Subjects there roughly were when rarities were counted. */
    private int counted;

    private volatile boolean dropped;
    private String position;
    private volatile String committed;
    private boolean dirty;

    /** Opens the index of a folder or begins an empty one. */
    Generation(Path folder) throws IOException {
        this.folder = folder;
        this.name = folder.getFileName().toString();
        directory = FSDirectory.open(folder);
        try {
            Map<String, Analyzer> analyzers = new HashMap<>(IndexTemplate.SUBJECTS.analyzers());
            analyzers.putAll(IndexTemplate.RECORDS.analyzers());
            IndexWriterConfig config =
                    new IndexWriterConfig(new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers));
            config.setRAMBufferSizeMB(RAM_BUFFER_MB);
            // clauses bring their own weights
            config.setSimilarity(new BooleanSimilarity());
            config.setCommitOnClose(false);
            config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
            writer = new IndexWriter(directory, config);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        position = storedPosition();
        committed = position;
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                return new StateSearcher(reader);
            }
        });
        IndexSearcher first = searchers.acquire();
        try {
            rarity = NamesCounted.of(first.getIndexReader());
            counted = NamesCounted.roughly(first.getIndexReader());
            state = state(first);
        } finally {
            searchers.release(first);
        }
    }

    private String storedPosition() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(POSITION)) {
                    return entry.getValue();
                }
            }
        }
        return IndexBatch.START;
    }

    /** Opens an index that must be there. */
    static Generation existing(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                throw new IndexNotFoundException("no index in " + folder);
            }
            checkFormat(directory);
            checkEveryByte(directory);
        }
        return new Generation(folder);
    }

    /** What comes along with documents is read by position: that of another release would be read wrongly. */
    private static void checkFormat(FSDirectory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String format = reader.getIndexCommit().getUserData().getOrDefault(FORMAT, "1");
            if (!format.equals(SubjectFields.FORMAT)) {
                throw new IndexFormatTooOldException(directory.toString(), "made by another release");
            }
        }
    }

    /** Reads all files against their checksums: a damaged one would answer wrongly rather than fail. */
    private static void checkEveryByte(FSDirectory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    /** What stopped its writer for good, e.g. a full disk; null while it writes. */
    @Nullable
    Throwable tragedy() {
        return writer.getTragicException();
    }

    String name() {
        return name;
    }

    Path folder() {
        return folder;
    }

    /** One after the other: each thread that writes makes a segment of its own, which searches pay for. */
    void apply(IndexBatch batch) throws IOException {
        write(batch, false);
    }

    /** On all processors, while nobody searches it yet: to take texts apart is most of the work. */
    void fill(IndexBatch batch) throws IOException {
        write(batch, true);
    }

    private synchronized void write(IndexBatch batch, boolean parallel) throws IOException {
        dirty = true;
        for (String id : batch.goneSubjects()) {
            writer.deleteDocuments(LuceneDocuments.subject(id));
        }
        for (String id : batch.goneRecords()) {
            writer.deleteDocuments(LuceneDocuments.record(id));
        }
        each(
                StreamSupport.stream(batch.subjects().spliterator(), parallel),
                subject -> writer.updateDocument(LuceneDocuments.subject(subject.id()), LuceneDocuments.of(subject)));
        each(
                StreamSupport.stream(batch.records().spliterator(), parallel),
                record -> writer.updateDocument(LuceneDocuments.record(record.id()), LuceneDocuments.of(record)));
        position = batch.position();
    }

    private interface Putting<T> {

        void put(T document) throws IOException;
    }

    private static <T> void each(Stream<T> documents, Putting<T> putting) throws IOException {
        try {
            documents.forEach(document -> {
                try {
                    putting.put(document);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Makes what was applied durable, its position with it. */
    synchronized void commit() throws IOException {
        if (!dirty) {
            return;
        }
        writer.setLiveCommitData(
                Map.of(POSITION, position, FORMAT, SubjectFields.FORMAT).entrySet());
        writer.commit();
        dirty = false;
        committed = position;
    }

    /** Makes one segment of all: every look-up asks each segment anew. */
    void merge() {
        try {
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits even when nothing was applied, so that the folder holds an index. */
    synchronized void commitEmpty() throws IOException {
        dirty = true;
        commit();
    }

    /** Position of the last commit. */
    String committed() {
        return committed;
    }

    /** Makes what was applied searchable; a batch is seen whole or not at all. */
    synchronized void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            state = state(searcher);
            int names = NamesCounted.roughly(searcher.getIndexReader());
            if (Math.abs(names - counted) > GROWTH * counted) {
                rarity = NamesCounted.of(searcher.getIndexReader());
                counted = names;
            }
        } finally {
            searchers.release(searcher);
        }
        int[] kept = {0};
        // called from the newest to the oldest
        pins.prune((age, pinned) -> {
            boolean old = age > PIN_SECONDS || ++kept[0] > MAX_PINS;
            if (old) {
                pinnedRarities.remove(((DirectoryReader) pinned.getIndexReader()).getVersion());
            }
            return old;
        });
    }

    /** Names what searches see; see {@link org.chengxin.search.SearchEngine#state()}. */
    String state() {
        return state;
    }

    private String state(IndexSearcher searcher) {
        return opened + '-' + ((DirectoryReader) searcher.getIndexReader()).getVersion();
    }

    /** A state of the index to search on; {@link Snapshot#close} gives it back. */
    Snapshot snapshot() throws IOException {
        return new Snapshot(this, searchers.acquire(), rarity);
    }

    /** The state a cursor was made on, or the present one when that was let go. */
    Snapshot snapshot(long pin) throws IOException {
        IndexSearcher pinned = pins.acquire(pin);
        if (pinned == null) {
            return snapshot();
        }
        return new Snapshot(this, pinned, pinnedRarities.getOrDefault(pin, rarity));
    }

    long pin(Snapshot snapshot) throws IOException {
        long pin = pins.record(snapshot.searcher());
        pinnedRarities.putIfAbsent(pin, snapshot.rarity());
        return pin;
    }

    void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    /** False when it is closed already. */
    boolean acquire() {
        int seen = references.get();
        while (seen > 0) {
            if (references.compareAndSet(seen, seen + 1)) {
                return true;
            }
            seen = references.get();
        }
        return false;
    }

    void release() {
        if (references.decrementAndGet() == 0) {
            try {
                shut();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Its folder goes when the last search has ended. */
    void drop() {
        dropped = true;
        release();
    }

    private void shut() throws IOException {
        pins.close();
        searchers.close();
        writer.rollback();
        directory.close();
        if (dropped) {
            GenerationFolders.delete(folder);
        }
    }
}
