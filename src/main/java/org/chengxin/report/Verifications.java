package org.chengxin.report;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chengxin.catalog.Audience;
import org.chengxin.record.Archives;
import org.chengxin.shared.CreditCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tells whether a document was issued here and still holds. */
public final class Verifications {

    private final IssuedDocuments documents;
    private final Archives archives;
    private final Scheduler store;

    Verifications(IssuedDocuments documents, Archives archives, Scheduler store) {
        this.documents = documents;
        this.archives = archives;
        this.store = store;
    }

    /** By number as a reader types it; blanks, hyphens and case do not matter. Never empty. */
    public Mono<Verification> find(String number) {
        Optional<String> wellFormed = ReportNumber.parse(number);
        return wellFormed.isEmpty()
                ? Mono.just(new Verification.Unknown())
                : onStore(() -> verify(documents.byNumber(wellFormed.get())));
    }

    /** By the SHA-256 of a file. Never empty. */
    public Mono<Verification> ofFile(byte[] digest) {
        return onStore(() -> verify(documents.byFile(digest)));
    }

    private Mono<Verification> onStore(Callable<Verification> work) {
        return Mono.fromCallable(work).subscribeOn(store);
    }

    private Verification verify(Optional<IssuedDocument> issued) {
        return issued.<Verification>map(this::compare).orElseGet(Verification.Unknown::new);
    }

    private Verification compare(IssuedDocument document) {
        return archives.find(document.subjectId(), Audience.PUBLIC, null)
                .filter(archive -> MessageDigest.isEqual(Digests.ofContent(archive), document.contentDigest()))
                .<Verification>map(archive -> {
                    CreditCode uscc = archive.subject().uscc();
                    return new Verification.Current(
                            document.number(),
                            document.kind(),
                            archive.subject().name(),
                            uscc == null ? null : uscc.value(),
                            document.issuedAt());
                })
                .orElseGet(Verification.Updated::new);
    }
}
