package org.chengxin.rights;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the desk of a serving portal tidy up, at its start and every hour. */
final class Tidying implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Tidying.class);

    private final ObjectionDesk desk;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "rights-tidying");
        thread.setDaemon(true);
        return thread;
    });
    private boolean running;

    Tidying(ObjectionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run() {
        try {
            desk.tidy();
        } catch (RuntimeException failure) {
            log.warn("objections cannot be tidied now: {}", failure.toString());
        }
    }

    @Override
    public void start() {
        hourly.scheduleWithFixedDelay(this, 0, 1, TimeUnit.HOURS);
        running = true;
    }

    @Override
    public void stop() {
        hourly.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
