package org.chengxin.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.chengxin.report.PresentedFile;
import org.chengxin.report.Verification;
import org.chengxin.report.Verifications;
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
     * What is said of a document; the rest is there only when it is current, or a batch.
     *
     * @param state {@code current}, {@code batch}, {@code updated}, {@code altered}, {@code foreign} or {@code unknown}; an open set
     * @param number of the document, or id of the batch
     * @param asOf moment in the past of which a report tells
     * @param part true of a report of some sections only
     * @param reports how many there are in a batch
     * @param signer of a foreign one, as its certificate says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Verification",
            description =
                    "What is said of a document. `signer` is there only when it is foreign; `number`, `reports` and "
                            + "`issuedAt` of a batch; all but `reports` and `signer` when it is current, `asOf` only of a report "
                            + "of the past, `part` (true) only of one of some sections.",
            requiredProperties = "state")
    record Answer(
            String state,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String subjectName,
            @Nullable String uscc,
            @Nullable Instant issuedAt,
            @Nullable Instant asOf,
            @Nullable Boolean part,
            @Nullable Integer reports,
            @Nullable String signer) {}

    @GetMapping("/{number}")
    @Operation(
            operationId = "verification",
            summary = "Check a document by its number",
            description =
                    "`state` is `current` (genuine, and what it shows still stands: what is published now, or was at `asOf`), `updated` "
                            + "(genuine, but information was updated since) or `unknown`. The set is open.")
    Mono<ResponseEntity<Answer>> byNumber(
            @Parameter(description = "As printed; blanks and case do not matter.") @PathVariable String number,
            ServerWebExchange exchange) {
        doors.read(doors.verification, exchange.getRequest());
        return verifications.find(number).map(VerificationController::answer);
    }

    @PostMapping(consumes = {MediaType.APPLICATION_PDF_VALUE, ReportBatchController.ZIP})
    @Operation(
            operationId = "verifyFile",
            summary = "Check a document by its file",
            description =
                    "`state` is `current`, `updated`, `altered` (signed here, changed since), `foreign` (signed by "
                            + "a key that is none of this portal's; `signer` is who its certificate names, which anybody "
                            + "can write) or `unknown`; of the ZIP of a batch it is `batch` when the manifest is signed "
                            + "here, the files are those that it names, unchanged, and none was updated since. The set is "
                            + "open. The file is not kept.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = ReportBatchController.ZIP,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    Mono<ResponseEntity<Answer>> byFile(
            @Parameter(hidden = true) @RequestBody Flux<DataBuffer> file, ServerWebExchange exchange) {
        doors.read(doors.verifyFile, exchange.getRequest());
        return taken(file).flatMap(verifications::ofFile).map(VerificationController::answer);
    }

    private static Mono<PresentedFile> taken(Flux<DataBuffer> parts) {
        return Mono.defer(() -> {
            PresentedFile file = new PresentedFile();
            return parts.doOnNext(part -> {
                        try {
                            file.add(part);
                        } finally {
                            DataBufferUtils.release(part);
                        }
                    })
                    .then(Mono.just(file));
        });
    }

    private static ResponseEntity<Answer> answer(Verification verification) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told(verification));
    }

    private static Answer told(Verification verification) {
        String state = verification.code();
        if (verification instanceof Verification.Current current) {
            return new Answer(
                    state,
                    current.number(),
                    current.kind(),
                    current.subjectName(),
                    current.uscc(),
                    current.issuedAt(),
                    current.asOf(),
                    current.part() ? true : null,
                    null,
                    null);
        }
        if (verification instanceof Verification.Batch batch) {
            return new Answer(
                    state, batch.number(), null, null, null, batch.issuedAt(), null, null, batch.reports(), null);
        }
        return verification instanceof Verification.Foreign foreign
                ? new Answer(state, null, null, null, null, null, null, null, null, foreign.signer())
                : new Answer(state, null, null, null, null, null, null, null, null, null);
    }
}
