package org.chengxin.intake;

/** Is told how far an import is. */
@FunctionalInterface
public interface ProgressListener {

    /** For whoever does not look. */
    ProgressListener NONE = (rows, share) -> {};

    /**
     * Called after each committed chunk.
     *
     * @param rows rows taken in or refused so far
     * @param share share of the file, 0 to 1, NaN when not known
     */
    void progress(long rows, double share);
}
