package org.chengxin.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files of a ZIP by name, in its order. */
public final class ReadZip {

    private ReadZip() {}

    /** All files of a whole one. */
    public static Map<String, byte[]> of(byte[] zip) {
        return first(new ByteArrayInputStream(zip), Integer.MAX_VALUE);
    }

    /** The first files, and not a byte more than they need. */
    static Map<String, byte[]> first(InputStream zip, int most) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            ZipInputStream in = new ZipInputStream(zip);
            while (files.size() < most) {
                ZipEntry entry = in.getNextEntry();
                if (entry == null) {
                    break;
                }
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }
}
