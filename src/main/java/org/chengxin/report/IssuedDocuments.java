package org.chengxin.report;

import java.util.Optional;

/** The register of documents that were given out. Blocks; call it off the event loop. */
interface IssuedDocuments {

    void add(IssuedDocument document);

    Optional<IssuedDocument> byNumber(String number);

    /** The document whose bytes have this SHA-256. */
    Optional<IssuedDocument> byFile(byte[] digest);
}
