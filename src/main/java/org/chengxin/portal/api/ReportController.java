package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ClientAddress;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.report.Purpose;
import org.chengxin.report.Report;
import org.chengxin.report.Reports;
import org.chengxin.report.Scope;
import org.chengxin.shared.Codes;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The doors to the documents on a subject: each download is a new one with a number of its own. */
@RestController
@RequestMapping(path = "/api/v1/subjects/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
@Tag(name = "documents")
class ReportController {

    private static final String NEW = "Each download is a new document with a number of its own, see verifications. "
            + "Clients take turns, see documentQueue; 429 with Retry-After when too many documents wait to be written.";
    private static final String ID = "Id or current unified social credit code.";

    private final Doors doors;
    private final Reports reports;
    private final ClientAddress clients;
    private final List<RecordType> shown;

    ReportController(Doors doors, Reports reports, ChengxinProperties properties, Catalog catalog) {
        this.doors = doors;
        this.reports = reports;
        this.clients = new ClientAddress(properties.quota().trustedProxies());
        this.shown = Doors.shown(catalog);
    }

    @GetMapping("/report.pdf")
    @Operation(
            operationId = "report",
            summary = "Download the public credit report",
            description = "All of it, or some sections, as of now or of a moment in the past; the document says which. "
                    + NEW)
    Mono<ResponseEntity<byte[]>> report(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.report, exchange.getRequest());
        Set<String> sections = asked.codes("section");
        Set<String> types = sections.isEmpty() ? Set.of() : types(Set.of(), sections);
        String purpose = asked.code("purpose", "");
        Scope scope = Scope.report(
                types, asked.moment("asOf"), purpose.isEmpty() ? null : Codes.require(Purpose.class, purpose));
        return document(id, scope, exchange);
    }

    @GetMapping("/certificates/credit-query.pdf")
    @Operation(
            operationId = "creditQuery",
            summary = "Download a public credit query result (公共信用信息查询结果)",
            description = "What is in publication of chosen types, decided in a period, with the sources asked and how "
                    + "fresh each is. Not a certificate that there were no violations. 409 when a source is too "
                    + "stale; `errors` names it. " + NEW)
    Mono<ResponseEntity<byte[]>> creditQuery(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.creditQuery, exchange.getRequest());
        Set<String> types = types(asked.codes("type"), asked.codes("section"));
        return document(id, Scope.query(types, asked.date("from"), asked.date("to")), exchange);
    }

    @GetMapping("/certificates/identity.pdf")
    @Operation(
            operationId = "identityResult",
            summary = "Download the result of the identity check of a subject (主体身份核验结果)",
            description = "How the subject is registered, and what third parties checked. " + NEW)
    Mono<ResponseEntity<byte[]>> identityResult(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        doors.read(doors.identityResult, exchange.getRequest());
        return document(id, Scope.of(DocumentKind.IDENTITY), exchange);
    }

    @GetMapping("/certificates/site.pdf")
    @Operation(
            operationId = "siteResult",
            summary = "Download the result of the check of a site (网站主体核验结果)",
            description =
                    "That the subject controls the site, and how it was checked. Only while the proof holds. " + NEW)
    Mono<ResponseEntity<byte[]>> siteResult(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.siteResult, exchange.getRequest());
        return document(id, Scope.site(asked.text("site")), exchange);
    }

    @GetMapping("/certificates/commitment.pdf")
    @Operation(
            operationId = "commitmentDocument",
            summary = "Download a public commitment (信用承诺书)",
            description = "One commitment in publication with what is known of its performance. " + NEW)
    Mono<ResponseEntity<byte[]>> commitmentDocument(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.commitmentDocument, exchange.getRequest());
        return document(id, Scope.commitment(asked.text("record")), exchange);
    }

    @GetMapping("/certificates/red-list.pdf")
    @Operation(
            operationId = "redListResult",
            summary = "Download a red list query result (红名单查询结果)",
            description = "Whether the subject stands on the red list, since and until when and by whom; nothing else "
                    + "is said of it. 409 when a source is too stale; `errors` names it. " + NEW)
    Mono<ResponseEntity<byte[]>> redListResult(
            @Parameter(description = ID) @PathVariable String id, ServerWebExchange exchange) {
        doors.read(doors.redListResult, exchange.getRequest());
        return document(id, Scope.of(DocumentKind.RED_LIST), exchange);
    }

    /** Those named and those of the sections named; all that are public when none is. */
    private Set<String> types(Set<String> types, Set<String> sections) {
        return shown.stream()
                .filter(type -> (types.isEmpty() && sections.isEmpty())
                        || types.contains(type.code())
                        || sections.contains(Codes.of(type.section())))
                .map(RecordType::code)
                .collect(Collectors.toSet());
    }

    private Mono<ResponseEntity<byte[]>> document(String id, Scope scope, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        // who asks for the headers takes no document away: none is issued
        Mono<ResponseEntity<byte[]>> answer = exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? reports.offers(id, scope).filter(offered -> offered).map(offered -> headers(language)
                        .build())
                : reports.issue(id, scope, language, clients.of(exchange)).map(ReportController::answer);
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
