package org.chengxin.intake;

import java.time.Instant;
import java.util.List;

/** Writes a chunk of rows inside the caller's transaction. */
interface ChunkWriter {

    /** What became of a chunk. */
    record Outcome(ImportCounts counts, List<Problem> problems) {}

    Outcome write(List<ParsedRow> rows, Instant at);

    /** Looks once more, after the last chunk, for what earlier rows pointed at before it was there. */
    default void finish(List<SubjectDraft> earlier, Instant at, Transactions transactions) {}

    /** Runs work in a transaction of its own. */
    @FunctionalInterface
    interface Transactions {
        void run(Runnable work);
    }
}
