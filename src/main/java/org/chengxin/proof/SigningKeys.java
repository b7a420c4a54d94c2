package org.chengxin.proof;

import java.time.Clock;
import java.util.List;
import org.chengxin.platform.store.DataDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of this portal: those it signs with, and all it ever signed with. Blocks. */
public final class SigningKeys {

    private final DataDirectory directory;
    private final DocumentKeys sources;
    private final PublishedKeys published;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningKeys(
            DataDirectory directory,
            DocumentKeys sources,
            PublishedKeys published,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.sources = sources;
        this.published = published;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All public keys, those in force first. */
    public List<PublishedKey> all() {
        return published.all();
    }

    /**
     * Makes another key for statements, and for documents unless the settings name a file. A running portal signs with them
     * when it is started again; the old ones stay published.
     *
     * @return whether the key of documents was made anew
     */
    public boolean rotate() {
        StatementKey.renew(directory);
        if (sources.development()) {
            sources.renewDevelopmentKey(clock.instant());
        }
        return sources.development();
    }

    /** The key of documents, published from now on. */
    DocumentKey ofDocuments() {
        DocumentKey key = sources.current(clock.instant());
        publish(PublishedKeys.Purpose.DOCUMENT, key.jwk(), key.encodedChain().get(0), key.development());
        return key;
    }

    /** The key of statements, published from now on. */
    StatementKey ofStatements() {
        StatementKey key = StatementKey.current(directory);
        publish(PublishedKeys.Purpose.STATEMENT, key.jwk(), null, sources.development());
        return key;
    }

    private void publish(PublishedKeys.Purpose purpose, Jwk jwk, byte @Nullable [] certificate, boolean development) {
        transaction.executeWithoutResult(
                status -> published.inForce(purpose, jwk, certificate, development, clock.instant()));
    }
}
