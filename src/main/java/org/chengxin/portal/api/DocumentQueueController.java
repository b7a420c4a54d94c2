package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ClientAddress;
import org.chengxin.report.QueuePlace;
import org.chengxin.report.Reports;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Where a reader stands who waits for a document. */
@RestController
@Tag(name = "documents")
class DocumentQueueController {

    private final Doors doors;
    private final Reports reports;
    private final ClientAddress clients;

    DocumentQueueController(Doors doors, Reports reports, ChengxinProperties properties) {
        this.doors = doors;
        this.reports = reports;
        this.clients = new ClientAddress(properties.quota().trustedProxies());
    }

    @Schema(name = "DocumentQueue", description = "Where the reader stands among those who wait for documents.")
    record Answer(
            @Schema(description = "Documents of all who wait.") int waiting,
            @Schema(description = "Documents of this reader among them; of those being written none is counted.")
                    int own,
            @Schema(
                            description = "Documents of others that come before the next of this reader, or before one "
                                    + "asked for now: readers take turns, one document each.")
                    int ahead,
            @Schema(description = "Seconds until that one is written, by how long the last ones took.") long seconds) {}

    @GetMapping(path = "/api/v1/document-queue", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "documentQueue",
            summary = "Where you stand while a document is waited for",
            description =
                    "A download waits for its turn with the connection open; this tells meanwhile how long. Readers are "
                            + "told apart by key or address, as quotas are; each node has a queue of its own.")
    ResponseEntity<Answer> documentQueue(ServerWebExchange exchange) {
        doors.read(doors.documentQueue, exchange.getRequest());
        QueuePlace place = reports.place(clients.of(exchange));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(
                        place.waiting(),
                        place.own(),
                        place.ahead(),
                        place.until().plusMillis(999).toSeconds()));
    }
}
