package org.chengxin.report;

import java.time.Clock;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.RevocationList;
import org.chengxin.proof.Statements;
import reactor.core.publisher.Mono;

/** The signed list of documents that do not hold any more although their own end has not come. */
public final class Revocations {

    private final IssuedDocuments documents;
    private final Statements statements;
    private final String issuer;
    private final StoreCalls store;
    private final Clock clock;

    Revocations(IssuedDocuments documents, Statements statements, String issuer, StoreCalls store, Clock clock) {
        this.documents = documents;
        this.statements = statements;
        this.issuer = issuer;
        this.store = store;
        this.clock = clock;
    }

    /** The list as of now as a compact JWS, see {@link RevocationList}. Never empty. */
    public Mono<String> list() {
        return store.call(this::signed);
    }

    /** The same. Blocks. */
    String signed() {
        return statements.sign(RevocationList.of(issuer, clock.instant(), documents.superseded(clock.instant())));
    }
}
