package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch.core.IndexResponse;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a generation says of itself, kept as a document beside its indices.
 *
 * @param position place in the outbox of the last batch that is in whole
 * @param seen counts up whenever what was written can be seen
 * @param names subjects that its rarities were counted among
 * @param touched epoch milliseconds of the last change, for generations that somebody left unfinished
 * @param refused documents that Elasticsearch would not take, by their ids, with its reasons
 * @param revision of the document it was read from, null when there is none yet
 */
record GenerationState(
        Generation generation,
        String position,
        long seen,
        long names,
        long touched,
        Map<String, String> refused,
        @Nullable Revision revision) {

    /** What Elasticsearch tells one writing of a document from the next by. */
    record Revision(long number, long term) {}

    static final String ID = "state";

    static GenerationState of(Generation generation, long now) {
        return new GenerationState(generation, IndexBatch.START, 0, 0, now, Map.of(), null);
    }

    /** Reads it from an index or alias. */
    static GenerationState read(Cluster cluster, String prefix, String index) {
        var found = cluster.ask(asking -> asking.get(get -> get.index(index).id(ID), ObjectNode.class));
        Generation generation = Generation.of(prefix, found.index());
        ObjectNode state = found.source();
        return state == null
                ? of(generation, 0)
                : new GenerationState(
                        generation,
                        state.path("position").asString(IndexBatch.START),
                        state.path("seen").asLong(0),
                        state.path("names").asLong(0),
                        state.path("touched").asLong(0),
                        refused(state.path("refused")),
                        revision(found.seqNo(), found.primaryTerm()));
    }

    private static @Nullable Revision revision(@Nullable Long number, @Nullable Long term) {
        return number == null || term == null ? null : new Revision(number, term);
    }

    /** After a batch. */
    GenerationState at(String next, Map<String, String> nowRefused, long now) {
        return new GenerationState(generation, next, seen, names, now, nowRefused, revision);
    }

    /** Once more can be seen. */
    GenerationState shown(long counted, long now) {
        return new GenerationState(generation, position, seen + 1, counted, now, refused, revision);
    }

    private static Map<String, String> refused(JsonNode kept) {
        Map<String, String> refused = new TreeMap<>();
        kept.properties()
                .forEach(one -> refused.put(one.getKey(), one.getValue().asString("")));
        return refused;
    }

    /**
     * Keeps it in place of the one it was made from; the state as it is kept now.
     *
     * @throws IndexTakenOverException when another node has kept one since
     */
    GenerationState write(Cluster cluster) {
        ObjectNode state = JsonMapper.shared()
                .createObjectNode()
                .put("position", position)
                .put("seen", seen)
                .put("names", names)
                .put("touched", touched);
        ObjectNode reasons = state.putObject("refused");
        refused.forEach(reasons::put);
        Revision last = revision;
        IndexResponse kept = cluster.work(asking -> asking.index(put -> {
            put.index(generation.writing(Generation.STATE))
                    .requireAlias(true)
                    .id(ID)
                    .document(state);
            return last == null
                    ? put.opType(OpType.Create)
                    : put.ifSeqNo(last.number()).ifPrimaryTerm(last.term());
        }));
        return new GenerationState(
                generation, position, seen, names, touched, refused, revision(kept.seqNo(), kept.primaryTerm()));
    }
}
