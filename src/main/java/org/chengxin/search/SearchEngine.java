package org.chengxin.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The port to a search engine: keeps documents and answers queries. Calls block; {@link SearchService} is the reactive
 * edge. Every answer is as of the given moment: documents whose end has passed are not in hits, totals or facets.
 */
public interface SearchEngine extends AutoCloseable {

    /** Applies a batch in one step; idempotent. The position is kept with the index, so both cannot part. */
    void apply(IndexBatch batch);

    /** Position of the last batch that survives a crash; {@link IndexBatch#START} for an empty index. */
    String position();

    /** Whether all nodes of a portal have this one index: then one of them at a time writes it. */
    default boolean isShared() {
        return false;
    }

    /**
     * Who begins to write a shared index calls this first: {@link #position()} is then as other nodes have left it. Calls that
     * write throw {@link IndexTakenOverException} once another node has written or built it anew since.
     */
    default void takeUp() {}

    /**
     * Whether the index turned out to be damaged, or can take no more changes since writing it failed. A {@link #rebuild()}
     * mends both.
     */
    default boolean needsRebuild() {
        return false;
    }

    /**
     * Whether searches are answered: an index that is sound but cannot be written answers as of its last change, an engine
     * that is away does not, though it needs no rebuild. Does not block.
     */
    default boolean answers() {
        return !needsRebuild();
    }

    /**
     * Why the engine did not answer when it was asked last and did not, in words for operators and without anything secret; null
     * when nothing is known. Does not block.
     */
    default @Nullable String trouble() {
        return null;
    }

    /**
     * Names what searches see at this moment: another name as soon as they see anything else, and no other engine's name.
     * Null when the engine cannot say, and nothing it answers may be kept.
     */
    default @Nullable String state() {
        return null;
    }

    /**
     * Documents that the engine would not take for good, by their ids, with its reasons. They are not found until they change
     * or the index is built anew; the batch they were in is in. Does not block.
     */
    default Map<String, String> refused() {
        return Map.of();
    }

    /** Makes all applied batches searchable and durable before it returns. */
    void flush();

    /** Starts an empty index beside the live one. */
    Rebuild rebuild();

    /**
     * A page of subjects.
     *
     * @throws InvalidCursorException when the cursor is none of this engine's, or the state of the index it pins is gone
     * @throws IndexDamagedException when the index cannot be read; {@link #needsRebuild()} says so from then on
     */
    SearchPage<SubjectHit> subjects(SubjectQuery query, Instant now);

    /** A page of records by their full text; throws as {@link #subjects} does. */
    SearchPage<RecordHit> records(RecordQuery query, Instant now);

    /** Who is meant by what is known of a subject, and whether that is sure. */
    MatchAnswer match(MatchQuery query, int limit, Instant now);

    /**
     * What may be meant by a text that is still being typed, best first.
     *
     * @param size how many at the most
     * @return empty for a text that may not be searched, such as an identity number
     * @throws IndexDamagedException when the index cannot be read
     */
    List<Suggestion> suggest(String text, int size, Instant now);

    /**
     * Why {@link #subjects} answers a text as it does, for developers: costs many times as much.
     *
     * @param subject id, code or name of a subject whose place is asked about, null for none
     * @throws IndexDamagedException when the index cannot be read
     */
    SearchExplanation explain(String text, @Nullable String subject, Instant now);

    /** Subjects in the live index, whatever their visibility. */
    long size();

    @Override
    void close();

    /** An index being built; searches see it only after {@link #swap()}. Closing it without a swap drops it. */
    interface Rebuild extends AutoCloseable {

        /** Adds a batch to the index being built; the live one does not change. */
        void apply(IndexBatch batch);

        /**
         * Makes the new index quick to search once most is in it; may take minutes and changes nothing that it answers. Batches
         * may follow.
         */
        void settle();

        /** Makes the new index live; searches under way finish on the old one. */
        void swap();

        @Override
        void close();
    }
}
