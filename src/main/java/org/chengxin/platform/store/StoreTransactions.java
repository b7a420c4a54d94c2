package org.chengxin.platform.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions on the store whose failure is told by its cause: a rollback that fails too, because the connection is gone,
 * does not take its place. The server rolls back what a connection leaves.
 */
final class StoreTransactions extends JdbcTransactionManager {

    private static final Logger log = LoggerFactory.getLogger(StoreTransactions.class);

    StoreTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (DataAccessException | TransactionException gone) {
            log.debug("no rollback", gone);
            abort((JdbcTransactionObjectSupport) status.getTransaction());
        }
    }

    /** Nothing may be committed on it any more. */
    private static void abort(JdbcTransactionObjectSupport transaction) {
        try {
            transaction.getConnectionHolder().getConnection().abort(Runnable::run);
        } catch (SQLException closed) {
            log.debug("no connection to abort", closed);
        }
    }
}
