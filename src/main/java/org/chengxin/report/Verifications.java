package org.chengxin.report;

import java.security.MessageDigest;
import java.util.Optional;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.shared.CreditCode;
import reactor.core.publisher.Mono;

/** Tells whether a document was issued here and still holds. */
public final class Verifications {

    private final IssuedDocuments documents;
    private final Archives archives;
    private final StoreCalls store;

    Verifications(IssuedDocuments documents, Archives archives, StoreCalls store) {
        this.documents = documents;
        this.archives = archives;
        this.store = store;
    }

    /** By number as a reader types it; blanks, hyphens and case do not matter. Never empty. */
    public Mono<Verification> find(String number) {
        Optional<String> wellFormed = ReportNumber.parse(number);
        return wellFormed.isEmpty()
                ? Mono.just(new Verification.Unknown())
                : store.call(() -> verify(documents.byNumber(wellFormed.get())));
    }

    /** By the SHA-256 of a file. Never empty. */
    public Mono<Verification> ofFile(byte[] digest) {
        return store.call(() -> verify(documents.byFile(digest)));
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
