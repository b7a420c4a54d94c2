package org.chengxin.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The calendar of working days (工作日), read from {@code working-days.tsv}. The day something starts on is not counted. */
final class WorkingDays {

    /** Days that are not what their weekday says; true for working ones. */
    private final Map<LocalDate, Boolean> exceptions;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = exceptions;
    }

    static WorkingDays load() {
        try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("working-days.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(lines.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static WorkingDays of(List<String> lines) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            String[] ends = cells[0].split("\\.\\.", -1);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            for (LocalDate day = LocalDate.parse(ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
                exceptions.put(day, cells[1].equals("work"));
            }
        }
        return new WorkingDays(exceptions);
    }

    boolean working(LocalDate day) {
        return exceptions.getOrDefault(
                day, day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** The last day of a period of so many working days. */
    LocalDate after(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (working(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days from one day (not counted) to another (counted); negative when the other is earlier. */
    int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from; day.isBefore(to); ) {
            day = day.plusDays(1);
            if (working(day)) {
                count++;
            }
        }
        return count;
    }
}
