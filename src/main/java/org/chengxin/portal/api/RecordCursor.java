package org.chengxin.portal.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.chengxin.platform.ProblemException;
import org.chengxin.record.Archive.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A place in the records of one subject: the last record shown and how many came before it. When that record is gone by
 * the next page the number tells where to go on.
 */
record RecordCursor(int shown, String last) {

    private static final String PARAMETER = "cursor";

    /** The cursor as text, bound to the list it was made for. */
    String encode(String subject, Set<String> types, @Nullable Instant asOf) {
        String text = shown + ":" + last;
        String bound = text + ":" + check(text, subject, types, asOf);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bound.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor; throws a 400 problem when it is damaged or belongs to another list. */
    static RecordCursor decode(String cursor, String subject, Set<String> types, @Nullable Instant asOf) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", -1);
            if (parts.length == 3 && parts[2].equals(check(parts[0] + ":" + parts[1], subject, types, asOf))) {
                return new RecordCursor(Integer.parseInt(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException damaged) {
            throw ProblemException.invalid(PARAMETER, "invalid-cursor");
        }
        throw ProblemException.invalid(PARAMETER, "invalid-cursor");
    }

    /** Index of the first record of the next page. */
    int next(List<RecordView> records) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).id().equals(last)) {
                return i + 1;
            }
        }
        return Math.min(Math.max(0, shown - 1), records.size());
    }

    private static String check(String text, String subject, Set<String> types, @Nullable Instant asOf) {
        CRC32 crc = new CRC32();
        crc.update((text + "|" + subject + "|" + new TreeSet<>(types) + "|" + asOf).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
