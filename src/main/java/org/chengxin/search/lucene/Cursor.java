package org.chengxin.search.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.recall.PageTrail.Resume;
import org.jspecify.annotations.Nullable;

/**
 * Where a page starts.
 *
 * @param generation the index generation
 * @param pin the state of the index the first page was made on
 * @param query digest of the query it belongs to
 * @param offset hits already given out
 * @param resume where recall goes on, by the number of its last document; null when the page lies among those that were ranked
 */
record Cursor(String generation, long pin, long query, int offset, @Nullable Resume<Integer> resume) {

    private static final byte VERSION = 2;
    private static final int FIXED = 1 + 8 + 8 + 4 + 4 + 4 + 8;
    private static final int MAX_LENGTH = 200;

    /** Opaque, safe in a URL, with a checksum against damage. */
    String write() {
        byte[] name = generation.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + name.length);
        bytes.put(VERSION).putLong(pin).putLong(query).putInt(offset);
        bytes.putInt(resume == null ? 0 : resume.at()).putInt(resume == null ? 0 : resume.after());
        bytes.put(name);
        bytes.putLong(checksum(bytes.array(), bytes.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws InvalidCursorException when it was not written by {@link #write} for this query */
    static Cursor read(String text, long query) {
        byte[] raw = decode(text);
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        if (raw.length <= FIXED || bytes.get() != VERSION) {
            throw new InvalidCursorException("not a cursor of this portal");
        }
        long pin = bytes.getLong();
        long digest = bytes.getLong();
        int offset = bytes.getInt();
        int at = bytes.getInt();
        int after = bytes.getInt();
        if (ByteBuffer.wrap(raw, raw.length - 8, 8).getLong() != checksum(raw, raw.length - 8)
                || offset < 0
                || at < 0) {
            throw new InvalidCursorException("damaged cursor");
        }
        Cursor cursor = new Cursor(
                new String(raw, FIXED - 8, raw.length - FIXED, StandardCharsets.UTF_8),
                pin,
                digest,
                offset,
                at == 0 ? null : new Resume<>(at, after));
        if (cursor.query != query) {
            throw new InvalidCursorException("cursor of another query");
        }
        return cursor;
    }

    private static byte[] decode(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidCursorException("not a cursor of this portal");
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException("not a cursor of this portal");
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
