package org.chengxin.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.MessageDigest;
import java.time.Instant;
import org.chengxin.report.Verification;
import org.chengxin.report.Verifications;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The doors to check a document, by its number or by its file. */
@RestController
@RequestMapping(path = "/api/v1/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "documents")
class VerificationController {

    private final Doors doors;
    private final Verifications verifications;

    VerificationController(Doors doors, Verifications verifications) {
        this.doors = doors;
        this.verifications = verifications;
    }

    /**
     * What is said of a document; the rest is there only when it is current.
     *
     * @param state {@code current}, {@code updated} or {@code unknown}; an open set
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Verification",
            description = "What is said of a document. All but `state` is there only when it is current.",
            requiredProperties = "state")
    record Answer(
            String state,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String subjectName,
            @Nullable String uscc,
            @Nullable Instant issuedAt) {}

    @GetMapping("/{number}")
    @Operation(
            operationId = "verification",
            summary = "Check a document by its number",
            description = "`state` is `current` (genuine, and what it shows is what is published now), `updated` "
                    + "(genuine, but information was updated since) or `unknown`. The set is open.")
    Mono<ResponseEntity<Answer>> byNumber(
            @Parameter(description = "As printed; blanks and case do not matter.") @PathVariable String number,
            ServerWebExchange exchange) {
        doors.read(doors.verification, exchange.getRequest());
        return verifications.find(number).map(VerificationController::answer);
    }

    @PostMapping(consumes = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            operationId = "verifyFile",
            summary = "Check a document by its file",
            description = "The file is not kept. One changed byte makes it `unknown`.")
    Mono<ResponseEntity<Answer>> byFile(@RequestBody Flux<DataBuffer> file, ServerWebExchange exchange) {
        doors.read(doors.verifyFile, exchange.getRequest());
        return digest(file).flatMap(verifications::ofFile).map(VerificationController::answer);
    }

    private static Mono<byte[]> digest(Flux<DataBuffer> file) {
        return Mono.defer(() -> {
            MessageDigest sha = Sha256.start();
            return file.doOnNext(part -> {
                        try (DataBuffer.ByteBufferIterator buffers = part.readableByteBuffers()) {
                            buffers.forEachRemaining(sha::update);
                        } finally {
                            DataBufferUtils.release(part);
                        }
                    })
                    .then(Mono.fromSupplier(sha::digest));
        });
    }

    private static ResponseEntity<Answer> answer(Verification verification) {
        Answer body = verification instanceof Verification.Current current
                ? new Answer(
                        current.code(),
                        current.number(),
                        current.kind(),
                        current.subjectName(),
                        current.uscc(),
                        current.issuedAt())
                : new Answer(verification.code(), null, null, null, null, null);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
