package org.chengxin.portal.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.shared.Sha256;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Receipts for those who could not ask for one with their look-up: the door is asked again, and what it says now is signed. */
public final class ReceiptedAnswers {

    private final AskedAgain doors;
    private final Receipts receipts;

    ReceiptedAnswers(AskedAgain doors, Receipts receipts) {
        this.doors = doors;
        this.receipts = receipts;
    }

    /**
     * An answer and its receipt, to be kept together.
     *
     * @param answer exactly the text whose SHA-256 the receipt has
     */
    public record Receipted(String answer, String receipt) {}

    /** What a door answers now, with a receipt. */
    public Mono<Receipted> now(URI address, ServerWebExchange exchange) {
        return doors.answer(address, exchange)
                .flatMap(answer -> receipts.receipt(Receipts.asked(address), Sha256.of(answer))
                        .map(receipt -> new Receipted(new String(answer, StandardCharsets.UTF_8), receipt)));
    }

    /** A receipt for an answer that its reader has; fails with 409 when the door does not say the same now. */
    Mono<String> of(URI address, byte[] digest, ServerWebExchange exchange) {
        return doors.answer(address, exchange)
                .filter(answer -> MessageDigest.isEqual(Sha256.of(answer), digest))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.ANSWER_CHANGED)))
                .flatMap(answer -> receipts.receipt(Receipts.asked(address), digest));
    }
}
