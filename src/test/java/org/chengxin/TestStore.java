package org.chengxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.chengxin.platform.store.BulkCopy;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.PostgresServer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A real PostgreSQL for tests, one server a JVM, with an empty migrated database for each {@link #fresh()}. */
public final class TestStore {

    private static PostgresServer server;
    private static int databases;

    public final DataSource dataSource;
    public final JdbcClient jdbc;
    public final BulkCopy copy;
    public final TransactionTemplate transaction;
    public final JsonMapper json = JsonMapper.builder().build();

    private TestStore(String url) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, server.user(), server.password());
        this.dataSource = source;
        this.jdbc = JdbcClient.create(source);
        this.copy = new BulkCopy(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public static synchronized TestStore fresh() {
        if (server == null) {
            server = start();
        }
        String name = "test" + ++databases;
        JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()))
                .sql("create database " + name + " template template0 encoding 'UTF8'")
                .update();
        TestStore store = new TestStore(server.jdbcUrl().replace("/chengxin", "/" + name));
        Flyway.configure().dataSource(store.dataSource).load().migrate();
        return store;
    }

    private static PostgresServer start() {
        try {
            Path directory = Files.createTempDirectory("chengxin-test");
            DataDirectory owned = DataDirectory.open(directory, false);
            PostgresServer started = PostgresServer.open(owned);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
