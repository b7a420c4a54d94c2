package org.chengxin.platform.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens to what commits of any node tell ({@code R__changes_are_told.sql}) and knows the last change. PostgreSQL tells all
 * who listen in the order of the commits, so nodes come to the same name for the same state.
 */
public final class StoreChanges implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreChanges.class);

    private static final String LISTEN = "listen chengxin_changes";
    private static final String STORE = "select value from store_setting where name = 'store-id'";
    /** A node that is cut off knows it so much later, and {@link #PATIENCE}. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DataSource store;
    private final Ids ids;
    private volatile @Nullable String version;
    private volatile @Nullable Thread thread;

    StoreChanges(DataSource store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /**
     * Names the state of the store: another name once something that readers see was committed. Null while changes cannot be
     * heard, when nothing that was read may be kept.
     */
    public @Nullable String version() {
        return version;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = store.getConnection()) {
                listen(connection);
            } catch (SQLException away) {
                // whoever asks the store tells that it is away
                log.debug("changes cannot be heard", away);
            } finally {
                version = null;
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection told = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LISTEN);
            String prefix = "";
            try (ResultSet row = statement.executeQuery(STORE)) {
                prefix = row.next() ? row.getString(1) + '-' : ids.next() + '-';
            }
            // what was before is not known: a name that no other node has
            version = prefix + ids.next();
            while (isRunning()) {
                PGNotification[] heard = told.getNotifications((int) LOOK.toMillis());
                if (heard != null && heard.length > 0) {
                    version = prefix + heard[heard.length - 1].getParameter();
                } else if (!connection.isValid((int) PATIENCE.toSeconds())) {
                    return;
                }
            }
            statement.execute("unlisten *");
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread listening = new Thread(this::listen, "store-changes");
        listening.setDaemon(true);
        thread = listening;
        listening.start();
    }

    /** Before the pools are closed; the thread gives its connection back in a moment. */
    @Override
    public void stop() {
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            try {
                listening.join(2 * PATIENCE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
