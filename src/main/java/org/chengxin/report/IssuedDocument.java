package org.chengxin.report;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of a document that was given out.
 *
 * @param kind {@code credit-report}
 * @param language language tag it was written in
 * @param fileDigest SHA-256 of its bytes
 * @param contentDigest SHA-256 of what it showed, see {@link Digests}
 * @param recordIds records it showed
 */
record IssuedDocument(
        String number,
        String kind,
        String subjectId,
        String language,
        Instant issuedAt,
        byte[] fileDigest,
        byte[] contentDigest,
        List<String> recordIds) {

    static final String CREDIT_REPORT = "credit-report";
}
