package org.chengxin.search.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.RecordDocument;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.document.SubjectFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to one generation: whole batches, their position after them, and when all of it can be seen. */
final class GenerationWriter {

    private static final Logger log = LoggerFactory.getLogger(GenerationWriter.class);
    /** Rarities are logarithms: they hardly move until the index has grown by a fifth. */
    private static final double GROWTH = 0.2;
    /** Of so many the reasons are kept. */
    private static final int MOST_REFUSED = 200;

    private final Cluster cluster;
    private final Generations generations;
    private final BulkWriter bulk;
    private final Clock clock;
    private final NameCounts names;
    /** Held while a batch goes in and while one is shown. Fair: batch after batch of an import must not keep what it shows waiting. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private volatile GenerationState state;
    private volatile boolean takenOver;
    private boolean dirty;

    GenerationWriter(Cluster cluster, Generations generations, BulkWriter bulk, Clock clock, GenerationState state) {
        this.cluster = cluster;
        this.generations = generations;
        this.bulk = bulk;
        this.clock = clock;
        this.state = state;
        this.names = NameCounts.read(cluster, state.generation());
        // what a killed portal wrote and did not show
        this.dirty = true;
    }

    Generation generation() {
        return state.generation();
    }

    /** Position of the last batch that is in whole; it survives a crash. */
    String position() {
        return state.position();
    }

    /** A batch that ends halfway is in without its position, and comes again. */
    void apply(IndexBatch batch) {
        writing.lock();
        try {
            write(batch);
        } finally {
            writing.unlock();
        }
    }

    private void write(IndexBatch batch) {
        dirty = true;
        List<BulkWriter.Operation> operations = operations(batch);
        BulkWriter.Outcome outcome = bulk.write(operations);
        Set<String> created = new HashSet<>();
        outcome.created().stream()
                .filter(one -> one.index().equals(generation().writing(Generation.SUBJECTS)))
                .forEach(one -> created.add(one.id()));
        for (SubjectDocument subject : batch.subjects()) {
            if (created.contains(subject.id())) {
                names.add(subject);
            }
        }
        Map<String, String> refused = new TreeMap<>(state.refused());
        operations.forEach(one -> refused.remove(one.id()));
        if (!outcome.refused().isEmpty()) {
            drop(outcome.refused(), refused);
        }
        save(state.at(batch.position(), refused, clock.millis()));
    }

    private void save(GenerationState next) {
        try {
            state = next.write(cluster);
        } catch (IndexTakenOverException elsewhere) {
            takenOver = true;
            throw elsewhere;
        }
    }

    /** Another node writes what is live now: nothing more is written here. */
    void giveUp() {
        takenOver = true;
    }

    boolean isTakenOver() {
        return takenOver;
    }

    /** In the order of the batch: gone first, and of one document its last state only. */
    private List<BulkWriter.Operation> operations(IndexBatch batch) {
        Map<String, BulkWriter.Operation> operations = new LinkedHashMap<>();
        long version = batch.version();
        String subjects = generation().writing(Generation.SUBJECTS);
        String records = generation().writing(Generation.RECORDS);
        batch.goneSubjects().forEach(id -> put(operations, new BulkWriter.Operation(subjects, id, null, version)));
        batch.goneRecords().forEach(id -> put(operations, new BulkWriter.Operation(records, id, null, version)));
        Set<String> keywords = generations.definition(Generation.SUBJECTS).keywords();
        for (SubjectDocument subject : batch.subjects()) {
            DocumentJson json = new DocumentJson(keywords);
            try {
                SubjectFields.write(subject, json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            put(operations, new BulkWriter.Operation(subjects, subject.id(), json.bytes(), version));
        }
        Set<String> terms = generations.definition(Generation.RECORDS).keywords();
        for (RecordDocument record : batch.records()) {
            DocumentJson json = new DocumentJson(terms);
            try {
                RecordFields.write(record, json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            put(operations, new BulkWriter.Operation(records, record.id(), json.bytes(), version));
        }
        return List.copyOf(operations.values());
    }

    private static void put(Map<String, BulkWriter.Operation> operations, BulkWriter.Operation one) {
        operations.put(one.index() + '/' + one.id(), one);
    }

    /** What cannot be put as it is now must not stay as it was. */
    private void drop(List<BulkWriter.Refused> refused, Map<String, String> kept) {
        List<BulkWriter.Operation> deletions = new ArrayList<>();
        for (BulkWriter.Refused one : refused) {
            log.error(
                    "Elasticsearch 拒绝文档 {}，已从索引移除 (Elasticsearch refuses document {}; it is taken out of the index): {}",
                    one.operation().id(),
                    one.operation().id(),
                    one.reason());
            if (kept.size() < MOST_REFUSED) {
                kept.put(one.operation().id(), one.reason());
            }
            deletions.add(new BulkWriter.Operation(
                    one.operation().index(),
                    one.operation().id(),
                    null,
                    one.operation().version()));
        }
        bulk.write(deletions);
    }

    /** Makes what was applied searchable, by batches that are whole; returns whether there was anything. */
    boolean publish() {
        writing.lock();
        try {
            return show(GROWTH);
        } finally {
            writing.unlock();
        }
    }

    /** The same as the last, with what is not worth writing each time. */
    void end() {
        writing.lock();
        try {
            dirty |= names.documents() != state.names();
            show(0);
        } finally {
            writing.unlock();
        }
    }

    private boolean show(double growth) {
        if (!dirty || takenOver) {
            return false;
        }
        List<String> indices = generation().indices();
        cluster.work(asking -> asking.indices().refresh(refresh -> refresh.index(indices)));
        int counted = names.documents();
        boolean grown = Math.abs(counted - state.names()) > growth * state.names();
        if (grown) {
            names.write(cluster, generation());
        }
        save(state.shown(grown ? counted : state.names(), clock.millis()));
        dirty = false;
        return true;
    }

    /** Makes one segment of each shard; may take minutes, and goes on in the cluster when this portal ends. */
    void merge() throws InterruptedException {
        List<String> indices =
                List.of(generation().index(Generation.SUBJECTS), generation().index(Generation.RECORDS));
        publish();
        String task = cluster.work(asking -> asking.indices()
                        .forcemerge(
                                merge -> merge.index(indices).maxNumSegments(1L).waitForCompletion(false)))
                .task();
        boolean done = task == null;
        while (!done) {
            Thread.sleep(200);
            String asked = task;
            done = cluster.work(asking -> asking.tasks().get(get -> get.taskId(asked)))
                    .completed();
        }
    }
}
