package org.chengxin.report;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be said of a document that someone holds. */
public sealed interface Verification {

    /** Public code: {@code current}, {@code batch}, {@code updated}, {@code altered}, {@code foreign} or {@code unknown}. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * Genuine, and what it shows still stands.
     *
     * @param kind code of a {@link org.chengxin.catalog.DocumentKind}
     * @param uscc unified social credit code, null when the subject has none
     * @param asOf moment in the past of which it tells; null when it tells of what is published now
     * @param part whether it tells of some types of record only
     */
    record Current(
            String number,
            String kind,
            String subjectName,
            @Nullable String uscc,
            Instant issuedAt,
            @Nullable Instant asOf,
            boolean part)
            implements Verification {}

    /**
     * The ZIP of a batch: its manifest is signed here, the files are those that it names, unchanged, and none of them was updated
     * since.
     *
     * @param number id of the batch
     * @param issuedAt moment of the manifest
     */
    record Batch(String number, int reports, Instant issuedAt) implements Verification {}

    /** Genuine, but information was updated since (信息已更新，请重新下载). Nothing more is said: what is gone stays gone. */
    record Updated() implements Verification {}

    /** A file that was signed here and changed afterwards. */
    record Altered() implements Verification {}

    /**
     * A file signed by a key that is none of this portal's.
     *
     * @param signer who its certificate names, which anybody can write; empty when it names nobody
     */
    record Foreign(String signer) implements Verification {}

    /** No such document was issued. */
    record Unknown() implements Verification {}
}
