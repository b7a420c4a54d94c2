package org.chengxin.record;

import java.time.Instant;
import java.util.List;

/**
 * Numbers and lists over everything the public may see, from one reading of the store. Says nothing of what is hidden,
 * repaired or past its end at that moment. Blocks; call it off the event loop.
 */
public interface PublicFigures {

    /** How many records are in publication now, and of what. */
    Counts counts();

    /** How many organisations have nothing adverse in publication now. */
    long cleanSubjects();

    /**
     * Ids of organisations without anything adverse in publication now, in the order of their ids; natural persons are
     * never among them.
     *
     * @param offset how many to leave out
     * @param size how many at most
     */
    List<String> cleanSubjects(long offset, int size);

    /**
     * Entries of a list in publication now, by id.
     *
     * @param list code of the list, e.g. {@code red}
     */
    List<Entry> onList(String list);

    /**
     * An entry of a list.
     *
     * @param state another one once the entry or its subject has changed
     */
    record Entry(String record, String subject, String state) {}

    /**
     * Records in publication at a moment.
     *
     * @param now the moment
     * @param total all of them
     * @param months by month of the decision, else of publication: {@code 2026-03}, newest first
     * @param types by record type code, most first
     * @param authorities by deciding body, most first; a blank value counts those without one
     * @param regions by division code of the subject, most first; a blank value counts those without one
     */
    record Counts(
            Instant now,
            long total,
            List<Count> months,
            List<Count> types,
            List<Count> authorities,
            List<Count> regions) {}

    /** A value with its number of records. */
    record Count(String value, long count) {}
}
