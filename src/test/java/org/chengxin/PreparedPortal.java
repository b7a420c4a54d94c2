package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/**
 * What spares {@link ForkedPortal} most of a start, made once for all tests of a run: the portal's classes as an archive
 * the JVM maps instead of loading them (JEP 350), and a data directory with the seed taken in.
 *
 * @param classPath the portal's own classes and libraries, files only: the archive takes no directories, and component scan
 *     must not meet the wiring of other tests
 * @param classes the archive
 * @param data a data directory whose portal was stopped in good order
 */
record PreparedPortal(String classPath, Path classes, Path data) {

    private static final Supplier<PreparedPortal> PREPARED = SingletonSupplier.of(PreparedPortal::prepare);

    static PreparedPortal get() {
        return PREPARED.get();
    }

    private static PreparedPortal prepare() {
        try {
            Path folder = Path.of("target/forked").toAbsolutePath();
            delete(folder);
            Files.createDirectories(folder);
            PreparedPortal prepared =
                    new PreparedPortal(classPath(folder), folder.resolve("classes.jsa"), folder.resolve("data"));
            try (ForkedPortal portal = new ForkedPortal(folder, prepared.data, prepared)) {
                ForkedPortal.stop(portal.serve());
            }
            assertThat(prepared.classes).isNotEmptyFile();
            return prepared;
        } catch (Exception failure) {
            throw new IllegalStateException("no portal could be prepared", failure);
        }
    }

    private static String classPath(Path folder) {
        Path jar = folder.resolve("portal.jar");
        assertThat(ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "-cf", jar.toString(), "-C", "target/classes", "."))
                .isZero();
        return Stream.concat(
                        Stream.of(jar.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Options of the JVM: the archive is used, or made at the end of the one process that runs before it is there. */
    List<String> options() {
        return List.of((Files.exists(classes) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + classes);
    }

    /** Copies the data directory to a place where nothing is yet. */
    void copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(data.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
