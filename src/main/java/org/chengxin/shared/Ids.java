package org.chengxin.shared;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes short opaque ids: 12 characters of Crockford base 32 from 60 random bits; never derived from content. */
public final class Ids {

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    /** Wider than what is made here, so that the make can change. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,40}");

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** Whether a text can be an id of anything; others name nothing, and no store need be asked for them. */
    public static boolean possible(String text) {
        return ID.matcher(text).matches();
    }

    /** A new id. */
    public String next() {
        long bits = random.nextLong();
        char[] id = new char[12];
        for (int i = 0; i < id.length; i++) {
            id[i] = DIGITS[(int) (bits & 31)];
            bits >>>= 5;
        }
        return new String(id);
    }
}
