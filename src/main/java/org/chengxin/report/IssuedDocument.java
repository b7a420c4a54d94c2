package org.chengxin.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a document that was given out.
 *
 * @param scope what of its subject it is about
 * @param language language tag it was written in
 * @param validUntil end that it states; null for one issued before ends were kept
 * @param fileDigest SHA-256 of its bytes
 * @param contentDigest SHA-256 of what it showed, see {@link Digests}
 * @param recordIds records it showed
 */
record IssuedDocument(
        String number,
        Scope scope,
        String subjectId,
        String language,
        Instant issuedAt,
        @Nullable Instant validUntil,
        byte[] fileDigest,
        byte[] contentDigest,
        List<String> recordIds) {}
