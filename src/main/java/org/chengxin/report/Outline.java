package org.chengxin.report;

import java.nio.ByteBuffer;

/** The outline of one glyph as table {@code glyf} of the OpenType specification has it. */
final class Outline {

    /**
     * Units of 1/1000 em; coordinates become multiples of it. An outline moves by 0.006 mm at most in running text and takes a
     * fifth less room.
     */
    private static final int GRID = 4;

    private static final int ON_CURVE = 0x01;
    private static final int[] SHORT = {0x02, 0x04};
    private static final int REPEAT = 0x08;
    /** Of a short vector: it is positive. Of another: it is absent, the coordinate is that of the point before. */
    private static final int[] SAME = {0x10, 0x20};

    private static final int HEADER = 10;

    private Outline() {}

    /** The outline on the grid, of an even number of bytes; one that is made of other glyphs stays as it is. */
    static byte[] rounded(ByteBuffer outline) {
        int contours = outline.getShort(0);
        if (contours <= 0) {
            return bytes(outline, outline.capacity());
        }
        int points = Short.toUnsignedInt(outline.getShort(HEADER + 2 * contours - 2)) + 1;
        ByteBuffer in = outline.duplicate().position(HEADER + 2 * contours);
        // instructions would move points that are not where they knew them
        int instructions = Short.toUnsignedInt(in.getShort());
        in.position(in.position() + instructions);
        byte[] flags = flags(in, points);
        int[][] places = {places(in, flags, 0), places(in, flags, 1)};

        ByteBuffer out = ByteBuffer.allocate(HEADER + 2 * contours + 2 + 6 * points + 1);
        out.put(outline.slice(0, HEADER + 2 * contours)).putShort((short) 0);
        for (int axis = 0; axis < 2; axis++) {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int place : places[axis]) {
                least = Math.min(least, place);
                most = Math.max(most, place);
            }
            out.putShort(2 + 2 * axis, (short) least).putShort(6 + 2 * axis, (short) most);
        }
        ByteBuffer[] vectors = {ByteBuffer.allocate(2 * points), ByteBuffer.allocate(2 * points)};
        for (int i = 0; i < points; i++) {
            int flag = flags[i] & ON_CURVE;
            for (int axis = 0; axis < 2; axis++) {
                flag |= put(vectors[axis], places[axis][i] - (i == 0 ? 0 : places[axis][i - 1]), axis);
            }
            out.put((byte) flag);
        }
        out.put(vectors[0].flip()).put(vectors[1].flip());
        return bytes(out, (out.position() + 1) & ~1);
    }

    private static byte[] flags(ByteBuffer in, int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = in.get();
            if ((flags[i] & REPEAT) != 0) {
                for (int again = Byte.toUnsignedInt(in.get()); again > 0; again--, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        return flags;
    }

    /** Coordinates of all points on one axis, rounded. */
    private static int[] places(ByteBuffer in, byte[] flags, int axis) {
        int[] places = new int[flags.length];
        int place = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & SAME[axis]) != 0;
            if ((flags[i] & SHORT[axis]) != 0) {
                int vector = Byte.toUnsignedInt(in.get());
                place += same ? vector : -vector;
            } else if (!same) {
                place += in.getShort();
            }
            places[i] = Math.floorDiv(place + GRID / 2, GRID) * GRID;
        }
        return places;
    }

    /** Writes a vector in as few bytes as it takes; gives the flags that say how. */
    private static int put(ByteBuffer vectors, int vector, int axis) {
        if (vector == 0) {
            return SAME[axis];
        }
        if (Math.abs(vector) <= 0xFF) {
            vectors.put((byte) Math.abs(vector));
            return vector > 0 ? SHORT[axis] | SAME[axis] : SHORT[axis];
        }
        vectors.putShort((short) vector);
        return 0;
    }

    private static byte[] bytes(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(0, bytes);
        return bytes;
    }
}
