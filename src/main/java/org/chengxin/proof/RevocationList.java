package org.chengxin.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import org.chengxin.shared.Sha256;

/**
 * Which documents do not hold any more, for checks off line. It names none: only who has a document's number can tell that it is
 * on the list.
 *
 * @param issuer public address of the portal
 * @param asOf moment up to which it is complete
 * @param hashes the first {@link #HASH_BYTES} bytes of the SHA-256 of each number, one after the other, in ascending order
 */
public record RevocationList(String issuer, Instant asOf, byte[] hashes) {

    /** Enough that two of a billion documents do not share one by chance, and little enough to carry millions. */
    private static final int HASH_BYTES = 8;

    /** The list of the given numbers, in any order. */
    public static RevocationList of(String issuer, Instant asOf, Collection<String> numbers) {
        long[] sorted = numbers.stream()
                .map(number -> Sha256.of(number.getBytes(StandardCharsets.US_ASCII)))
                .mapToLong(digest -> ByteBuffer.wrap(digest).getLong())
                .boxed()
                .sorted(Long::compareUnsigned)
                .mapToLong(Long::longValue)
                .toArray();
        ByteBuffer hashes = ByteBuffer.allocate(sorted.length * HASH_BYTES);
        for (long hash : sorted) {
            hashes.putLong(hash);
        }
        return new RevocationList(issuer, asOf, hashes.array());
    }
}
