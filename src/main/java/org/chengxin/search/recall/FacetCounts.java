package org.chengxin.search.recall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chengxin.search.SearchPage.FacetValue;

/** The facets of subjects, and counts of values in the order in which facets show them. */
public final class FacetCounts {

    /** More values than this are a list, not a choice. */
    public static final int MAX_VALUES = 50;
    /** Fields of one value each that are facets of subjects. */
    public static final List<String> KEYWORDS = List.of("kind", "region", "status");

    public static final String LIST = "list";
    public static final String RECORD_TYPE = "recordType";

    private FacetCounts() {}

    /** Facets over subjects that are here already. */
    static Map<String, List<FacetValue>> of(List<SubjectFace> subjects, long now) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        facets.put("kind", counted(subjects, subject -> List.of(subject.kind())));
        facets.put("region", counted(subjects, subject -> {
            String region = subject.candidate().region();
            return region == null ? List.of() : List.of(region);
        }));
        facets.put(
                "status",
                counted(subjects, subject -> List.of(subject.candidate().status())));
        facets.put(LIST, counted(subjects, subject -> subject.listsInForce(now)));
        facets.put(RECORD_TYPE, counted(subjects, subject -> subject.recordsInForce(now)
                .keySet()));
        return facets;
    }

    private static List<FacetValue> counted(
            List<SubjectFace> subjects, Function<SubjectFace, Collection<String>> values) {
        Map<String, Long> counts = new HashMap<>();
        for (SubjectFace subject : subjects) {
            values.apply(subject).forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        return ordered(counts);
    }

    /** Most frequent first, then by value. */
    public static List<FacetValue> ordered(Map<String, Long> counts) {
        List<FacetValue> values = new ArrayList<>();
        counts.forEach((value, count) -> values.add(new FacetValue(value, count)));
        values.sort(
                Comparator.comparingLong((FacetValue value) -> -value.count()).thenComparing(FacetValue::value));
        return values.size() > MAX_VALUES ? List.copyOf(values.subList(0, MAX_VALUES)) : values;
    }
}
