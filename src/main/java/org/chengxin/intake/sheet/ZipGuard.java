package org.chengxin.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, before the reader does: sizes stated inside a zip may lie, a part that
 * declares entities has no business in a workbook, and the reader makes room for whatever column a cell says it is in.
 */
final class ZipGuard {

    private static final String TYPE = "<!DOCTYPE";

    /** XFD is the last column. */
    private static final int LONGEST_COLUMN = 3;

    /** Bytes of one character of a cell at most, as a numeric reference. */
    private static final int CHARACTER = 10;

    private ZipGuard() {}

    /** Throws {@link SheetException} when the workbook unpacks beyond the limits or declares a document type. */
    static void check(Path file, SheetLimits limits) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.workbookEntries()) {
                throw new SheetException("file.workbook-size");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    byte[] start = in.readNBytes(1024);
                    boolean rows = new String(start, StandardCharsets.ISO_8859_1).contains("<worksheet");
                    long most = rows ? limits.workbookEntryBytes() : limits.workbookKeptBytes();
                    Markup markup = new Markup((long) limits.cell() * CHARACTER);
                    markup.see(start, start.length);
                    long size = start.length;
                    int read;
                    while ((read = in.read(buffer)) > 0) {
                        size += read;
                        if (size > most || total + size > limits.workbookBytes()) {
                            throw new SheetException("file.workbook-size");
                        }
                        markup.see(buffer, read);
                    }
                    total += size;
                }
            }
        }
    }

    /** Looks at the markup of a part as it passes; zeros do not count, UTF-16 has one beside each letter. */
    private static final class Markup {

        private final long longest;
        private boolean any;
        private boolean xml;
        private boolean inTag;
        private long sinceTag;
        private int type;
        private int cell;

        Markup(long longest) {
            this.longest = longest;
        }

        void see(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                if (bytes[i] != 0) {
                    see((char) (bytes[i] & 0xFF));
                }
            }
        }

        private void see(char c) {
            // behind a byte order mark and blanks
            if (!any && c > ' ' && c < 0x80) {
                any = true;
                xml = c == '<';
            }
            if (!xml) {
                return;
            }
            type = c == TYPE.charAt(type) ? type + 1 : c == '<' ? 1 : 0;
            if (type == TYPE.length()) {
                throw new SheetException("file.workbook-entity");
            }
            if (c == '<' || c == '>') {
                inTag = c == '<';
                sinceTag = 0;
                cell = 0;
            } else if (++sinceTag > longest) {
                throw new SheetException("file.workbook-size");
            } else if (inTag) {
                cell = afterReference(c);
                if (cell > 3 + LONGEST_COLUMN) {
                    throw new SheetException("file.workbook");
                }
            }
        }

        /** How far into {@code r="ABC} it is: 1 before the name, 2 in it, 3 behind the mark, then one more each letter. */
        private int afterReference(char c) {
            if (cell >= 3) {
                boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                return c == '&' ? Integer.MAX_VALUE : letter ? cell + 1 : c <= ' ' ? cell : 0;
            }
            if (cell == 2 && (c == '"' || c == '\'')) {
                return 3;
            }
            if (c <= ' ') {
                return cell == 2 ? 2 : 1;
            }
            return (cell == 1 && c == 'r') || (cell == 2 && c == '=') ? 2 : 0;
        }
    }
}
