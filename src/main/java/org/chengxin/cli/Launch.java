package org.chengxin.cli;

import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application so that SIGTERM ends it well at any moment. Once started it closes in good order. While it is
 * still starting nothing was promised to anybody: it ends at once and without a word, which loses no more than kill -9
 * does, and takes its PostgreSQL along.
 */
final class Launch {

    /** What the shell says of a process that SIGTERM ended. */
    private static final int TERMINATED = 143;

    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile boolean started;

    private Launch() {}

    /** Starts; a failure was told in one line when it comes out of here. */
    static ConfigurableApplicationContext run(SpringApplicationBuilder application, String... arguments) {
        Launch launch = new Launch();
        Thread end = new Thread(launch::end, "end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return application
                    .registerShutdownHook(false)
                    .initializers(starting -> launch.context = starting)
                    .listeners((ApplicationStartedEvent event) -> launch.started = true)
                    .run(arguments);
        } catch (RuntimeException failure) {
            // whoever failed has cleaned up; only a signal that came first ends here
            Runtime.getRuntime().removeShutdownHook(end);
            throw failure;
        }
    }

    private void end() {
        ConfigurableApplicationContext running = context;
        if (started && running != null) {
            running.close();
            return;
        }
        if (running != null && running.getBeanFactory().getSingleton("dataDirectory") instanceof DataDirectory mine) {
            PostgresServer.leave(mine);
        }
        Runtime.getRuntime().halt(TERMINATED);
    }
}
