package org.chengxin.portal.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengxin.catalog.Polarity;
import org.chengxin.record.Archive;
import org.jspecify.annotations.Nullable;

/**
 * The records of a subject by year, to be drawn as SVG and to be read as a list: positive and neutral ones above the axis,
 * negative ones below.
 *
 * @param width of the drawing, in its own units
 * @param axis distance of the axis from the top
 * @param years the columns, every year from the first to the last
 * @param list years with records, latest first
 * @param told the drawing in words
 */
public record Timeline(int width, int height, int axis, List<Column> years, List<Year> list, String told) {

    private static final int STEP = 56;
    private static final int BAR = 28;
    private static final int ROOM = 96;
    private static final int LARGEST_UNIT = 16;
    private static final int LABEL = 24;
    private static final int MARGIN = 8;

    /** A year of the drawing. */
    public record Column(String year, int x, List<Bar> bars) {}

    /** A bar; {@code shape} is {@code positive}, {@code neutral} or {@code negative}. */
    public record Bar(String shape, int x, int y, int width, int height) {}

    /** A year of the list. */
    public record Year(String year, List<Item> items) {}

    /** A record of a year. */
    public record Item(String day, String type, String title, String href, Polarity polarity) {}

    /** Null when there is nothing to draw. */
    static @Nullable Timeline of(
            List<Archive.RecordView> records, PageRequest request, Labels labels, Formats formats) {
        TreeMap<Integer, List<Archive.RecordView>> byYear = new TreeMap<>();
        for (Archive.RecordView record : records) {
            byYear.computeIfAbsent(day(record, formats).getYear(), year -> new ArrayList<>())
                    .add(record);
        }
        if (byYear.isEmpty()) {
            return null;
        }
        List<Year> list = new ArrayList<>();
        byYear.descendingMap()
                .forEach((year, of) -> list.add(new Year(
                        year.toString(),
                        of.stream()
                                .sorted(Comparator.comparing((Archive.RecordView record) -> day(record, formats))
                                        .reversed())
                                .map(record -> item(record, request, labels, formats))
                                .toList())));
        return drawn(byYear, list, labels.words());
    }

    private static Timeline drawn(TreeMap<Integer, List<Archive.RecordView>> byYear, List<Year> list, Words words) {
        Map<Integer, Map<Polarity, Integer>> counts = new TreeMap<>();
        int above = 0;
        int below = 0;
        for (int year = byYear.firstKey(); year <= byYear.lastKey(); year++) {
            Map<Polarity, Integer> count = new EnumMap<>(Polarity.class);
            byYear.getOrDefault(year, List.of())
                    .forEach(record -> count.merge(record.type().polarity(), 1, Integer::sum));
            counts.put(year, count);
            above = Math.max(above, of(count, Polarity.POSITIVE) + of(count, Polarity.NEUTRAL));
            below = Math.max(below, of(count, Polarity.NEGATIVE));
        }
        int unit = Math.max(2, Math.min(LARGEST_UNIT, ROOM / Math.max(1, Math.max(above, below))));
        int axis = MARGIN + above * unit;
        List<Column> columns = new ArrayList<>();
        int x = STEP / 2;
        for (Map.Entry<Integer, Map<Polarity, Integer>> entry : counts.entrySet()) {
            columns.add(new Column(entry.getKey().toString(), x, bars(entry.getValue(), x, axis, unit)));
            x += STEP;
        }
        return new Timeline(
                x - STEP / 2, axis + LABEL + below * unit + MARGIN, axis, columns, list, told(counts, words));
    }

    /** {@code 2024：正面 3 条；2025：正面 1 条，负面 1 条}. */
    private static String told(Map<Integer, Map<Polarity, Integer>> counts, Words words) {
        return counts.entrySet().stream()
                .filter(year -> !year.getValue().isEmpty())
                .map(year -> words.get(
                        "timeline.year",
                        year.getKey().toString(),
                        year.getValue().entrySet().stream()
                                .map(of -> words.get(
                                        "timeline.count", words.get("polarity." + of.getKey()), of.getValue()))
                                .collect(Collectors.joining(words.get("list.separator")))))
                .collect(Collectors.joining(words.get("profile.sentence.separator")));
    }

    private static List<Bar> bars(Map<Polarity, Integer> count, int x, int axis, int unit) {
        List<Bar> bars = new ArrayList<>();
        int left = x - BAR / 2;
        int positive = of(count, Polarity.POSITIVE) * unit;
        int neutral = of(count, Polarity.NEUTRAL) * unit;
        int negative = of(count, Polarity.NEGATIVE) * unit;
        if (positive > 0) {
            bars.add(new Bar("positive", left, axis - positive, BAR, positive));
        }
        if (neutral > 0) {
            bars.add(new Bar("neutral", left, axis - positive - neutral, BAR, neutral));
        }
        if (negative > 0) {
            // below the line of years
            bars.add(new Bar("negative", left, axis + LABEL, BAR, negative));
        }
        return bars;
    }

    private static int of(Map<Polarity, Integer> count, Polarity polarity) {
        return count.getOrDefault(polarity, 0);
    }

    private static LocalDate day(Archive.RecordView record, Formats formats) {
        return record.decidedOn() == null ? formats.dayOf(record.publicFrom()) : record.decidedOn();
    }

    private static Item item(Archive.RecordView record, PageRequest request, Labels labels, Formats formats) {
        return new Item(
                day(record, formats).toString(),
                labels.name(record.type().name()),
                labels.title(record),
                request.href("/s/" + record.subjectId() + "/records/" + record.id(), Map.of()),
                record.type().polarity());
    }
}
