package org.chengxin.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Work that one node of several does at a time: who does it holds an advisory lock of PostgreSQL on a connection of its own,
 * so a node that dies or is cut off lets go by itself. Blocks, and fails as any call of the store does.
 */
public final class OneNode {

    private static final String KEY = "(hashtextextended('chengxin-' || ?, 0))";

    private final JdbcTemplate jdbc;

    public OneNode(DataSource store) {
        this.jdbc = new JdbcTemplate(store);
    }

    /** Does the work unless another node is at it; returns whether it was done here. */
    public boolean unlessElsewhere(String name, Runnable work) {
        return locked("pg_try_advisory_lock", name, work);
    }

    /** Does the work once no other node is at it. */
    public void inTurn(String name, Runnable work) {
        locked("pg_advisory_lock", name, work);
    }

    private boolean locked(String lock, String name, Runnable work) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            if (!ask(connection, lock, name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "pg_advisory_unlock", name);
            }
        }));
    }

    /** False when PostgreSQL says so; the waiting lock says nothing. */
    private static boolean ask(Connection connection, String function, String name) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select " + function + KEY)) {
            question.setString(1, name);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && (answer.getObject(1) instanceof Boolean said ? said : true);
            }
        }
    }
}
