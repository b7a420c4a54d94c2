package org.chengxin.rights;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.chengxin.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evidence on disk, below {@code files/objections}: sealed, named by id. Blocks; call it off the event loop. */
public final class EvidenceFiles {

    private static final Logger log = LoggerFactory.getLogger(EvidenceFiles.class);

    /** Older files that no objection names were left by a form that was never filed. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final Seal seal;
    private final Ids ids;

    EvidenceFiles(Path folder, Seal seal, Ids ids) {
        this.folder = folder;
        this.seal = seal;
        this.ids = ids;
    }

    /** Takes the files of one form while they arrive. */
    public EvidenceIntake intake() {
        return new EvidenceIntake(this);
    }

    String nextId() {
        return ids.next();
    }

    /** Written through to the disk when it is closed. */
    OutputStream writing(String id) throws IOException {
        Files.createDirectories(folder);
        FileOutputStream file = new FileOutputStream(folder.resolve(id).toFile()) {
            @Override
            public void close() throws IOException {
                if (getChannel().isOpen()) {
                    getFD().sync();
                }
                super.close();
            }
        };
        return SealedFile.writing(file, seal.fileKey(id));
    }

    /** Opens a file into a new file of the reader; fails when there is one of that name. */
    void open(String id, Path to) {
        try (InputStream in = Files.newInputStream(folder.resolve(id));
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            SealedFile.open(in, seal.fileKey(id), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id));
        } catch (IOException failure) {
            // swept later
            log.warn("evidence {} cannot be deleted now: {}", id, failure.toString());
        }
    }

    /** Deletes what no objection names. */
    void sweep(Set<String> named, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String id = file.getFileName().toString();
                if (!named.contains(id)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED))) {
                    delete(id);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
