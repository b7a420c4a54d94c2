package org.chengxin.widget;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.shared.Rounds;
import org.chengxin.site.MarkCopies;
import org.chengxin.site.MarkCopies.Shown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Counts marks that are shown on sites not bound to their subject, in memory, and writes the counts down every few seconds on a
 * thread of its own. What does not fit is not counted: the counts say "at least".
 */
final class CopyCount implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CopyCount.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 10_000;
    private static final int LONGEST_HOST = 253;

    private final MarkCopies copies;
    private final Map<Place, Long> counts = new ConcurrentHashMap<>();
    private final Rounds rounds = new Rounds("mark-copies");
    private @Nullable LocalDate tidied;
    private boolean running;

    private record Place(String subject, String host, LocalDate day) {}

    CopyCount(MarkCopies copies) {
        this.copies = copies;
    }

    /** A mark was shown on a host where it does not belong. Never blocks. */
    void seen(String subject, String host) {
        // names without a dot are of one's own network
        if (host.length() > LONGEST_HOST || host.indexOf('.') < 0) {
            return;
        }
        Place place = new Place(subject, host, copies.today());
        if (counts.size() < MOST || counts.containsKey(place)) {
            counts.merge(place, 1L, Long::sum);
        }
    }

    /** Writes down what was counted since the last time; what could not be written is kept for the next. */
    void write() {
        List<Shown> taken = new ArrayList<>();
        for (Place place : List.copyOf(counts.keySet())) {
            Long times = counts.remove(place);
            if (times != null) {
                taken.add(new Shown(place.subject(), place.host(), place.day(), times));
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            copies.add(taken);
            if (!copies.today().equals(tidied)) {
                copies.forget();
                tidied = copies.today();
            }
        } catch (RuntimeException failure) {
            taken.forEach(one -> counts.merge(new Place(one.subject(), one.host(), one.day()), one.times(), Long::sum));
            if (!StoreCalls.isAway(failure)) {
                log.warn("copies of marks cannot be counted now", failure);
            }
        }
    }

    @Override
    public void start() {
        rounds.every(PAUSE, PAUSE, this::write);
        running = true;
    }

    @Override
    public void stop() {
        rounds.close(PAUSE);
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
