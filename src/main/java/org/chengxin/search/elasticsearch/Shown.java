package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.document.SubjectFields.SubjectFace;
import org.chengxin.search.ranking.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A subject as a hit brings it.
 *
 * @param ends field of ends to the moments in it, by the names of the fields
 */
record Shown(Candidate candidate, String kind, Map<String, long[]> ends) {

    /** Fields a request has to ask for. */
    static final List<String> FIELDS =
            List.of(SubjectFields.FACE, SubjectFields.LIST_ENDS + '*', SubjectFields.RECORD_ENDS + '*');

    static final List<String> KEYWORD_FACETS = List.of("kind", "region", "status");

    static Shown of(Hit<Void> hit) throws IOException {
        SubjectFace read = SubjectFace.read(face(hit));
        Map<String, long[]> ends = new TreeMap<>();
        hit.fields().forEach((field, values) -> {
            if (!field.equals(SubjectFields.FACE)) {
                ends.put(field, longs(values.toJson().asJsonArray()));
            }
        });
        return new Shown(read.candidate(), read.kind(), ends);
    }

    /** What came along with a hit. */
    static BytesRef face(Hit<Void> hit) throws IOException {
        JsonData face = hit.fields().get(SubjectFields.FACE);
        if (face == null) {
            throw new IOException("document without its face");
        }
        return new BytesRef(
                Base64.getDecoder().decode(face.toJson().asJsonArray().getString(0)));
    }

    private static long[] longs(JsonArray values) {
        return values.getValuesAs(JsonNumber.class).stream()
                .mapToLong(JsonNumber::longValueExact)
                .toArray();
    }

    /** What stands behind the prefix to the number of moments yet to come, where there is one. */
    Map<String, Integer> inForce(String prefix, long now) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ends.forEach((field, moments) -> {
            int count = 0;
            for (long moment : moments) {
                count += moment > now ? 1 : 0;
            }
            if (field.startsWith(prefix) && count > 0) {
                counts.put(field.substring(prefix.length()), count);
            }
        });
        return counts;
    }

    /** Facets over some that are here already. */
    static Map<String, List<FacetValue>> facets(List<Shown> subjects, long now) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        facets.put("kind", counted(subjects, one -> Stream.of(one.kind)));
        facets.put("region", counted(subjects, one -> Stream.ofNullable(one.region())));
        facets.put("status", counted(subjects, one -> Stream.of(one.candidate.status())));
        facets.put("list", counted(subjects, one -> one.inForce(SubjectFields.LIST_ENDS, now).keySet().stream()));
        facets.put(
                "recordType", counted(subjects, one -> one.inForce(SubjectFields.RECORD_ENDS, now).keySet().stream()));
        return facets;
    }

    private @Nullable String region() {
        return candidate.region();
    }

    private static List<FacetValue> counted(List<Shown> subjects, Function<Shown, Stream<String>> values) {
        Map<String, Long> counts = new TreeMap<>();
        subjects.forEach(one -> values.apply(one).forEach(value -> counts.merge(value, 1L, Long::sum)));
        return Facets.ordered(counts);
    }
}
