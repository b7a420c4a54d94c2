package org.chengxin.bench;

import java.util.concurrent.TimeUnit;

/** How processes that were started here end. */
final class Processes {

    private Processes() {}

    /** Asks a process to end; kills it when it has not after a while. */
    static void stop(Process process, long seconds) {
        process.destroy();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
