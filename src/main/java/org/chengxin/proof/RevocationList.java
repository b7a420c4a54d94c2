package org.chengxin.proof;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /**
     * Reads the list as {@link Statements} signs it.
     *
     * @throws IllegalArgumentException when none of the keys signed it, or it is no list
     */
    static RevocationList read(String signed, List<PublishedKey> keys) {
        Jws jws = Jws.open(signed, keys);
        if (jws.state() != Jws.State.SIGNED || !jws.claims().containsKey("rev")) {
            throw new IllegalArgumentException("the list of revocations is not signed by a key of the portal");
        }
        return new RevocationList(
                jws.text("iss"), Jws.moment(jws.claims(), "iat", Instant.EPOCH), Encoding.bytes(jws.text("rev")));
    }

    /** Whether the document of a number is on it. */
    boolean has(String number) {
        long wanted = ByteBuffer.wrap(Sha256.of(number.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        LongBuffer listed = ByteBuffer.wrap(hashes).asLongBuffer();
        while (listed.hasRemaining()) {
            if (listed.get() == wanted) {
                return true;
            }
        }
        return false;
    }
}
