package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectQuery;
import org.chengxin.shared.Codes;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** The filters of a look-up: read from parameters, refused by name when unknown, and offered as links with counts. */
final class SubjectFilters {

    /** Parameters in the order in which their facets are shown; the names are those of the engine's facets. */
    static final List<String> NAMES = List.of("list", "kind", "region", "recordType", "status");

    private final Map<String, Set<String>> chosen;
    private final SubjectQuery.Sort sort;

    private SubjectFilters(Map<String, Set<String>> chosen, SubjectQuery.Sort sort) {
        this.chosen = chosen;
        this.sort = sort;
    }

    /** Throws {@link PageProblem} naming the parameter whose value is unknown. */
    static SubjectFilters of(PageRequest request, Catalog catalog) {
        Set<@Nullable String> lists =
                catalog.types().stream().map(RecordType::list).collect(Collectors.toSet());
        Map<String, Predicate<String>> known = Map.of(
                "list", lists::contains,
                "kind", code -> SubjectKind.ofCode(code).isPresent(),
                "region", code -> code.matches("[0-9A-Za-z]{2,12}"),
                "recordType", code -> catalog.type(code).isPresent(),
                "status", code -> SubjectStatus.ofCode(code).isPresent());
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        for (String name : NAMES) {
            Set<String> values = request.values(name);
            if (!values.stream().allMatch(known.get(name))) {
                throw PageProblem.parameter(name);
            }
            chosen.put(name, values);
        }
        return new SubjectFilters(chosen, sort(request.text("sort")));
    }

    /** Whether the best hits stand on the first page. */
    boolean bestFirst() {
        return sort == SubjectQuery.Sort.RELEVANCE;
    }

    private static SubjectQuery.Sort sort(String code) {
        return switch (code) {
            case "", "relevance" -> SubjectQuery.Sort.RELEVANCE;
            case "name" -> SubjectQuery.Sort.NAME;
            case "registered" -> SubjectQuery.Sort.REGISTERED;
            default -> throw PageProblem.parameter("sort");
        };
    }

    SubjectQuery query(String text, int size, @Nullable String cursor) {
        return new SubjectQuery(
                text,
                chosen("kind"),
                chosen("region"),
                chosen("status"),
                chosen("list"),
                chosen("recordType"),
                sort,
                size,
                cursor);
    }

    private Set<String> chosen(String name) {
        return chosen.getOrDefault(name, Set.of());
    }

    boolean any() {
        return chosen.values().stream().anyMatch(values -> !values.isEmpty());
    }

    /** Parameters that the box keeps when another text is typed. */
    List<ResultsView.Parameter> kept(PageRequest request) {
        List<ResultsView.Parameter> kept = new ArrayList<>();
        chosen.forEach((name, values) -> values.forEach(value -> kept.add(new ResultsView.Parameter(name, value))));
        if (sort != SubjectQuery.Sort.RELEVANCE) {
            kept.add(new ResultsView.Parameter("sort", request.text("sort")));
        }
        return kept;
    }

    List<ResultsView.Choice> sorts(PageRequest request) {
        List<ResultsView.Choice> choices = new ArrayList<>();
        for (SubjectQuery.Sort order : SubjectQuery.Sort.values()) {
            String code = Codes.of(order);
            choices.add(new ResultsView.Choice(
                    request.words().get("sort." + code),
                    request.with("sort", order == SubjectQuery.Sort.RELEVANCE ? Set.of() : Set.of(code)),
                    order == sort));
        }
        return choices;
    }

    /** What was chosen, in words: {@code 主体类别：企业}. */
    List<String> chosen(Words words, Labels labels) {
        List<String> said = new ArrayList<>();
        for (String name : NAMES) {
            chosen(name)
                    .forEach(value ->
                            said.add(words.get("read.filter", words.get("facet." + name), word(name, value, labels))));
        }
        return said;
    }

    /** Places that the hits lie in, as links that narrow to one; none when one is chosen. */
    List<ResultsView.FacetValue> places(
            Map<String, List<SearchPage.FacetValue>> counted, PageRequest request, Labels labels, Formats formats) {
        return chosen("region").isEmpty()
                ? counted.getOrDefault("region", List.of()).stream()
                        .limit(FacetLinks.SHOWN)
                        .map(value -> new ResultsView.FacetValue(
                                labels.placeName(value.value()),
                                formats.number(value.count()),
                                request.with("region", Set.of(value.value())),
                                false))
                        .toList()
                : List.of();
    }

    /** The facets of an answer. */
    List<ResultsView.Facet> facets(
            Map<String, List<SearchPage.FacetValue>> counted, PageRequest request, Labels labels, Formats formats) {
        return FacetLinks.of(
                NAMES,
                counted,
                this::chosen,
                (facet, value) -> word(facet, value, labels),
                (facet, value, on) -> request.with(facet, FacetLinks.toggled(on, value)),
                request.words(),
                formats);
    }

    private static String word(String facet, String value, Labels labels) {
        return switch (facet) {
            case "list" -> labels.list(value);
            case "kind" -> labels.kind(value);
            case "region" -> labels.placeName(value);
            case "recordType" -> labels.type(value);
            case "status" -> labels.status(value);
            default -> throw new IllegalArgumentException("no facet " + facet);
        };
    }
}
