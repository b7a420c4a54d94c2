package org.chengxin.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.shared.Ids;
import org.chengxin.transparency.LogEntry;
import org.chengxin.transparency.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The doors of the transparency log. Hashes and salts are in base64url without padding. */
@RestController
@RequestMapping(path = "/api/v1/log", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "log")
class LogController {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,40}");

    private final Doors doors;
    private final TransparencyLog log;

    LogController(Doors doors, TransparencyLog log) {
        this.doors = doors;
        this.log = log;
    }

    @Schema(
            name = "LogHead",
            description =
                    "`root` of the tree (RFC 6962) of the first `size` entries; `statement` says the same as a compact "
                            + "JWS (RFC 7515).",
            requiredProperties = {"size", "at", "root", "statement"})
    record Head(long size, Instant at, String root, String statement) {}

    @Schema(
            name = "LogEntry",
            description = "Something happened; of what it is only a salted hash. The leaf of the tree is the text "
                    + "`chengxin-log-v1`, `op`, `at` and `commitment`, a line each. `op` is `published`, `corrected`, `ended` or "
                    + "`issued`; the set is open.",
            requiredProperties = {"position", "op", "at", "commitment"})
    record Entry(long position, String op, Instant at, String commitment) {}

    @Schema(
            name = "LogEntries",
            description = "`cursor` asks for those that follow; null with the last.",
            requiredProperties = {"items", "total", "cursor"})
    record Entries(List<Entry> items, Answers.Total total, @Nullable String cursor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "LogInclusion",
            description =
                    "`path` leads from the entry to the root of `head` (RFC 9162, 2.1.3.2). `commitment` of the entry is the "
                            + "SHA-256 of `salt` and `content`; both are there only when a record or document was asked for.",
            requiredProperties = {"entry", "head", "path"})
    record Inclusion(Entry entry, @Nullable String salt, @Nullable String content, Head head, List<String> path) {}

    @Schema(
            name = "LogConsistency",
            description =
                    "The tree of the `first` entries is the beginning of that of the `second` (RFC 9162, 2.1.4.2).",
            requiredProperties = {"first", "second", "path"})
    record Consistency(long first, long second, List<String> path) {}

    @GetMapping("/head")
    @Operation(
            operationId = "logHead",
            summary = "The signed head of the transparency log",
            description = "Keep it: later it proves that nothing before it was changed, dropped or slipped in.")
    Mono<ResponseEntity<Head>> head(ServerWebExchange exchange) {
        doors.read(doors.logHead, exchange.getRequest());
        return log.head().map(LogController::head).map(ResponseEntity::ok);
    }

    @GetMapping("/entries")
    @Operation(
            operationId = "logEntries",
            summary = "Read the entries of the log",
            description = "All of them, in their order: whoever computes the tree from them gets the root of the head.")
    Mono<ResponseEntity<Entries>> entries(ServerWebExchange exchange) {
        ApiQuery query = doors.read(doors.logEntries, exchange.getRequest());
        int size = query.number(doors.logEntries.require("size"));
        long from = from(query.textOrNull("cursor"));
        return log.head().flatMap(head -> log.entries(from, size).map(found -> {
            long total = head.head().size();
            long next = from + found.size();
            return ResponseEntity.ok(new Entries(
                    found.stream().map(LogController::entry).toList(),
                    new Answers.Total(total, "eq"),
                    found.isEmpty() || next >= total ? null : Long.toString(next)));
        }));
    }

    @GetMapping("/proofs")
    @Operation(
            operationId = "logInclusion",
            summary = "Prove that something is in the log",
            description =
                    "Give one of `record` (as it is published now), `document` (number of an issued document) or `entry` (a "
                            + "position; the first when nothing is given). What is written to the log follows a change within seconds.")
    Mono<ResponseEntity<Inclusion>> inclusion(ServerWebExchange exchange) {
        ApiQuery query = doors.read(doors.logInclusion, exchange.getRequest());
        String record = query.textOrNull("record");
        String document = query.textOrNull("document");
        return proof(record, document, query.number(doors.logInclusion.require("entry")))
                .map(proof -> ResponseEntity.ok(new Inclusion(
                        entry(proof.entry()),
                        proof.salt() == null ? null : text(proof.salt()),
                        proof.content(),
                        head(proof.head()),
                        texts(proof.path()))))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    @GetMapping("/consistency")
    @Operation(
            operationId = "logConsistency",
            summary = "Prove that the log only grew",
            description = "Between two heads, by their sizes.")
    Mono<ResponseEntity<Consistency>> consistency(ServerWebExchange exchange) {
        ApiQuery query = doors.read(doors.logConsistency, exchange.getRequest());
        long first = query.number(doors.logConsistency.require("first"));
        long second = query.number(doors.logConsistency.require("second"));
        return log.consistency(first, second)
                .map(path -> ResponseEntity.ok(new Consistency(first, second, texts(path))))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    /** What cannot be an id or a number is not looked for. */
    private Mono<TransparencyLog.Inclusion> proof(@Nullable String record, @Nullable String document, int entry) {
        if (record != null) {
            return Ids.possible(record) ? log.ofRecord(record) : Mono.empty();
        }
        if (document != null) {
            String number = document.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            return NUMBER.matcher(number).matches() ? log.ofDocument(number) : Mono.empty();
        }
        return log.ofEntry(entry);
    }

    /** A cursor is a position; what is none begins nowhere. */
    private static long from(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,15}")) {
            throw ProblemException.invalid("cursor", "invalid-cursor");
        }
        return Long.parseLong(cursor);
    }

    private static Head head(TransparencyLog.Head head) {
        return new Head(head.head().size(), head.head().at(), text(head.head().root()), head.statement());
    }

    private static Entry entry(LogEntry entry) {
        return new Entry(entry.position(), entry.op().code(), entry.at(), text(entry.commitment()));
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(LogController::text).toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
