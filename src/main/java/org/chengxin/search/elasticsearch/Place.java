package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.recall.PageTrail.Resume;
import org.jspecify.annotations.Nullable;

/**
 * Where a page starts.
 *
 * @param generation number of the generation
 * @param point the point in time the first page was made on
 * @param query digest of the query it belongs to
 * @param offset hits already given out
 * @param resume where recall goes on, by what its last document was sorted; null when the page lies among those that were ranked
 */
record Place(long generation, String point, long query, int offset, @Nullable Resume<List<FieldValue>> resume) {

    private static final byte VERSION = 2;
    private static final int MAX_LENGTH = 8_000;
    private static final int CHECKSUM = 8;

    /** Opaque, safe in a URL, with a checksum against damage. */
    String write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(generation);
            out.writeUTF(point);
            out.writeLong(query);
            out.writeInt(offset);
            out.writeInt(resume == null ? 0 : resume.at());
            List<FieldValue> after = resume == null ? List.of() : resume.after();
            out.writeByte(after.size());
            for (FieldValue value : after) {
                out.writeByte(value.isLong() ? 'l' : value.isDouble() ? 'd' : 's');
                out.writeUTF(value._toJsonString());
            }
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws InvalidCursorException when it was not written by {@link #write} for this query */
    static Place read(String text, long query) {
        byte[] raw = decode(text);
        boolean whole = raw.length > CHECKSUM
                && ByteBuffer.wrap(raw, raw.length - CHECKSUM, CHECKSUM).getLong()
                        == checksum(raw, raw.length - CHECKSUM);
        if (!whole || raw[0] != VERSION) {
            throw new InvalidCursorException("not a cursor of this portal");
        }
        Place place = read(raw);
        if (place.query != query) {
            throw new InvalidCursorException("cursor of another query");
        }
        return place;
    }

    private static Place read(byte[] raw) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(raw, 1, raw.length - 1 - CHECKSUM))) {
            long generation = in.readLong();
            String point = in.readUTF();
            long query = in.readLong();
            int offset = in.readInt();
            int at = in.readInt();
            List<FieldValue> after = new ArrayList<>();
            for (int left = in.readByte(); left > 0; left--) {
                after.add(value(in.readByte(), in.readUTF()));
            }
            if (offset < 0 || at < 0) {
                throw new InvalidCursorException("damaged cursor");
            }
            return new Place(generation, point, query, offset, after.isEmpty() ? null : new Resume<>(at, after));
        } catch (IOException | NumberFormatException e) {
            throw new InvalidCursorException("damaged cursor");
        }
    }

    private static FieldValue value(byte kind, String text) {
        return switch (kind) {
            case 'l' -> FieldValue.of(Long.parseLong(text));
            case 'd' -> FieldValue.of(Double.parseDouble(text));
            default -> FieldValue.of(text);
        };
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
