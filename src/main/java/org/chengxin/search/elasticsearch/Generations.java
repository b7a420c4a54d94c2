package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.CreateIndexResponse;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.chengxin.search.SearchEngineAwayException;
import org.jspecify.annotations.Nullable;

/** The generations in the cluster: which is live, new ones, and the end of old ones. */
final class Generations {

    private static final int NOT_FOUND = 404;

    private final Cluster cluster;
    private final ElasticsearchSettings settings;
    private final Map<String, IndexDefinition> definitions;

    Generations(Cluster cluster, ElasticsearchSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.definitions = Map.of(
                Generation.SUBJECTS,
                IndexDefinition.read(Generation.SUBJECTS),
                Generation.RECORDS,
                IndexDefinition.read(Generation.RECORDS),
                Generation.STATE,
                IndexDefinition.state());
    }

    IndexDefinition definition(String kind) {
        IndexDefinition definition = definitions.get(kind);
        if (definition == null) {
            throw new IllegalArgumentException(kind);
        }
        return definition;
    }

    /** The generation that is live with its state, null when there is none. */
    @Nullable
    GenerationState live() {
        try {
            return GenerationState.read(
                    cluster, settings.prefix(), Generation.alias(settings.prefix(), Generation.STATE));
        } catch (ElasticsearchException refused) {
            if (refused.status() == NOT_FOUND) {
                return null;
            }
            throw refused;
        }
    }

    /** Whether its indices were made from the present definitions. */
    boolean isCurrent(Generation generation) {
        for (String kind : Generation.KINDS) {
            String index = generation.index(kind);
            var mapping = cluster.work(asking -> asking.indices().getMapping(of -> of.index(index)))
                    .get(index);
            var fingerprint = mapping == null ? null : mapping.mappings().meta().get(IndexDefinition.FINGERPRINT);
            if (fingerprint == null
                    || !fingerprint.to(String.class).equals(definition(kind).fingerprint())) {
                return false;
            }
        }
        return true;
    }

    /** A new generation with empty indices; nobody sees it. */
    Generation create() {
        Generation next = new Generation(settings.prefix(), numbers().last() + 1);
        // the state first: who also begins this generation fails here
        creating(next, Generation.STATE).run();
        Runnable subjects = creating(next, Generation.SUBJECTS);
        creating(next, Generation.RECORDS).run();
        subjects.run();
        return next;
    }

    /** Begins to create an index; what is given back waits for it. */
    private Runnable creating(Generation next, String kind) {
        CreateIndexRequest request = CreateIndexRequest.of(create -> create.index(next.index(kind))
                .withJson(new StringReader(definition(kind).body(settings, next.writing(kind)))));
        Supplier<CreateIndexResponse> created =
                cluster.begin(asking -> asking.indices().create(request));
        return () -> {
            try {
                CreateIndexResponse unused = created.get();
            } catch (ElasticsearchException refused) {
                if ("resource_already_exists_exception".equals(refused.error().type())) {
                    throw new SearchEngineAwayException("another portal begins " + request.index(), refused);
                }
                throw refused;
            }
        };
    }

    /** Makes a generation the live one, in one step. */
    void point(Generation to) {
        List<Action> actions = new ArrayList<>();
        for (String kind : Generation.KINDS) {
            String alias = Generation.alias(settings.prefix(), kind);
            actions.add(Action.of(action -> action.remove(
                    remove -> remove.index(alias + "-*").alias(alias).mustExist(false))));
            actions.add(Action.of(
                    action -> action.add(add -> add.index(to.index(kind)).alias(alias))));
        }
        cluster.work(asking -> asking.indices().updateAliases(update -> update.actions(actions)));
    }

    void drop(Generation generation) {
        List<String> indices = generation.indices();
        cluster.work(asking ->
                asking.indices().delete(delete -> delete.index(indices).ignoreUnavailable(true)));
    }

    /** Numbers of all generations there are, 0 before the first. */
    SortedSet<Long> numbers() {
        String ours = Generation.alias(settings.prefix(), Generation.STATE) + "-*";
        Set<String> indices = cluster.work(asking -> asking.indices().getAlias(of -> of.index(ours)))
                .result()
                .keySet();
        SortedSet<Long> numbers = new TreeSet<>(Set.of(0L));
        indices.forEach(
                index -> numbers.add(Generation.of(settings.prefix(), index).number()));
        return numbers;
    }
}
