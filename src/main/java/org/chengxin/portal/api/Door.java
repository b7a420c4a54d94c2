package org.chengxin.portal.api;

import java.util.List;
import org.chengxin.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API and the query parameters it takes; any other parameter is refused.
 *
 * @param id operation id, also the name of the handler method
 * @param finds whether it can answer 404
 * @param rests whether it can answer 409, because it rests on sources and one is too stale
 * @param tagged whether its answers carry an entity tag; documents and what is said of them are never kept
 * @param published whether it is a file that is published beside the API: with no parameters, and none of the API's quotas and problems
 * @param parameters in the order they are described
 * @param scope what the key of a request must have; null when it is open to all
 */
record Door(
        String id,
        boolean finds,
        boolean rests,
        boolean tagged,
        boolean published,
        List<ApiParameter> parameters,
        @Nullable Scope scope) {

    /** The same, open to keys of a scope only. */
    Door forKeysOf(Scope needed) {
        return new Door(id, finds, rests, tagged, published, parameters, needed);
    }

    @Nullable
    ApiParameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A parameter that is known to be there. */
    ApiParameter require(String name) {
        ApiParameter parameter = parameter(name);
        if (parameter == null) {
            throw new IllegalStateException("door " + id + " has no parameter " + name);
        }
        return parameter;
    }
}
