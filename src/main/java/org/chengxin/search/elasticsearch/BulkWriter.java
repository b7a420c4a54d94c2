package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.chengxin.search.SearchEngineAwayException;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents in bulk: requests of a limited size, a limited number of them under way. What one item meets does not
 * touch the others: those that failed for now are sent again, later and later; those refused for good are handed back. What
 * another node has written of a later version stays.
 */
final class BulkWriter {

    /** Documents of one request at most, however small. */
    private static final int MOST = 2_000;
    /** With the pauses between them some ten seconds; who writes tries the whole batch again after that. */
    private static final int ATTEMPTS = 8;

    private static final long FIRST_PAUSE_MILLIS = 80;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Cluster cluster;
    private final int requests;
    private final int bytes;
    private final CountDownLatch stop = new CountDownLatch(1);

    BulkWriter(Cluster cluster, ElasticsearchSettings settings) {
        this.cluster = cluster;
        this.requests = settings.bulkRequests();
        this.bytes = settings.bulkBytes();
    }

    /**
     * One document to put, or to delete.
     *
     * @param index the alias it is written by
     * @param document as JSON, null to delete
     * @param version not done where the document, or its deletion, has a greater one
     */
    record Operation(String index, String id, byte @Nullable [] document, long version) {

        int size() {
            return 100 + id.length() + (document == null ? 0 : document.length);
        }
    }

    /** What became of an operation that was not done now but may be later, or was refused for good. */
    record Refused(Operation operation, String reason) {}

    /**
     * What was done.
     *
     * @param created operations whose document was not there before
     * @param refused operations that will never be done
     */
    record Outcome(List<Operation> created, List<Refused> refused) {}

    /** @throws SearchEngineAwayException when not all was done; doing all again does no harm */
    Outcome write(Collection<Operation> operations) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        List<Operation> left = List.copyOf(operations);
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt > 0) {
                pause(attempt, left.size());
            }
            left = once(left, outcome);
        }
        return outcome;
    }

    private void pause(int attempt, int left) {
        try {
            if (attempt < ATTEMPTS && !stop.await(FIRST_PAUSE_MILLIS << (attempt - 1), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        throw new SearchEngineAwayException("Elasticsearch does not take " + left + " documents now", null);
    }

    private record Flight(List<Operation> operations, Supplier<BulkResponse> landing) {}

    /** Sends all once; what has to be sent again. */
    private List<Operation> once(List<Operation> operations, Outcome outcome) {
        List<Operation> again = new ArrayList<>();
        Deque<Flight> flying = new ArrayDeque<>();
        int from = 0;
        while (from < operations.size()) {
            int to = from;
            for (int size = 0; to < operations.size() && to - from < MOST && (to == from || size < bytes); to++) {
                size += operations.get(to).size();
            }
            if (flying.size() == requests) {
                land(flying.remove(), outcome, again);
            }
            List<Operation> some = operations.subList(from, to);
            flying.add(new Flight(some, cluster.begin(asking -> asking.bulk(request(some)))));
            from = to;
        }
        flying.forEach(flight -> land(flight, outcome, again));
        return again;
    }

    static BulkRequest request(List<Operation> operations) {
        return BulkRequest.of(bulk ->
                bulk.operations(operations.stream().map(BulkWriter::operation).toList()));
    }

    private static BulkOperation operation(Operation one) {
        byte[] document = one.document;
        if (document == null) {
            return BulkOperation.of(of -> of.delete(delete ->
                    delete.index(one.index).id(one.id).version(one.version).versionType(VersionType.ExternalGte)));
        }
        BinaryData json = BinaryData.of(document, ContentType.APPLICATION_JSON);
        return BulkOperation.of(of -> of.index(put -> put.index(one.index)
                .id(one.id)
                .version(one.version)
                .versionType(VersionType.ExternalGte)
                .document(json)));
    }

    private static void land(Flight flight, Outcome outcome, List<Operation> again) {
        List<BulkResponseItem> items = flight.landing.get().items();
        for (int i = 0; i < items.size(); i++) {
            BulkResponseItem item = items.get(i);
            Operation operation = flight.operations.get(i);
            ErrorCause error = item.error();
            if (error == null || item.status() == CONFLICT) {
                // a conflict: a later version is there
                if ("created".equals(item.result())) {
                    outcome.created.add(operation);
                }
            } else if (item.status() == NOT_FOUND) {
                throw new SearchEngineAwayException(operation.index + " is gone: " + error.reason(), null);
            } else if (Cluster.isOfWhoAsks(item.status())) {
                throw new SearchEngineAwayException(
                        operation.index + " may not be written (" + item.status() + "): " + error.reason(), null);
            } else if (Cluster.isPassing(item.status())) {
                again.add(operation);
            } else {
                outcome.refused.add(new Refused(operation, error.type() + ": " + error.reason()));
            }
        }
    }

    /** No further attempts. */
    void stop() {
        stop.countDown();
    }
}
