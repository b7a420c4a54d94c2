package org.chengxin.shared;

import java.util.random.RandomGenerator;

/** Makes short opaque ids: 12 characters of Crockford base 32 from 60 random bits; never derived from content. */
public final class Ids {

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

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
