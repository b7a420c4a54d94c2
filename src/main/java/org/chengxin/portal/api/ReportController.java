package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.report.Report;
import org.chengxin.report.Reports;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The door to the public credit report (公共信用信息报告) of a subject. */
@RestController
@Tag(name = "documents")
class ReportController {

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/api/v1/subjects/{id}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            operationId = "report",
            summary = "Download the public credit report",
            description = "Each download is a new document with a number of its own, see verifications. "
                    + "503 with Retry-After when too many are asked for at once.")
    Mono<ResponseEntity<byte[]>> report(
            @Parameter(description = "Id or current unified social credit code.") @PathVariable String id,
            ServerWebExchange exchange) {
        return reports.issue(id, Language.of(exchange))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)))
                .map(ReportController::answer);
    }

    private static ResponseEntity<byte[]> answer(Report report) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(report.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, report.language().toLanguageTag())
                .header("X-Robots-Tag", "noindex, noarchive")
                .body(report.pdf());
    }
}
