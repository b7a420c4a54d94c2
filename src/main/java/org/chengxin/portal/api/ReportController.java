package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.report.Report;
import org.chengxin.report.Reports;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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

    private final Doors doors;
    private final Reports reports;

    ReportController(Doors doors, Reports reports) {
        this.doors = doors;
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
        doors.read(doors.report, exchange.getRequest());
        Locale language = Language.of(exchange);
        // who asks for the headers takes no document away: none is issued
        Mono<ResponseEntity<byte[]>> answer = exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? reports.offers(id).filter(offered -> offered).map(offered -> headers(language)
                        .build())
                : reports.issue(id, language).map(ReportController::answer);
        return answer.switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(Report report) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(report.fileName(), StandardCharsets.UTF_8)
                .build();
        return headers(report.language())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(report.pdf());
    }

    private static ResponseEntity.BodyBuilder headers(Locale language) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header("X-Robots-Tag", "noindex, noarchive");
    }
}
