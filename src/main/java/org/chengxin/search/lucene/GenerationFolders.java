package org.chengxin.search.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders of index generations and the pointer file that names the live one. */
final class GenerationFolders {

    private static final String POINTER = "current";
    private static final String PREFIX = "g-";

    private final Path root;

    GenerationFolders(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** Folder of the live generation, null when there was none. */
    @Nullable
    Path live() throws IOException {
        Path pointer = root.resolve(POINTER);
        if (!Files.exists(pointer)) {
            return null;
        }
        return root.resolve(Files.readString(pointer, StandardCharsets.UTF_8).strip());
    }

    /** A folder with a name that was not used before among those that are there. */
    Path next() throws IOException {
        long highest = 0;
        for (Path folder : all()) {
            String number = folder.getFileName().toString().substring(PREFIX.length());
            highest = Math.max(highest, number.matches("\\d{1,18}") ? Long.parseLong(number) : 0);
        }
        return root.resolve(PREFIX + (highest + 1));
    }

    /** Makes a generation the live one; after a crash the pointer names the old or the new, never half of one. */
    void point(Path folder) throws IOException {
        Path draft = root.resolve(POINTER + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(folder.getFileName().toString()));
            channel.force(true);
        }
        Files.move(draft, root.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes what a kill has left: all generations but one. */
    void clean(Path kept) throws IOException {
        for (Path folder : all()) {
            if (!folder.getFileName().equals(kept.getFileName())) {
                delete(folder);
            }
        }
    }

    /** Deletes everything. */
    void discard() throws IOException {
        Files.deleteIfExists(root.resolve(POINTER));
        for (Path folder : all()) {
            delete(folder);
        }
    }

    /** Deletes one generation, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> all() throws IOException {
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }
}
