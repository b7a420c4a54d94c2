package org.chengxin.search;

import java.util.List;

/**
 * Documents to put and ids to drop, in one step; each id stands in it once.
 *
 * @param position opaque place in the outbox that the index has reached with this batch
 * @param version grows with the position: where several nodes write one index, a document is never replaced by one of a
 *     smaller version
 */
public record IndexBatch(
        List<SubjectDocument> subjects,
        List<String> goneSubjects,
        List<RecordDocument> records,
        List<String> goneRecords,
        String position,
        long version) {

    /** Position of an index that has seen nothing. */
    public static final String START = "";
}
