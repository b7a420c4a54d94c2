package org.chengxin.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The register of documents that were given out. Blocks; call it off the event loop. */
interface IssuedDocuments {

    void add(IssuedDocument document);

    Optional<IssuedDocument> byNumber(String number);

    /** The document whose bytes have this SHA-256. */
    Optional<IssuedDocument> byFile(byte[] digest);

    /**
     * Documents to be compared with their subjects: those of subjects that changed, and those not looked at for long. Held by the
     * transaction of the caller; what another one holds is left out.
     *
     * @param latest those not due before then are due now: a clock that was ahead has put them off
     */
    List<IssuedDocument> due(Instant now, Instant latest, int limit);

    /** These still hold: they are due again then, or when their subject changes. */
    void checked(List<String> numbers, Instant next);

    /** These do not hold any more, and never will again. */
    void superseded(List<String> numbers, Instant now);

    /** Numbers of documents that do not hold any more although their own end has not come. */
    List<String> superseded(Instant now);
}
