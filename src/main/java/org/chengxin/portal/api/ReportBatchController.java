package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengxin.platform.Caller;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.RequestCost;
import org.chengxin.portal.api.ReportBatchAnswers.BatchAnswer;
import org.chengxin.report.ReportBatch;
import org.chengxin.report.ReportBatches;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The doors to many reports at once: asked for, looked after, read as one ZIP, ended. A batch is its holder's only. */
@RestController
@RequestMapping(ReportBatchController.PATH)
@Tag(name = "documents")
class ReportBatchController {

    static final String PATH = "/api/v1/report-batches";

    private static final String FILE = "/reports.zip";
    static final String ZIP = "application/zip";
    private static final String ID = "Id of the batch, as its `Location` has it.";

    private final Doors doors;
    private final ReportBatches batches;

    ReportBatchController(Doors doors, ReportBatches batches) {
        this.doors = doors;
        this.batches = batches;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "reportBatch",
            summary = "Ask for the public credit reports of many subjects",
            description =
                    "Up to 1000 at once, in the language of the request. While one row is neither id nor code nothing is "
                            + "made, and `errors` names each. The reports are made, batch by batch, keys taking turns report by report, while somebody asks how the batch "
                            + "stands or reads its ZIP, and for a minute after; then it rests until somebody asks again. At most 10 "
                            + "batches of a key are kept at a time. Each row counts as one request to the quota of the key.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ReportBatchRequest.Body.class),
                                            examples = @ExampleObject("{\"subjects\": [\"91420204MA4WL2AK0L\"]}"))))
    Mono<ResponseEntity<BatchAnswer>> reportBatch(@RequestBody byte[] body, ServerWebExchange exchange) {
        doors.enter(doors.reportBatch, exchange);
        List<String> subjects = ReportBatchRequest.read(body);
        return RequestCost.of(exchange)
                .more(subjects.size() - 1L)
                .then(Mono.defer(() -> batches.order(holder(exchange), subjects, Language.of(exchange))))
                .map(batch -> ResponseEntity.accepted()
                        .location(URI.create(PATH + "/" + batch.id()))
                        .cacheControl(CacheControl.noStore())
                        .body(answer(batch)));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "reportBatchState",
            summary = "How a batch of reports stands",
            description = "Who asks waits for it: a batch that rested goes on.")
    Mono<ResponseEntity<BatchAnswer>> reportBatchState(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        doors.enter(doors.reportBatchState, exchange);
        return find(id, exchange)
                .map(batch ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(batch)));
    }

    @GetMapping(path = "/{id}" + FILE, produces = ZIP)
    @Operation(
            operationId = "reportBatchFile",
            summary = "Download the reports of a batch",
            description =
                    "A ZIP that is written while the reports are made: they in the order of the rows, `manifest.json` and its "
                            + "signed statement `manifest.jws` at the end: `/verify` and the command `verify` tell whether the ZIP is whole. The manifest tells of each row its `subject`, its `state` (`issued`, `not-found`, `updated` when what the report "
                            + "showed has changed since, `failed`), and of a report its `number`, `file`, `sha256` and `validUntil`. A download that was cut "
                            + "off, by a restart of the portal too, is asked for again: it has the same reports with the same numbers. Once the batch is done it "
                            + "goes on where it ended: `Range` with the `ETag` of before as `If-Range` brings the rest, or the whole when a report ceased to hold meanwhile.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))),
                @ApiResponse(
                        responseCode = "206",
                        description = "The part that was asked for.",
                        content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
            })
    Mono<Void> reportBatchFile(@Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        doors.enter(doors.reportBatchFile, exchange);
        return find(id, exchange).flatMap(batch -> {
            ServerHttpResponse response = exchange.getResponse();
            if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
                headers(response, batch);
                return response.setComplete();
            }
            return answer(batch, exchange);
        });
    }

    private Mono<Void> answer(ReportBatch batch, ServerWebExchange exchange) {
        Optional<HttpRange> range = range(exchange.getRequest(), batch);
        return range.isPresent() ? part(batch, range.get(), exchange) : whole(batch, exchange.getResponse());
    }

    /** The part that is asked for, of a batch whose bytes are known and the same; none for the whole: a server may ignore what it is asked for. */
    private static Optional<HttpRange> range(ServerHttpRequest request, ReportBatch batch) {
        String same = request.getHeaders().getFirst(HttpHeaders.IF_RANGE);
        if (batch.state() != ReportBatch.State.DONE || (same != null && !same.equals(tag(batch)))) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = request.getHeaders().getRange();
            return ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Mono<Void> whole(ReportBatch batch, ServerHttpResponse response) {
        headers(response, batch);
        return send(response, batches.zip(batch).map(response.bufferFactory()::wrap));
    }

    private Mono<Void> part(ReportBatch asked, HttpRange range, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return batches.length(asked)
                .flatMap(length -> find(asked.id(), exchange).flatMap(batch -> {
                    if (batch.dropped() > asked.dropped()) {
                        // what was measured may be of before or after
                        return answer(batch, exchange);
                    }
                    long from = range.getRangeStart(length);
                    long bytes = range.getRangeEnd(length) - from + 1;
                    if (bytes <= 0) {
                        // a problem comes without the headers that were set for an answer
                        response.beforeCommit(() -> Mono.fromRunnable(
                                () -> response.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + length)));
                        return Mono.error(ProblemException.of(ProblemKind.RANGE_NOT_SATISFIABLE));
                    }
                    headers(response, batch);
                    response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
                    response.getHeaders()
                            .set(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, from + bytes - 1, length));
                    response.getHeaders().setContentLength(bytes);
                    Flux<DataBuffer> all = batches.unchanged(batch).map(response.bufferFactory()::wrap);
                    return send(
                            response,
                            DataBufferUtils.takeUntilByteCount(DataBufferUtils.skipUntilByteCount(all, from), bytes));
                }));
    }

    private static Mono<Void> send(ServerHttpResponse response, Flux<DataBuffer> pieces) {
        return response.writeAndFlushWith(pieces.map(Mono::just));
    }

    private static void headers(ServerHttpResponse response, ReportBatch batch) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.valueOf(ZIP));
        headers.setCacheControl(CacheControl.noStore());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("reports-" + batch.id() + ".zip")
                .build());
        headers.set("X-Robots-Tag", "noindex, noarchive");
        headers.setETag(tag(batch));
        headers.set(HttpHeaders.ACCEPT_RANGES, batch.state() == ReportBatch.State.DONE ? "bytes" : "none");
    }

    /** The same bytes come again until a report of it ceases to hold. */
    private static String tag(ReportBatch batch) {
        return "\"" + batch.id() + "-" + batch.dropped() + "\"";
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "reportBatchEnd",
            summary = "End a batch of reports",
            description = "Nothing more is made and nothing is kept; reports that were read stay valid.")
    Mono<Void> reportBatchEnd(@Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        doors.enter(doors.reportBatchEnd, exchange);
        return batches.end(holder(exchange), id).flatMap(ended -> ended ? Mono.empty() : Mono.error(notFound()));
    }

    private Mono<ReportBatch> find(String id, ServerWebExchange exchange) {
        return batches.find(holder(exchange), id).switchIfEmpty(Mono.error(ReportBatchController::notFound));
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemKind.NOT_FOUND);
    }

    /** The key, which the door has let in. */
    private static String holder(ServerWebExchange exchange) {
        return Objects.requireNonNull(Caller.of(exchange)).name();
    }

    private static BatchAnswer answer(ReportBatch batch) {
        return new BatchAnswer(
                batch.id(),
                batch.state().code(),
                batch.ahead(),
                batch.reportsAhead(),
                batch.made(),
                batch.total(),
                batch.language().toLanguageTag(),
                batch.createdAt(),
                batch.keptUntil(),
                PATH + "/" + batch.id() + FILE);
    }
}
