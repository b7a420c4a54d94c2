package org.chengxin.search.ranking;

/** How alike two characters are, by sight or by sound. */
final class Likeness {

    static final float SAME = 1f;
    /** A homophone: the usual slip of an input method. */
    static final float HOMOPHONE = 0.78f;
    /** Alike to those who do not tell zh from z, ng from n, n from l. */
    static final float ALIKE = 0.6f;

    private Likeness() {}
}
