package org.chengxin.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself in a QR code. It holds nothing of what the records say: only a digest of it.
 *
 * @param issuer public address of the portal
 * @param number of the document
 * @param kind of document, e.g. {@code credit-report}
 * @param subject its unified social credit code, or its id when it has none
 * @param name of the subject
 * @param asOf moment of its issue
 * @param end from when on the document is not to be used any more, whatever happens to what it shows
 * @param digest SHA-256 of what the document shows
 * @param past moment in the past of which the document tells; null when it tells of {@code asOf}
 * @param part whether it tells of a part only of what is in publication, and says so
 */
public record Statement(
        String issuer,
        String number,
        String kind,
        String subject,
        @Nullable String name,
        Instant asOf,
        Instant end,
        byte[] digest,
        @Nullable Instant past,
        boolean part) {}
