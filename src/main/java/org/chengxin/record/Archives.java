package org.chengxin.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The one way from the store to a door: what an audience may see of a subject, with visibility, masks, states and ends
 * applied from the catalogue. Blocks; call it off the event loop.
 */
public interface Archives {

    /**
     * The archive of a subject now.
     *
     * @param id subject id or current USCC
     * @param asOf what had been published at that moment and still may be shown; null for now
     * @return empty when there is none or the audience may not see it: both answer the same
     */
    Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf);

    /**
     * Archives of many subjects now, by what was asked for; those that are not there or not to be seen are left out.
     *
     * @param idsOrUsccs subject ids and current USCCs
     * @return without branches and companies
     */
    Map<String, Archive> find(Collection<String> idsOrUsccs, Audience audience);

    /** One record in publication with its subject; empty when there is none or it may not be seen. */
    Optional<Found> record(String recordId, Audience audience);

    /**
     * Archives of the given subjects for the projection, in any order; those not to be seen are left out. Records past
     * their end are among them: whoever answers compares ends with the moment of the answer, so that a clock that was
     * wrong when this was read hides and shows nothing.
     */
    List<Archive> all(List<String> subjectIds, Audience audience);

    /** Sources of the portal with their freshness, by name. */
    List<Source> sources();

    /** Those that ever stated a record of one of the types, each counted with records of these types alone. */
    List<Source> sources(Set<String> types);

    /** A record with the subject it is about. */
    record Found(Archive.SubjectView subject, Archive.RecordView record) {}
}
