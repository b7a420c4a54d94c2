package org.chengxin.portal.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chengxin.record.PublicFigures;
import org.chengxin.search.SearchPage;
import org.chengxin.shared.Codes;

/** The parts of the statistics in the words of one language. */
final class Statistics {

    private static final int MONTHS = 36;

    private final PublicFigures.Counts counts;
    private final List<SearchPage.FacetValue> kinds;
    private final Words words;
    private final Labels labels;
    private final Formats formats;

    /** What is counted by. */
    enum By {
        MONTH,
        TYPE,
        AUTHORITY,
        REGION,
        SUBJECTS;

        String code() {
            return Codes.of(this);
        }
    }

    /** @param kinds subjects by kind, as the search counts them */
    Statistics(PublicFigures.Counts counts, List<SearchPage.FacetValue> kinds, Labels labels, Formats formats) {
        this.counts = counts;
        this.kinds = kinds;
        this.words = labels.words();
        this.labels = labels;
        this.formats = formats;
    }

    /** All rows of a part. */
    List<StatisticsView.Row> rows(By by) {
        return switch (by) {
            case MONTH -> months();
            case TYPE -> rows(counts.types(), labels::type);
            case AUTHORITY ->
                rows(counts.authorities(), UnaryOperator.identity()).stream()
                        .map(row -> new StatisticsView.Row("", row.word(), row.value(), row.number()))
                        .toList();
            case REGION -> rows(counts.regions(), labels::place);
            case SUBJECTS ->
                kinds.stream()
                        .map(kind -> row(kind.value(), labels.kind(kind.value()), kind.count()))
                        .toList();
        };
    }

    private List<StatisticsView.Row> months() {
        Map<String, Long> counted = counts.months().stream()
                .collect(Collectors.toMap(PublicFigures.Count::value, PublicFigures.Count::count));
        LocalDate today = formats.dayOf(counts.now());
        List<StatisticsView.Row> rows = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            String month = YearMonth.from(today).minusMonths(back).toString();
            rows.add(row(month, month, counted.getOrDefault(month, 0L)));
        }
        return rows;
    }

    private List<StatisticsView.Row> rows(List<PublicFigures.Count> counts, UnaryOperator<String> word) {
        return counts.stream()
                .map(count -> row(
                        count.value(),
                        count.value().isEmpty() ? words.get("statistics.unknown") : word.apply(count.value()),
                        count.count()))
                .toList();
    }

    private StatisticsView.Row row(String code, String word, long count) {
        return new StatisticsView.Row(code, word, count, formats.number(count));
    }

    StatisticsView.Chart chart(By by, PageRequest request) {
        List<StatisticsView.Row> all = rows(by);
        boolean upright = by == By.MONTH;
        int shown = upright ? all.size() : Math.min(all.size(), StatisticsView.BARS);
        long rest =
                all.stream().skip(shown).mapToLong(StatisticsView.Row::value).sum();
        return new StatisticsView.Chart(
                by.code(),
                words.get("statistics.by." + by.code()),
                words.get("statistics.label." + by.code()),
                unit(by),
                upright,
                List.copyOf(all.subList(0, shown)),
                all.size() == shown
                        ? null
                        : words.get("statistics.rest", formats.number(all.size() - shown), formats.number(rest)),
                request.href("/statistics.csv", Map.of("by", by.code())));
    }

    String unit(By by) {
        return words.get(by == By.SUBJECTS ? "statistics.subjects" : "statistics.records");
    }
}
