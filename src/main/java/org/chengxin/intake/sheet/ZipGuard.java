package org.chengxin.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, before the reader does: sizes stated inside a zip may lie, and a part
 * that declares entities has no business in a workbook.
 */
final class ZipGuard {

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
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] start = in.readNBytes(1024);
                    if (xml(entry.getName()) && declaresType(start)) {
                        throw new SheetException("file.workbook-entity");
                    }
                    long size = start.length;
                    int read;
                    while ((read = in.read(buffer)) > 0) {
                        size += read;
                        if (size > limits.workbookEntryBytes() || total + size > limits.workbookBytes()) {
                            throw new SheetException("file.workbook-size");
                        }
                    }
                    total += size;
                }
            }
        }
    }

    private static boolean xml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static boolean declaresType(byte[] start) {
        // UTF-16 has a zero beside each of these letters.
        return new String(start, StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .contains("<!DOCTYPE");
    }
}
