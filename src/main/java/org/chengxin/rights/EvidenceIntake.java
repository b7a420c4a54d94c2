package org.chengxin.rights;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files of one form while they arrive: sealed to disk as they stream, told by their bytes, stopped at the limits.
 * A file that is refused leaves nothing behind, nor does a form that is broken off while it arrives. Blocks.
 */
public final class EvidenceIntake {

    public static final int MOST = 5;
    public static final long LARGEST = 5L << 20;
    public static final long LARGEST_TOTAL = 15L << 20;

    private static final int LONGEST_NAME = 120;

    private final EvidenceFiles files;
    private final List<Evidence> taken = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int number;
    private long total;
    private @Nullable Arriving arriving;
    private boolean discarded;

    EvidenceIntake(EvidenceFiles files) {
        this.files = files;
    }

    /**
     * Why a file was not taken.
     *
     * @param number of the file in the form, from 1
     * @param code {@code empty}, {@code size}, {@code total}, {@code type} or {@code count}
     */
    public record Refusal(int number, String code) {}

    private static final class Arriving {

        private final String id;
        private final String name;
        private final OutputStream out;
        private final FileKind.Watch watch = new FileKind.Watch();
        private final MessageDigest digest = sha256();
        private long bytes;
        private @Nullable String refused;

        Arriving(String id, String name, OutputStream out) {
            this.id = id;
            this.name = name;
            this.out = out;
        }
    }

    /** A file begins; its name is kept to be shown and for nothing else. */
    public synchronized void begin(String name) {
        end();
        number++;
        if (discarded) {
            return;
        }
        if (taken.size() >= MOST) {
            refused.add(new Refusal(number, "count"));
            return;
        }
        String id = files.nextId();
        try {
            arriving = new Arriving(id, shown(name), files.writing(id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public synchronized void write(byte[] bytes) {
        Arriving file = arriving;
        if (file == null || file.refused != null) {
            return;
        }
        file.bytes += bytes.length;
        total += bytes.length;
        if (file.bytes > LARGEST) {
            file.refused = "size";
        } else if (total > LARGEST_TOTAL) {
            file.refused = "total";
        } else {
            file.watch.see(bytes);
            file.digest.update(bytes);
            try {
                file.out.write(bytes);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The file that began last is whole. */
    public synchronized void end() {
        Arriving file = arriving;
        if (file == null) {
            return;
        }
        arriving = null;
        close(file);
        @Nullable FileKind kind = file.watch.kind().orElse(null);
        @Nullable String why = file.refused;
        if (why == null && (file.bytes == 0 || kind == null)) {
            why = file.bytes == 0 ? "empty" : "type";
        }
        if (why != null || kind == null) {
            files.delete(file.id);
            refused.add(new Refusal(number, why == null ? "type" : why));
            return;
        }
        taken.add(new Evidence(file.id, file.name, kind, file.bytes));
        digests.add(HexFormat.of().formatHex(file.digest.digest()));
    }

    /** The files that were taken, in their order. */
    public synchronized List<Evidence> taken() {
        return List.copyOf(taken);
    }

    public synchronized List<Refusal> refused() {
        return List.copyOf(refused);
    }

    /** Tells the same files from others. */
    synchronized String digest() {
        return String.join(",", digests);
    }

    /** The files belong to an objection now. */
    synchronized void handOver() {
        taken.clear();
    }

    /** Nothing was filed: leaves nothing behind. */
    public synchronized void discard() {
        discarded = true;
        Arriving file = arriving;
        if (file != null) {
            arriving = null;
            close(file);
            files.delete(file.id);
        }
        taken.forEach(evidence -> files.delete(evidence.id()));
        taken.clear();
    }

    private static void close(Arriving file) {
        try {
            file.out.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The last part of a path, without control characters. */
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "");
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
