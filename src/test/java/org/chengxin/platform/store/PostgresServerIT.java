package org.chengxin.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chengxin.platform.StartupFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresServerIT {

    @TempDir
    private Path folder;

    @Test
    void writesDurablyKeepsItsDataAndAsksForAPassword() throws IOException {
        DataDirectory directory = DataDirectory.open(folder, false);
        try (PostgresServer first = PostgresServer.open(directory)) {
            JdbcClient jdbc = client(first, first.password());
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(jdbc.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(jdbc.sql("show log_min_messages").query(String.class).single())
                    .as("a statement that fails does not stand in its log with the values")
                    .isEqualTo("log");
            jdbc.sql("create table kept (word text)").update();
            jdbc.sql("insert into kept values ('诚信')").update();
            assertThatThrownBy(
                            () -> client(first, "guess").sql("select 1").query().singleRow())
                    .rootCause()
                    .hasMessageContaining("password");
        }
        try (PostgresServer second = PostgresServer.open(directory)) {
            assertThat(client(second, second.password())
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("诚信");
        }
        Files.delete(folder.resolve("keys/postgres.password"));
        assertThatThrownBy(() -> PostgresServer.open(directory))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("password file is missing");
        assertThat(folder.resolve("postgres/PG_VERSION"))
                .as("data without its password is not taken for half an initdb")
                .exists();
        directory.close();
    }

    @Test
    void aKilledInitialisationStartsOver() throws IOException {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "18");
        try (DataDirectory directory = DataDirectory.open(folder, false);
                PostgresServer server = PostgresServer.open(directory)) {
            assertThat(client(server, server.password())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void theDirectoryHasOneOwnerWhomACommandMayJoin() {
        try (DataDirectory owner = DataDirectory.open(folder, false)) {
            assertThat(owner.owned()).isTrue();
            assertThat(DataDirectory.open(folder, true).owned()).isFalse();
            assertThatThrownBy(() -> DataDirectory.open(folder, false))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("belongs to a running portal");
        }
        try (DataDirectory next = DataDirectory.open(folder, false)) {
            assertThat(next.owned()).isTrue();
        }
    }

    private static JdbcClient client(PostgresServer server, String password) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), password));
    }
}
