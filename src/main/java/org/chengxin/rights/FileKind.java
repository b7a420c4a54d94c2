package org.chengxin.rights;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are taken as evidence, told by their bytes and never by their name. */
public enum FileKind {
    PDF,
    JPEG,
    PNG,
    DOCX,
    XLSX;

    /** Ending of a file of this kind. */
    public String ending() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    /** Watches the bytes of a file go by. */
    static final class Watch {

        private static final byte[] PDF_HEAD = ascii("%PDF-");
        private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

        /** Names of parts of an Office document, which a ZIP file holds in the clear. */
        private enum Part {
            TYPES("[Content_Types].xml"),
            WORD("word/document.xml"),
            SHEETS("xl/workbook.xml"),
            MACROS("vbaProject.bin");

            private final byte[] name;

            Part(String name) {
                this.name = ascii(name);
            }
        }

        private static final int TAIL = 32;

        private byte[] head = {};
        private byte[] tail = {};
        private final Set<Part> parts = EnumSet.noneOf(Part.class);

        void see(byte[] bytes) {
            if (head.length < PNG_HEAD.length) {
                head = joined(head, Arrays.copyOf(bytes, Math.min(bytes.length, PNG_HEAD.length)));
            }
            if (starts(ZIP_HEAD)) {
                byte[] seen = joined(tail, bytes);
                for (Part part : Part.values()) {
                    if (!parts.contains(part) && holds(seen, part.name)) {
                        parts.add(part);
                    }
                }
                tail = Arrays.copyOfRange(seen, Math.max(0, seen.length - TAIL), seen.length);
            }
        }

        /** The kind of what was seen; empty when it is none that is taken. Documents with macros are none. */
        Optional<FileKind> kind() {
            if (starts(PDF_HEAD)) {
                return Optional.of(FileKind.PDF);
            }
            if (starts(JPEG_HEAD)) {
                return Optional.of(FileKind.JPEG);
            }
            if (starts(PNG_HEAD)) {
                return Optional.of(FileKind.PNG);
            }
            if (!parts.contains(Part.TYPES) || parts.contains(Part.MACROS)) {
                return Optional.empty();
            }
            List<FileKind> office = parts.contains(Part.WORD)
                    ? List.of(FileKind.DOCX)
                    : parts.contains(Part.SHEETS) ? List.of(FileKind.XLSX) : List.of();
            return office.stream().findFirst();
        }

        private boolean starts(byte[] with) {
            return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
        }

        private static boolean holds(byte[] bytes, byte[] name) {
            for (int i = 0; i <= bytes.length - name.length; i++) {
                if (bytes[i] == name[0] && Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                    return true;
                }
            }
            return false;
        }

        private static byte[] joined(byte[] first, byte[] second) {
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
