package org.chengxin.portal.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;

/** What a look-up of records is narrowed by: read from parameters, refused by name when unknown, offered with counts. */
final class RecordChoices {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String PUBLISHED_FROM = "publishedFrom";
    private static final String PUBLISHED_TO = "publishedTo";
    private static final String AUTHORITY = "authority";
    private static final String STATE = "state";
    private static final String LEAST = "minAmount";
    private static final String MOST = "maxAmount";
    /** Parameters with links of their own, in the order of their facets; {@code year} stands for a range of days. */
    private static final List<String> FACETS = List.of("type", "polarity", "year", AUTHORITY, "region");

    private static final List<String> NAMES = List.of(
            "type", "polarity", "region", AUTHORITY, STATE, FROM, TO, PUBLISHED_FROM, PUBLISHED_TO, LEAST, MOST);
    private static final Pattern SUM = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");
    private static final int LONGEST_NAME = 200;

    private final PageRequest request;
    private final RecordFilter filter;
    private final RecordQuery.Sort sort;

    private RecordChoices(PageRequest request, RecordFilter filter, RecordQuery.Sort sort) {
        this.request = request;
        this.filter = filter;
        this.sort = sort;
    }

    /** Throws {@link PageProblem} naming the parameter whose value cannot be used. */
    static RecordChoices of(PageRequest request, Catalog catalog) {
        String authority = request.text(AUTHORITY);
        if (authority.length() > LONGEST_NAME) {
            throw PageProblem.parameter(AUTHORITY);
        }
        RecordFilter filter = new RecordFilter(
                null,
                known(request, "type", code -> catalog.type(code)
                        .filter(type -> type.publication().shown())
                        .isPresent()),
                known(request, "polarity", code -> Codes.find(Polarity.class, code)
                        .isPresent()),
                Set.of(),
                known(request, "region", code -> code.matches("[0-9A-Za-z]{2,12}")),
                authority.isEmpty() ? null : authority,
                one(request, STATE, code -> Codes.find(RecordFilter.Validity.class, code)),
                one(request, FROM, RecordChoices::day),
                one(request, TO, RecordChoices::day),
                one(request, PUBLISHED_FROM, RecordChoices::day),
                one(request, PUBLISHED_TO, RecordChoices::day),
                one(request, LEAST, RecordChoices::sum),
                one(request, MOST, RecordChoices::sum));
        inOrder(FROM, filter.from(), filter.to());
        inOrder(PUBLISHED_FROM, filter.publishedFrom(), filter.publishedTo());
        inOrder(LEAST, filter.leastAmount(), filter.mostAmount());
        RecordQuery.Sort sort = one(request, "sort", code -> Codes.find(RecordQuery.Sort.class, code));
        return new RecordChoices(request, filter, sort == null ? RecordQuery.Sort.RELEVANCE : sort);
    }

    private static <T extends Comparable<? super T>> void inOrder(String name, @Nullable T least, @Nullable T most) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw PageProblem.parameter(name);
        }
    }

    private static Set<String> known(PageRequest request, String name, Predicate<String> known) {
        Set<String> values = request.values(name);
        if (!values.stream().allMatch(known)) {
            throw PageProblem.parameter(name);
        }
        return values;
    }

    private interface Reader<T> {
        Optional<T> read(String text);
    }

    private static <T> @Nullable T one(PageRequest request, String name, Reader<T> reader) {
        String text = request.text(name);
        return text.isEmpty() ? null : reader.read(text).orElseThrow(() -> PageProblem.parameter(name));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 9999);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> sum(String text) {
        return SUM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    RecordQuery query(String text, int size, @Nullable String cursor) {
        return new RecordQuery(text, filter, sort, size, cursor);
    }

    boolean any() {
        return !filter.equals(RecordFilter.NONE);
    }

    /** Whether a condition is set that has no facet. */
    boolean detailed() {
        return filter.validity() != null
                || filter.from() != null
                || filter.to() != null
                || byPublication()
                || filter.leastAmount() != null
                || filter.mostAmount() != null;
    }

    /** Whether the day of publication is what it is about. */
    boolean byPublication() {
        return sort == RecordQuery.Sort.PUBLISHED || filter.publishedFrom() != null || filter.publishedTo() != null;
    }

    /** Parameters that the box keeps when another text is typed. */
    List<ResultsView.Parameter> kept() {
        return kept(NAMES);
    }

    /** Parameters that the form of days, sums and validity keeps: the text and what has links of its own. */
    List<ResultsView.Parameter> keptByDetails(String text) {
        List<ResultsView.Parameter> kept = new ArrayList<>();
        if (!text.isEmpty()) {
            kept.add(new ResultsView.Parameter(PageRequest.TYPED, text));
        }
        kept.addAll(kept(FACETS));
        return kept;
    }

    private List<ResultsView.Parameter> kept(List<String> names) {
        List<ResultsView.Parameter> kept = new ArrayList<>();
        names.forEach(name -> request.values(name).forEach(value -> kept.add(new ResultsView.Parameter(name, value))));
        if (sort != RecordQuery.Sort.RELEVANCE) {
            kept.add(new ResultsView.Parameter("sort", Codes.of(sort)));
        }
        return kept;
    }

    /** Orders to choose from; when browsing nothing is more relevant than another, and the newest come first. */
    List<ResultsView.Choice> sorts(boolean browsing) {
        RecordQuery.Sort usual = browsing ? RecordQuery.Sort.NEWEST : RecordQuery.Sort.RELEVANCE;
        RecordQuery.Sort chosen = sort == RecordQuery.Sort.RELEVANCE ? usual : sort;
        List<ResultsView.Choice> choices = new ArrayList<>();
        for (RecordQuery.Sort order : EnumSet.range(usual, RecordQuery.Sort.PUBLISHED)) {
            String code = Codes.of(order);
            choices.add(new ResultsView.Choice(
                    request.words().get("sort." + code),
                    request.with("sort", order == usual ? Set.of() : Set.of(code)),
                    order == chosen));
        }
        return choices;
    }

    /** Whether a record is in force, to choose from. */
    List<RegisterView.Option> validities() {
        List<RegisterView.Option> options = new ArrayList<>();
        for (RecordFilter.Validity validity : RecordFilter.Validity.values()) {
            String code = Codes.of(validity);
            options.add(new RegisterView.Option(
                    code, request.words().get("validity." + code), validity == filter.validity()));
        }
        return options;
    }

    /** The facets of an answer. */
    List<ResultsView.Facet> facets(Map<String, List<SearchPage.FacetValue>> counted, Labels labels, Formats formats) {
        return FacetLinks.of(
                FACETS,
                counted,
                this::chosen,
                (facet, value) -> word(facet, value, labels),
                this::href,
                request.words(),
                formats);
    }

    private Set<String> chosen(String facet) {
        return switch (facet) {
            case "type" -> filter.types();
            case "polarity" -> filter.polarities();
            case AUTHORITY -> filter.authority() == null ? Set.of() : Set.of(filter.authority());
            case "region" -> filter.regions();
            default -> year().map(Set::of).orElse(Set.of());
        };
    }

    /** The year whose days are asked for. */
    private Optional<String> year() {
        LocalDate from = filter.from();
        return from != null
                        && from.getDayOfYear() == 1
                        && from.plusYears(1).minusDays(1).equals(filter.to())
                ? Optional.of(String.valueOf(from.getYear()))
                : Optional.empty();
    }

    private String href(String facet, String value, Set<String> on) {
        boolean off = on.contains(value);
        return switch (facet) {
            case "year" ->
                request.holding(FROM, off ? "" : value + "-01-01").with(TO, off ? Set.of() : Set.of(value + "-12-31"));
            case AUTHORITY -> request.with(facet, off ? Set.of() : Set.of(value));
            default -> request.with(facet, FacetLinks.toggled(on, value));
        };
    }

    private String word(String facet, String value, Labels labels) {
        return switch (facet) {
            case "type" -> labels.type(value);
            case "polarity" ->
                Codes.find(Polarity.class, value)
                        .map(known -> request.words().get("polarity." + known.name()))
                        .orElse(value);
            case "region" -> labels.placeName(value);
            default -> value;
        };
    }
}
