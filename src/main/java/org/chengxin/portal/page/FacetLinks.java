package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.chengxin.search.SearchPage;

/** The facets of an answer, each value a link that narrows or widens. */
final class FacetLinks {

    /** Values of one facet at most. */
    static final int SHOWN = 12;

    private FacetLinks() {}

    /** Address that chooses a value of a facet, or takes it back when it is among those chosen. */
    interface Link {
        String of(String facet, String value, Set<String> chosen);
    }

    /**
     * Facets in the order of their names; one without values is left out, a chosen value stays in sight even when nothing has
     * it any more.
     *
     * @param word what a value of a facet is called
     */
    static List<ResultsView.Facet> of(
            List<String> names,
            Map<String, List<SearchPage.FacetValue>> counted,
            Function<String, Set<String>> chosen,
            BinaryOperator<String> word,
            Link link,
            Words words,
            Formats formats) {
        List<ResultsView.Facet> facets = new ArrayList<>();
        for (String name : names) {
            Set<String> on = chosen.apply(name);
            Map<String, String> numbers = new LinkedHashMap<>();
            on.forEach(value -> numbers.put(value, "0"));
            counted.getOrDefault(name, List.of()).stream()
                    .limit(SHOWN)
                    .forEach(value -> numbers.put(value.value(), formats.number(value.count())));
            List<ResultsView.FacetValue> values = numbers.entrySet().stream()
                    .map(entry -> new ResultsView.FacetValue(
                            word.apply(name, entry.getKey()),
                            entry.getValue(),
                            link.of(name, entry.getKey(), on),
                            on.contains(entry.getKey())))
                    .toList();
            if (!values.isEmpty()) {
                facets.add(new ResultsView.Facet(words.get("facet." + name), values));
            }
        }
        return facets;
    }

    /** The chosen values with this one added, or taken away. */
    static Set<String> toggled(Set<String> chosen, String value) {
        Set<String> toggled = new LinkedHashSet<>(chosen);
        if (!toggled.remove(value)) {
            toggled.add(value);
        }
        return toggled;
    }
}
