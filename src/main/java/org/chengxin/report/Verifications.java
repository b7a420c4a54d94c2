package org.chengxin.report;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.BatchFiles;
import org.chengxin.proof.DocumentCheck;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.record.Archive;
import org.chengxin.shared.CreditCode;
import reactor.core.publisher.Mono;

/** Tells whether a document was issued here and still holds. */
public final class Verifications {

    private final IssuedDocuments documents;
    private final Contents contents;
    private final DocumentCheck check;
    private final Supplier<OfflineCheck> batches;
    private final Clock clock;
    private final StoreCalls store;

    /** @param batches checks the ZIP of a batch with the keys and the list of revocations as they are now */
    Verifications(
            IssuedDocuments documents,
            Contents contents,
            DocumentCheck check,
            Supplier<OfflineCheck> batches,
            Clock clock,
            StoreCalls store) {
        this.documents = documents;
        this.contents = contents;
        this.check = check;
        this.batches = batches;
        this.clock = clock;
        this.store = store;
    }

    /** By number as a reader types it; blanks, hyphens and case do not matter. Never empty. */
    public Mono<Verification> find(String number) {
        Optional<String> wellFormed = ReportNumber.parse(number);
        return wellFormed.isEmpty()
                ? Mono.just(new Verification.Unknown())
                : store.call(() -> verify(documents.byNumber(wellFormed.get())));
    }

    /** By a file. Never empty. */
    public Mono<Verification> ofFile(PresentedFile presented) {
        Optional<BatchFiles> batch = presented.batch();
        if (batch.isPresent()) {
            return store.call(() -> found(batch.get(), batches.get().of(batch.get())));
        }
        byte[] digest = presented.digest();
        byte[] file = presented.bytes();
        return store.call(() -> {
            Optional<IssuedDocument> issued = documents.byFile(digest);
            return issued.isPresent() || file == null ? verify(issued) : unregistered(check.of(file));
        });
    }

    private static Verification found(BatchFiles batch, OfflineCheck.Verdict verdict) {
        return switch (verdict.state()) {
            case GENUINE -> new Verification.Batch(verdict.number(), batch.count(), verdict.at());
            case SUPERSEDED, ENDED -> new Verification.Updated();
            case ALTERED -> new Verification.Altered();
            case FOREIGN -> new Verification.Foreign("");
            case UNSIGNED -> new Verification.Unknown();
        };
    }

    private static Verification unregistered(DocumentCheck.Finding finding) {
        if (finding instanceof DocumentCheck.Finding.Altered) {
            return new Verification.Altered();
        }
        return finding instanceof DocumentCheck.Finding.Foreign foreign
                ? new Verification.Foreign(foreign.signer())
                : new Verification.Unknown();
    }

    private Verification verify(Optional<IssuedDocument> issued) {
        return issued.<Verification>map(this::compare).orElseGet(Verification.Unknown::new);
    }

    private Verification compare(IssuedDocument document) {
        return shown(document)
                .<Verification>map(archive -> {
                    CreditCode uscc = archive.subject().uscc();
                    return new Verification.Current(
                            document.number(),
                            document.scope().kind().code(),
                            archive.subject().name(),
                            uscc == null ? null : uscc.value(),
                            document.issuedAt(),
                            document.scope().asOf(),
                            document.scope().part());
                })
                .orElseGet(Verification.Updated::new);
    }

    /** Whether what a document shows is what is published now. Blocks. */
    boolean holds(IssuedDocument document) {
        return shown(document).isPresent();
    }

    private Optional<Archive> shown(IssuedDocument document) {
        Instant end = document.validUntil();
        if (end != null && !clock.instant().isBefore(end)) {
            return Optional.empty();
        }
        return contents.shown(document.subjectId(), document.scope())
                .filter(content -> MessageDigest.isEqual(content.digest(), document.contentDigest()))
                .map(Content::archive);
    }
}
