package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A disk of its own that can be filled: a tmpfs in a mount namespace, which needs no rights. Programs see it when started
 * by {@link #program}.
 */
final class SmallDisk implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Process holder;
    private final Path inside;
    private final Path seen;

    /** @param folder where it is mounted; exists, and stays empty outside of the namespace */
    SmallDisk(Path folder, int megabytes) throws Exception {
        inside = folder;
        String script =
                "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$1\" && touch \"$1/mounted\" && exec sleep 900";
        holder = new ProcessBuilder("unshare", "-Urm", "sh", "-c", script, "sh", folder.toString())
                .inheritIO()
                .start();
        seen = Path.of("/proc/" + holder.pid() + "/root" + folder);
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(seen.resolve("mounted"))) {
            assertThat(holder.isAlive() && System.nanoTime() < until)
                    .as("a tmpfs can be mounted in a namespace")
                    .isTrue();
            Thread.sleep(20);
        }
    }

    /** Put before a program and its arguments, this starts it where the disk is. */
    String[] program() {
        return new String[] {
            "nsenter",
            "--target=" + holder.pid(),
            "--user",
            "--mount",
            "--preserve-credentials",
            "--wd=" + Path.of("").toAbsolutePath()
        };
    }

    /** A path on the disk as those programs name it. */
    Path inside(String child) {
        return inside.resolve(child);
    }

    /** The same path as this process sees it. */
    Path seen(String child) {
        return seen.resolve(child);
    }

    /** Leaves no byte. */
    void fill() throws IOException {
        byte[] ballast = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(seen("ballast"))) {
            while (true) {
                out.write(ballast);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        assertThat(Files.getFileStore(seen).getUsableSpace()).isLessThan(1024 * 1024);
    }

    void free() throws IOException {
        Files.delete(seen("ballast"));
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
