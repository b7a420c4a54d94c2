package org.chengxin.rights;

import java.time.Duration;
import org.chengxin.platform.store.OneNode;
import org.chengxin.shared.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the desk of a serving portal tidy up, at its start and every hour, on one node at a time. */
final class Tidying implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Tidying.class);

    private final ObjectionDesk desk;
    private final Rounds hourly = new Rounds("rights-tidying");
    private final OneNode nodes;
    private boolean running;

    Tidying(ObjectionDesk desk, OneNode nodes) {
        this.desk = desk;
        this.nodes = nodes;
    }

    @Override
    public void run() {
        try {
            nodes.unlessElsewhere("tidying", desk::tidy);
        } catch (RuntimeException failure) {
            log.warn("objections cannot be tidied now: {}", failure.toString());
        }
    }

    @Override
    public void start() {
        hourly.every(Duration.ZERO, Duration.ofHours(1), this);
        running = true;
    }

    @Override
    public void stop() {
        hourly.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
