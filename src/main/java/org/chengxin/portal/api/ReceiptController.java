package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.chengxin.platform.Problem;
import org.chengxin.platform.RequestCost;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The door to a receipt for an answer that was read without one. */
@RestController
@Tag(name = "documents")
class ReceiptController {

    private final Doors doors;
    private final ReceiptedAnswers receipts;

    ReceiptController(Doors doors, ReceiptedAnswers receipts) {
        this.doors = doors;
        this.receipts = receipts;
    }

    @Schema(name = "SignedReceipt", requiredProperties = "receipt")
    record Answer(@Schema(description = "A compact JWS (RFC 7515).") String receipt) {}

    @PostMapping(
            path = "/api/v1/receipts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "receipt",
            summary = "Get a receipt for an answer you have",
            description =
                    "The portal asks itself again, in the language of this request, and signs when it says the same. 409 when "
                            + "it does not any more: read the answer again, with `Prefer: receipt`. Counts as two requests.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ReceiptRequest.Body.class))))
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "409",
            description = "The answer is another one now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<Answer>> receipt(@RequestBody byte[] body, ServerWebExchange exchange) {
        doors.read(doors.receipt, exchange.getRequest());
        ReceiptRequest asked = ReceiptRequest.read(body);
        return RequestCost.of(exchange)
                .more(1)
                .then(Mono.defer(() -> receipts.of(asked.request(), asked.answerDigest(), exchange)))
                .map(receipt ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(receipt)));
    }
}
