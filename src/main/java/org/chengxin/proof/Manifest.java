package org.chengxin.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a batch of documents is whole: its manifest names each file with its digest, this the manifest.
 *
 * @param issuer public address of the portal
 * @param batch id of the batch
 * @param digest SHA-256 of the manifest as it stands in the ZIP
 * @param at moment of the manifest
 * @param end from when on the first of its documents is not to be used any more; null when it has none
 */
public record Manifest(String issuer, String batch, byte[] digest, Instant at, @Nullable Instant end) {

    /** The manifest in the ZIP of a batch: JSON, {@code rows} with {@code file}, {@code number} and {@code sha256}. */
    public static final String FILE = "manifest.json";

    /** Its signed statement in the ZIP: a compact JWS. */
    public static final String STATEMENT = "manifest.jws";

    /** That a batch has at the most. */
    public static final int MOST_DOCUMENTS = 1000;

    /** What the statement of a manifest says that it is. */
    static final String KIND = "report-batch";
}
