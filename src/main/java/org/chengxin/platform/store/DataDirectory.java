package org.chengxin.platform.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.chengxin.platform.StartupFailure;
import org.jspecify.annotations.Nullable;

/**
 * The directory everything embedded lives in. One process owns it: the running portal, or a command started alone. The
 * lock goes with the process, so a killed owner leaves nothing to clean up.
 */
public final class DataDirectory implements AutoCloseable {

    /** Held by the owner. */
    public static final String LOCK_FILE = "owner.lock";

    private static final String UNFINISHED = "restore.unfinished";

    private final Path path;
    private final @Nullable FileChannel channel;
    private final @Nullable FileLock lock;

    private DataDirectory(Path path, @Nullable FileChannel channel, @Nullable FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the directory, or joins the portal that owns it.
     *
     * @param mayJoin whether another owner is welcome (a command) or a failure (a second portal)
     */
    public static DataDirectory open(Path directory, boolean mayJoin) {
        Path path = directory.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new StartupFailure(
                    "数据目录 " + path + " 不可写 (data directory cannot be written)",
                    "请检查权限，或用 CHENGXIN_DATA_DIR 指定其他目录 (mend its permissions or set CHENGXIN_DATA_DIR)",
                    failure);
        }
        if (Files.exists(path.resolve(UNFINISHED))) {
            throw new StartupFailure(
                    "数据目录 " + path + " 的恢复没有完成 (a restore into this data directory did not finish)",
                    "请清空目录后重新恢复 (empty it and restore again)");
        }
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (lock != null) {
            return new DataDirectory(path, channel, lock);
        }
        if (mayJoin) {
            return new DataDirectory(path, null, null);
        }
        throw new StartupFailure(
                "数据目录 " + path + " 属于另一个正在运行的门户 (data directory belongs to a running portal)",
                "请先停止它，或用 CHENGXIN_DATA_DIR 指定其他目录 (stop it first or set CHENGXIN_DATA_DIR)");
    }

    /** Whether this process owns the directory; otherwise a running portal does. */
    public boolean owned() {
        return lock != null;
    }

    public Path path() {
        return path;
    }

    public Path resolve(String child) {
        return path.resolve(child);
    }

    /** A key of 256 random bits, made at first use and kept in {@code keys/NAME.key}. */
    public synchronized byte[] key(String name) {
        String file = "keys/" + name + ".key";
        return secret(file).map(HexFormat.of()::parseHex).orElseGet(() -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            writeSecret(file, HexFormat.of().formatHex(fresh));
            return fresh;
        });
    }

    /** Reads a small file kept for one reader only, e.g. a key; empty when it does not exist. */
    public Optional<String> secret(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes such a file in one step, readable by its owner only. */
    public void writeSecret(String name, String content) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(
                    file.getParent(),
                    "half",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, content);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says that what follows is half of something: nobody opens this directory until {@link #finished()}. */
    public void markUnfinished() throws IOException {
        Files.createFile(path.resolve(UNFINISHED));
    }

    /** Says that the directory is whole. */
    public void finished() throws IOException {
        Files.delete(path.resolve(UNFINISHED));
    }

    @Override
    public void close() {
        try {
            if (lock != null && channel != null) {
                lock.release();
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
