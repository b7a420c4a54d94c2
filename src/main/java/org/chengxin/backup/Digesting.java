package org.chengxin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.chengxin.shared.Sha256;

/** Writes files of a backup and tells their SHA-256; checks them before they are used. */
final class Digesting {

    private Digesting() {}

    /** Writes into a stream. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Writes one file of a backup, down to the disk's own cache. */
    static Manifest.Kept write(Path directory, String path, Content content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        MessageDigest digest = Sha256.start();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.to(out);
        }
        return new Manifest.Kept(path, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    /** Refuses a file that is missing, outside the backup, or not what the manifest says. */
    static Path checked(Path directory, Manifest.Kept kept) throws IOException {
        Path file = directory.resolve(kept.path()).normalize();
        if (!file.startsWith(directory.normalize())
                || !Files.isRegularFile(file)
                || !digest(file).equals(kept.sha256())) {
            throw BackupException.failed("备份已损坏：" + kept.path() + " (backup is damaged: missing or changed)");
        }
        return file;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read; (read = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
