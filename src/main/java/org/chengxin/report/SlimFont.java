package org.chengxin.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The subset of a TrueType font that OpenPDF embeds, made smaller. OpenPDF copies the horizontal metrics of all 30,000 glyphs of a
 * Chinese face into every document; here those of absent glyphs are cleared, but not of glyphs that are blank by nature. {@linkplain Outline Outlines} are set on a coarser
 * grid. Numbers of glyphs stay, because the text of the document names them.
 */
final class SlimFont {

    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;

    private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();
    private final int version;

    private SlimFont(ByteBuffer font) {
        version = font.getInt(0);
        int count = font.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = DIRECTORY + ENTRY * i;
            byte[] tag = new byte[4];
            font.get(entry, tag);
            byte[] table = new byte[font.getInt(entry + 12)];
            font.get(font.getInt(entry + 8), table);
            tables.put(new String(tag, StandardCharsets.US_ASCII), ByteBuffer.wrap(table));
        }
    }

    /** The same font, smaller; {@code faces} are all there are by their mark, see {@link #face}. Throws when it lacks a table that the OpenType specification requires of it. */
    static byte[] of(byte[] font, Map<Integer, Face> faces) {
        SlimFont slim = new SlimFont(ByteBuffer.wrap(font));
        slim.thin(Objects.requireNonNull(faces.get(slim.mark()), "a font of no known face"));
        return slim.bytes();
    }

    /** What is kept of a whole face, under its mark. */
    static Map.Entry<Integer, Face> face(byte[] font) {
        SlimFont whole = new SlimFont(ByteBuffer.wrap(font));
        ByteBuffer locations = whole.table("loca");
        boolean longs = whole.longs();
        int glyphs = glyphs(locations, longs);
        BitSet blanks = new BitSet();
        for (int glyph = 0; glyph < glyphs; glyph++) {
            blanks.set(glyph, location(locations, longs, glyph) == location(locations, longs, glyph + 1));
        }
        return Map.entry(whole.mark(), new Face(blanks, new AtomicReferenceArray<>(glyphs)));
    }

    /** The sum over the whole of the face, which a subset keeps. */
    private int mark() {
        return table("head").getInt(8);
    }

    private boolean longs() {
        return table("head").getShort(50) != 0;
    }

    private static int glyphs(ByteBuffer locations, boolean longs) {
        return locations.capacity() / (longs ? 4 : 2) - 1;
    }

    private void thin(Face face) {
        ByteBuffer head = table("head");
        ByteBuffer metrics = table("hmtx");
        ByteBuffer locations = table("loca");
        ByteBuffer outlines = table("glyf");
        boolean longs = longs();
        int advances = Short.toUnsignedInt(table("hhea").getShort(34));
        int glyphs = glyphs(locations, longs);
        int[] starts = new int[glyphs + 1];
        ByteArrayOutputStream thinned = new ByteArrayOutputStream(outlines.capacity());
        for (int glyph = 0; glyph < glyphs; glyph++) {
            int from = location(locations, longs, glyph);
            int to = location(locations, longs, glyph + 1);
            // the last advance stands for all glyphs after it
            int bearing = glyph < advances ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances);
            if (from == to) {
                if (glyph < advances - 1 && !face.blanks().get(glyph)) {
                    metrics.putShort(4 * glyph, (short) 0);
                }
                metrics.putShort(bearing, (short) 0);
            } else {
                ByteBuffer outline = outlines.slice(from, to - from);
                byte[] rounded = face.rounded(glyph, outline);
                // a viewer moves an outline by the difference of the two
                int moved = ByteBuffer.wrap(rounded).getShort(2) - outline.getShort(2);
                metrics.putShort(bearing, (short) (metrics.getShort(bearing) + moved));
                thinned.writeBytes(rounded);
            }
            starts[glyph + 1] = thinned.size();
        }
        boolean stillLong = thinned.size() >= 1 << 17;
        head.putShort(50, (short) (stillLong ? 1 : 0));
        tables.put("loca", locations(starts, stillLong));
        tables.put("glyf", ByteBuffer.wrap(thinned.toByteArray()));
    }

    private static int location(ByteBuffer locations, boolean longs, int glyph) {
        return longs ? locations.getInt(4 * glyph) : 2 * Short.toUnsignedInt(locations.getShort(2 * glyph));
    }

    private static ByteBuffer locations(int[] starts, boolean longs) {
        ByteBuffer locations = ByteBuffer.allocate(starts.length * (longs ? 4 : 2));
        for (int start : starts) {
            if (longs) {
                locations.putInt(start);
            } else {
                locations.putShort((short) (start / 2));
            }
        }
        return locations;
    }

    private byte[] bytes() {
        int size = DIRECTORY + ENTRY * tables.size();
        for (ByteBuffer table : tables.values()) {
            size += aligned(table.capacity());
        }
        ByteBuffer font = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        font.putInt(version).putShort((short) tables.size());
        font.putShort((short) (power * ENTRY));
        font.putShort((short) Integer.numberOfTrailingZeros(power));
        font.putShort((short) ((tables.size() - power) * ENTRY));
        int at = DIRECTORY + ENTRY * tables.size();
        for (Map.Entry<String, ByteBuffer> table : tables.entrySet()) {
            byte[] content = table.getValue().array();
            font.put(at, content);
            font.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            font.putInt(sum(font, at, aligned(content.length)));
            font.putInt(at);
            font.putInt(content.length);
            at += aligned(content.length);
        }
        return font.array();
    }

    private static int sum(ByteBuffer font, int from, int length) {
        int sum = 0;
        for (int at = from; at < from + length; at += 4) {
            sum += font.getInt(at);
        }
        return sum;
    }

    private static int aligned(int length) {
        return (length + 3) & ~3;
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalStateException("an embedded font lacks the table " + tag);
        }
        return table;
    }
}
