package org.chengxin.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.chengxin.TestStore;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.BulkCopy;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordStore;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The importer with its stores over a fresh PostgreSQL database, as Spring wires them; the clock stands still. */
final class IntakeWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    final TestStore store = TestStore.fresh();
    final Importer importer;
    final SeedLoader seed;
    final SubjectStore subjects;
    final DistinctSubjects distinct;
    final RecordStore records;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    IntakeWorld(long seedOfIds) {
        context.registerBean(DataSource.class, () -> store.dataSource);
        context.registerBean(JdbcClient.class, () -> store.jdbc);
        context.registerBean(BulkCopy.class, () -> store.copy);
        context.registerBean(TransactionTemplate.class, () -> store.transaction);
        context.registerBean(JsonMapper.class, () -> store.json);
        context.registerBean(StoreSettings.class, () -> new StoreSettings(store.jdbc));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
        context.registerBean(Ids.class, () -> new Ids(new Random(seedOfIds)));
        context.registerBean(DataDirectory.class, IntakeWorld::directory);
        context.registerBean(StoreCalls.class, () -> new StoreCalls(Schedulers.immediate()));
        context.registerBean(ChengxinProperties.class, () -> new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("chengxin", ChengxinProperties.class));
        context.scan("org.chengxin.catalog", "org.chengxin.subject", "org.chengxin.record", "org.chengxin.intake");
        context.refresh();
        importer = context.getBean(Importer.class);
        seed = context.getBean(SeedLoader.class);
        subjects = context.getBean(SubjectStore.class);
        distinct = context.getBean(DistinctSubjects.class);
        records = context.getBean(RecordStore.class);
    }

    private static DataDirectory directory() {
        try {
            return DataDirectory.open(Files.createTempDirectory("chengxin-intake"), false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    ImportResult take(Path file, String as) {
        return importer.run(ImportRequest.of(file, as), ProgressListener.NONE);
    }

    /** A valid made-up code of an enterprise of Huangshi. */
    static String code(int number) {
        return code("91420202", number);
    }

    static String code(String prefix, int number) {
        String organisation = "%08d".formatted(70_000_000 + number);
        String first = prefix + organisation + CreditCode.organisationCheckCharacter(organisation);
        return first + CreditCode.checkCharacter(first);
    }

    static Path write(Path directory, String name, String... lines) throws Exception {
        return write(directory, name, StandardCharsets.UTF_8, lines);
    }

    static Path write(Path directory, String name, Charset charset, String... lines) throws Exception {
        return Files.write(directory.resolve(name), (String.join("\n", lines) + "\n").getBytes(charset));
    }

    Subject subject(String name) {
        return store.jdbc
                .sql("select id from subject where name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .flatMap(subjects::find)
                .orElseThrow(() -> new AssertionError("no subject is called " + name));
    }

    List<CreditRecord> recordsOf(String name) {
        return records.ofSubjects(List.of(subject(name).id()));
    }

    long count(String table) {
        return store.jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
