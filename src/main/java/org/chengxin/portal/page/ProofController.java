package org.chengxin.portal.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chengxin.platform.Language;
import org.chengxin.portal.api.ReceiptedAnswers;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proof of a look-up for readers of pages: what the page shows as data, and the signed receipt over it, in one file that {@code /verify}
 * checks.
 */
@RestController
class ProofController {

    private static final String FILE = "/receipt.json";

    /** Where the receipt of a search is, with the parameters of its page. */
    static final String SEARCH = "/search" + FILE;

    private final ReceiptedAnswers receipts;
    private final JsonMapper json;

    ProofController(ReceiptedAnswers receipts, JsonMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    @GetMapping("/s/{x}" + FILE)
    Mono<ResponseEntity<byte[]>> ofProfile(@PathVariable String x, ServerWebExchange exchange) {
        return file(UriComponentsBuilder.fromPath("/api/v1/subjects").pathSegment(x), exchange);
    }

    @GetMapping(SEARCH)
    Mono<ResponseEntity<byte[]>> ofSearch(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        UriComponentsBuilder api = UriComponentsBuilder.fromPath("/api/v1/subjects")
                .queryParam(PageRequest.TYPED, request.asked())
                .queryParam("sort", request.text("sort"));
        SubjectFilters.NAMES.forEach(name -> api.queryParam(name, request.values(name)));
        return file(api, exchange);
    }

    private Mono<ResponseEntity<byte[]>> file(UriComponentsBuilder api, ServerWebExchange exchange) {
        URI address = api.queryParam(
                        Language.PARAMETER, PageRequest.of(exchange).words().code())
                .build()
                .encode(StandardCharsets.UTF_8)
                .toUri();
        return receipts.now(address, exchange).map(found -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, noarchive")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt.json")
                                .build()
                                .toString())
                .body(json.writeValueAsBytes(Map.of("receipt", found.receipt(), "answer", found.answer()))));
    }
}
