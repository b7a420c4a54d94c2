package org.chengxin.proof;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says with which key documents are signed, and until when its certificate holds. */
final class KeysHealth extends AbstractHealthIndicator {

    private final DocumentKey key;

    KeysHealth(DocumentKey key) {
        this.key = key;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up()
                .withDetail("signer", key.signer())
                .withDetail("key", key.id())
                .withDetail("developmentKey", key.development())
                .withDetail(
                        "validUntil",
                        key.certificate().getNotAfter().toInstant().toString());
    }
}
