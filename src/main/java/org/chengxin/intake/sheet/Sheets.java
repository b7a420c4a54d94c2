package org.chengxin.intake.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Opens a file as a sheet after its content and, between text formats, its name. */
public final class Sheets {

    /** Enough to tell encoding and delimiter. */
    private static final int SAMPLE = 1 << 18;

    private Sheets() {}

    /**
     * Opens a file.
     *
     * @param known whether a heading is known, to find the header, the sheet and the delimiter by
     * @throws SheetException when its format or encoding is not one of those taken, or no header is found
     * @throws IOException when it cannot be read
     */
    public static Sheet open(Path file, Predicate<String> known, SheetLimits limits) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (begins(head, 'P', 'K', 3, 4)) {
            return Workbooks.open(file, known, limits);
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new SheetException("file.xls");
        }
        CountingInputStream counted = new CountingInputStream(Files.newInputStream(file));
        long size = Math.max(1, Files.size(file));
        try {
            InputStream plain = begins(head, 0x1F, 0x8B) ? unpacked(counted, limits) : counted;
            return text(
                    new BufferedInputStream(plain, SAMPLE),
                    name(file),
                    () -> counted.count() / (double) size,
                    known,
                    limits);
        } catch (IOException | RuntimeException broken) {
            counted.close();
            throw broken;
        }
    }

    private static Sheet text(
            BufferedInputStream in, String name, DoubleSupplier progress, Predicate<String> known, SheetLimits limits)
            throws IOException {
        in.mark(SAMPLE);
        byte[] sample = in.readNBytes(SAMPLE - 1);
        in.reset();
        TextEncoding encoding = TextEncoding.of(sample, sample.length < SAMPLE - 1);
        in.skipNBytes(encoding.mark());
        String start = new String(sample, encoding.mark(), sample.length - encoding.mark(), encoding.charset());
        Reader reader = new InputStreamReader(in, encoding.charset());
        if (start.stripLeading().startsWith("{")) {
            return new JsonLinesSheet(reader, progress, limits);
        }
        boolean tabs = name.endsWith(".tsv") || name.endsWith(".tab");
        return Delimited.open(reader, tabs ? '\t' : Delimiter.of(start), start, progress, known, limits);
    }

    private static InputStream unpacked(CountingInputStream packed, SheetLimits limits) throws IOException {
        return new CountingInputStream(new GZIPInputStream(packed, 1 << 16)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (count() > limits.workbookKeptBytes() && count() / limits.packing() > packed.count()) {
                    throw new SheetException("file.packed");
                }
                return read;
            }
        };
    }

    private static String name(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
