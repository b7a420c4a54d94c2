package org.chengxin.portal.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.subject.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/** The query parameters of a request, read and checked after the door's list; all that is wrong is told at once. */
final class ApiQuery {

    private static final Pattern SAYABLE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    /** Yuan and fen; more than any sum there is. */
    private static final Pattern SUM = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");

    private static final int MOST_VALUES = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Regions regions;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Object> values = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private ApiQuery(Regions regions, Clock clock, ZoneId zone) {
        this.regions = regions;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Reads a request.
     *
     * @throws ProblemException 400 that names each parameter that is unknown or cannot be used
     */
    static ApiQuery read(ServerHttpRequest request, Door door, Regions regions, Clock clock, ZoneId zone) {
        ApiQuery query = new ApiQuery(regions, clock, zone);
        MultiValueMap<String, String> given = request.getQueryParams();
        given.keySet().stream().filter(name -> door.parameter(name) == null).forEach(query::unknown);
        door.parameters().forEach(parameter -> query.read(parameter, given.get(parameter.name())));
        query.check();
        return query;
    }

    private void unknown(String name) {
        // a name that is no name may hold anything: it is not said back
        violation(SAYABLE_NAME.matcher(name).matches() ? name : "?", "unknown-parameter");
    }

    private void read(ApiParameter parameter, @Nullable List<String> given) {
        List<String> present = given == null
                ? List.of()
                : given.stream()
                        .filter(value -> value != null && !value.isBlank())
                        .toList();
        if (present.isEmpty()) {
            if (parameter.required() && given == null) {
                violation(parameter.name(), "required");
            }
            return;
        }
        switch (parameter.form()) {
            case CODES -> codes(parameter, present);
            case REGIONS -> regions(parameter, present);
            default -> {
                if (present.size() > 1) {
                    violation(parameter.name(), "repeated");
                } else {
                    single(parameter, present.get(0));
                }
            }
        }
    }

    private void single(ApiParameter parameter, String value) {
        switch (parameter.form()) {
            case TEXT, CURSOR -> text(parameter, value);
            case CODE -> codes(parameter, List.of(value));
            case NUMBER -> number(parameter, value.strip());
            case AMOUNT -> amount(parameter, value.strip());
            case DATE -> date(parameter, value.strip());
            case MOMENT -> moment(parameter, value.strip());
            case CODES, REGIONS -> throw new IllegalStateException(parameter.form() + " takes several values");
        }
    }

    private void text(ApiParameter parameter, String value) {
        if (value.length() > parameter.max()) {
            violation(parameter.name(), "too-long", parameter.max());
        } else {
            values.put(parameter.name(), value);
        }
    }

    private void codes(ApiParameter parameter, List<String> given) {
        Set<String> codes = parts(parameter, given);
        if (parameter.known().containsAll(codes)) {
            values.put(parameter.name(), codes);
        } else {
            violations.add(new Violation(
                    parameter.name(),
                    "unknown-value",
                    List.of(String.join(", ", parameter.known())),
                    parameter.known()));
        }
    }

    private void regions(ApiParameter parameter, List<String> given) {
        Set<String> canonical = new LinkedHashSet<>();
        for (String code : parts(parameter, given)) {
            regions.canonical(code).ifPresentOrElse(canonical::add, () -> violation(parameter.name(), "not-a-region"));
        }
        values.put(parameter.name(), canonical);
    }

    private Set<String> parts(ApiParameter parameter, List<String> given) {
        Set<String> parts = new LinkedHashSet<>();
        given.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .limit(MOST_VALUES + 1L)
                .forEach(parts::add);
        if (parts.size() > MOST_VALUES) {
            violation(parameter.name(), "too-many", MOST_VALUES);
        }
        return parts;
    }

    private void number(ApiParameter parameter, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number < parameter.min() || number > parameter.max()) {
                violation(parameter.name(), "out-of-range", parameter.min(), parameter.max());
            } else {
                values.put(parameter.name(), number);
            }
        } catch (NumberFormatException notANumber) {
            violation(parameter.name(), "not-a-number");
        }
    }

    private void amount(ApiParameter parameter, String value) {
        if (SUM.matcher(value).matches()) {
            values.put(parameter.name(), new BigDecimal(value));
        } else {
            violation(parameter.name(), "not-an-amount");
        }
    }

    private void date(ApiParameter parameter, String value) {
        LocalDate date = dateOf(value);
        if (date == null) {
            violation(parameter.name(), "not-a-date");
        } else {
            values.put(parameter.name(), date);
        }
    }

    private void moment(ApiParameter parameter, String value) {
        Instant now = clock.instant();
        LocalDate date = dateOf(value);
        Instant moment = date == null
                ? instantOf(value)
                : date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        if (moment == null) {
            violation(parameter.name(), "not-a-moment");
        } else if (date == null ? moment.isAfter(now) : date.isAfter(LocalDate.ofInstant(now, zone))) {
            violation(parameter.name(), "in-future");
        } else {
            // the end of today has not come: it means now
            values.put(parameter.name(), moment.isAfter(now) ? now : moment);
        }
    }

    private static @Nullable LocalDate dateOf(String value) {
        try {
            LocalDate date = LocalDate.parse(value);
            return date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY) ? null : date;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private @Nullable Instant instantOf(String value) {
        try {
            Instant instant = Instant.parse(value);
            LocalDate day = LocalDate.ofInstant(instant, zone);
            return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? null : instant;
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }

    private void violation(String field, String reason, Object... arguments) {
        violations.add(new Violation(field, reason, List.of(arguments), null));
    }

    private void check() {
        checkDays("from", "to");
        checkDays("publishedFrom", "publishedTo");
        BigDecimal least = amount("minAmount");
        BigDecimal most = amount("maxAmount");
        if (least != null && most != null && least.compareTo(most) > 0) {
            violation("minAmount", "above-maximum");
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations.stream().distinct().toList());
        }
    }

    private void checkDays(String first, String last) {
        LocalDate from = date(first);
        LocalDate to = date(last);
        if (from != null && to != null && from.isAfter(to)) {
            violation(first, "after-to");
        }
    }

    /** The text, empty when not given. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** The text, null when not given. */
    @Nullable
    String textOrNull(String name) {
        return (String) values.get(name);
    }

    @SuppressWarnings("unchecked")
    Set<String> codes(String name) {
        return (Set<String>) values.getOrDefault(name, Set.of());
    }

    String code(String name, String standard) {
        return codes(name).stream().findFirst().orElse(standard);
    }

    int number(ApiParameter parameter) {
        return values.get(parameter.name()) instanceof Integer number
                ? number
                : Integer.parseInt(String.valueOf(parameter.standard()));
    }

    @Nullable
    LocalDate date(String name) {
        return (LocalDate) values.get(name);
    }

    @Nullable
    BigDecimal amount(String name) {
        return (BigDecimal) values.get(name);
    }

    @Nullable
    Instant moment(String name) {
        return (Instant) values.get(name);
    }
}
