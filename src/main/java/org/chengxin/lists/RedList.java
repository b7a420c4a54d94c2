package org.chengxin.lists;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.catalog.Audience;
import org.chengxin.lists.RedListStore.Row;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.PublicFigures;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;

/**
 * The red list (守信激励对象名单) for those who keep a copy of it: the whole, and what changed after a timepoint. What is on it is
 * compared with what its takers know when somebody asks and something may have changed since; entries themselves are read
 * from the archives in the moment of the answer, so nothing that has ended is among them.
 */
public final class RedList {

    private static final String LIST = "red";
    private static final String STORE = "store-id";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** Timepoints of one store; one that was restored is another. */
    private static final Pattern TIMEPOINT = Pattern.compile("([0-9A-Za-z_]{1,40})-(\\d{1,18})");

    private static final Pattern CURSOR = Pattern.compile("(.{1,60})\\.([0-9A-Za-z_-]{1,40})");

    private final RedListStore entries;
    private final PublicFigures figures;
    private final Archives archives;
    private final StoreSettings settings;
    private final TransactionTemplate transaction;
    private final StoreCalls store;
    private final Supplier<@Nullable String> changes;
    private final Ids ids;
    private final Clock clock;
    /** States of the store up to which it was compared. */
    private final AsyncCache<String, Boolean> compared =
            Caffeine.newBuilder().maximumSize(2).buildAsync();

    /**
     * A page of the whole.
     *
     * @param timepoint of the first page: what changed while the pages were read comes after it
     * @param cursor for the page that follows, null with the last
     */
    public record Page(List<Archives.Found> entries, long total, String timepoint, @Nullable String cursor) {}

    /**
     * What changed.
     *
     * @param timepoint to ask after the next time
     * @param more whether more is there already
     */
    public record Changes(List<Change> changes, String timepoint, boolean more) {}

    /**
     * A change.
     *
     * @param record id of the record that is the entry
     * @param entry as it is now, null when it is gone
     */
    public record Change(String timepoint, String record, Archives.@Nullable Found entry) {}

    /** A timepoint or cursor that is not of this list, or of another store. */
    public static final class UnknownTimepointException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** @param changes names the state of the store; null while that is not known, and it is compared each time */
    RedList(
            RedListStore entries,
            PublicFigures figures,
            Archives archives,
            StoreSettings settings,
            TransactionTemplate transaction,
            StoreCalls store,
            Supplier<@Nullable String> changes,
            Ids ids,
            Clock clock) {
        this.entries = entries;
        this.figures = figures;
        this.archives = archives;
        this.settings = settings;
        this.transaction = transaction;
        this.store = store;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A page of what is on the list, in the order of its ids.
     *
     * @param cursor of the page before, null for the first
     * @return an error with {@link UnknownTimepointException} for a cursor of another list
     */
    public Mono<Page> whole(@Nullable String cursor, int size) {
        return current(() -> page(cursor, size));
    }

    /**
     * What changed after a timepoint: each entry once, as it is now.
     *
     * @return an error with {@link UnknownTimepointException} when it is no timepoint of this list: then the whole is to be read
     */
    public Mono<Changes> after(String timepoint, int size) {
        return current(() -> changed(timepoint, size));
    }

    private <T> Mono<T> current(Callable<T> answer) {
        String state = changes.get();
        if (state == null) {
            return store.call(() -> {
                compare();
                return answer.call();
            });
        }
        // publication ends with a day, and days end on a quarter of an hour in every zone
        String key = state + ' ' + clock.instant().getEpochSecond() / QUARTER.toSeconds();
        return Mono.fromFuture(
                        () -> compared.get(key, (now, executor) -> store.<Boolean>call(this::compare)
                                .toFuture()),
                        true)
                .then(store.call(answer));
    }

    private Page page(@Nullable String cursor, int size) {
        String here = here();
        Matcher parts = CURSOR.matcher(cursor == null ? here + "-" + entries.last() + ".0" : cursor);
        if (!parts.matches()) {
            throw new UnknownTimepointException();
        }
        String timepoint = parts.group(1);
        position(here, timepoint);
        List<Row> rows = entries.onList(cursor == null ? "" : parts.group(2), size + 1);
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        Map<String, Archive> found = found(shown);
        return new Page(
                shown.stream().flatMap(row -> entry(row, found).stream()).toList(),
                entries.size(),
                timepoint,
                more ? timepoint + "." + shown.get(size - 1).record() : null);
    }

    private Changes changed(String after, int size) {
        String here = here();
        List<Row> rows = entries.after(position(here, after), size + 1);
        boolean more = rows.size() > size;
        List<Row> told = more ? rows.subList(0, size) : rows;
        Map<String, Archive> found = found(told);
        List<Change> changed = new ArrayList<>();
        for (Row row : told) {
            String timepoint = here + "-" + row.changed();
            changed.add(new Change(timepoint, row.record(), entry(row, found).orElse(null)));
        }
        String next = more ? changed.get(size - 1).timepoint() : here + "-" + entries.last();
        return new Changes(changed, next, more);
    }

    /** Which store the timepoints are of. */
    private String here() {
        return settings.keep(STORE, ids.next());
    }

    private long position(String here, String timepoint) {
        Matcher parts = TIMEPOINT.matcher(timepoint);
        long at = parts.matches() && parts.group(1).equals(here) ? Long.parseLong(parts.group(2)) : Long.MAX_VALUE;
        if (at > entries.last()) {
            throw new UnknownTimepointException();
        }
        return at;
    }

    private Map<String, Archive> found(List<Row> rows) {
        return archives.find(
                rows.stream()
                        .map(Row::subject)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Audience.PUBLIC);
    }

    /** Empty also when it ended after the list was compared. */
    private static Optional<Archives.Found> entry(Row row, Map<String, Archive> found) {
        Archive archive = row.subject() == null ? null : found.get(row.subject());
        return archive == null
                ? Optional.empty()
                : archive.records().stream()
                        .filter(record -> record.id().equals(row.record()))
                        .findFirst()
                        .map(record -> new Archives.Found(archive.subject(), record));
    }

    private boolean compare() {
        transaction.executeWithoutResult(status -> {
            entries.hold();
            Map<String, Row> known = entries.all();
            List<PublicFigures.Entry> changed = new ArrayList<>();
            for (PublicFigures.Entry entry : figures.onList(LIST)) {
                Row row = known.remove(entry.record());
                if (row == null || !entry.state().equals(row.state())) {
                    changed.add(entry);
                }
            }
            List<String> gone = known.values().stream()
                    .filter(row -> !row.gone())
                    .map(Row::record)
                    .sorted()
                    .toList();
            long next = entries.last() + 1;
            entries.put(changed, next);
            entries.remove(gone, next + changed.size());
        });
        return true;
    }
}
