package org.chengxin.proof;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proof of a look-up: that this was asked then, and this was the answer.
 *
 * @param issuer public address of the portal
 * @param number of the receipt
 * @param asked method and address, numbers of persons masked
 * @param answer SHA-256 of the body of the answer
 * @param coverage the sources that were looked through, by code, with the moment each was last taken in, null for never
 * @param at moment of the answer
 */
public record Receipt(
        String issuer,
        String number,
        String asked,
        byte[] answer,
        Map<String, @Nullable Instant> coverage,
        Instant at) {

    /** What the statement of a receipt says that it is. */
    static final String KIND = "receipt";
}
