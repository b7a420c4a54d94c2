package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chengxin.report.PresentedFile;
import org.chengxin.report.Verification;
import org.chengxin.report.Verifications;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checking a document: by the number printed on it (its QR code leads here) or by its file, which is not kept. */
@RestController
class VerifyController {

    private static final int LONGEST_NUMBER = 64;

    private final Pages pages;
    private final Verifications verifications;
    private final Formats formats;

    VerifyController(Pages pages, Verifications verifications, Vocabulary vocabulary) {
        this.pages = pages;
        this.verifications = verifications;
        this.formats = vocabulary.formats();
    }

    @GetMapping("/verify")
    Mono<ResponseEntity<byte[]>> form(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        String number = request.text("number");
        if (number.isEmpty()) {
            return exchange.getRequest().getQueryParams().containsKey("number")
                    ? missing(request, "number")
                    : page(HttpStatus.OK, request, new VerifyView("", null, List.of()), Pages.Keep.INDEXED);
        }
        if (number.length() > LONGEST_NUMBER) {
            throw PageProblem.parameter("number");
        }
        return Mono.just(request.onward(HttpStatus.SEE_OTHER, "/verify/" + PageRequest.encode(number), Map.of())
                .build());
    }

    @GetMapping("/verify/{number}")
    Mono<ResponseEntity<byte[]>> byNumber(@PathVariable String number, ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        String shown = PageRequest.isPersonal(number) ? "" : PageRequest.printable(number);
        return verifications.find(number).flatMap(found -> answer(request, shown, found));
    }

    @PostMapping(path = "/verify", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> byFile(@RequestBody Flux<PartEvent> parts, ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return file(parts)
                .flatMap(verifications::ofFile)
                .flatMap(found -> answer(request, "", found))
                .switchIfEmpty(Mono.defer(() -> missing(request, "file")));
    }

    private Mono<ResponseEntity<byte[]>> answer(PageRequest request, String number, Verification found) {
        VerifyView view = new VerifyView(number, result(found, request), List.of());
        return page(HttpStatus.OK, request, view, Pages.Keep.NOT_AT_ALL);
    }

    /** Nothing was typed or no file chosen. */
    private Mono<ResponseEntity<byte[]>> missing(PageRequest request, String input) {
        InputFailure failure = new InputFailure(input, request.words().get("verify." + input + ".missing"));
        return page(HttpStatus.BAD_REQUEST, request, new VerifyView("", null, List.of(failure)), Pages.Keep.NOT_AT_ALL);
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status, PageRequest request, VerifyView view, Pages.Keep keep) {
        Words words = request.words();
        String title = InputFailure.title(view.failures(), words.get("verify.title"), words);
        String told = view.result() == null ? title : view.result().title() + " - " + title;
        return pages.page(status, request, "verify", view, told, "", keep);
    }

    /** Reads the file while it arrives; nothing of it is stored. Empty when there was none. */
    private static Mono<PresentedFile> file(Flux<PartEvent> parts) {
        return Mono.defer(() -> {
            PresentedFile file = new PresentedFile();
            AtomicBoolean given = new AtomicBoolean();
            return FormParts.sound(parts)
                    .doOnNext(part -> {
                        DataBuffer content = part.content();
                        if (part.name().equals("file") && content.readableByteCount() > 0) {
                            given.set(true);
                            file.add(content);
                        }
                        DataBufferUtils.release(content);
                    })
                    .then(Mono.defer(() -> given.get() ? Mono.just(file) : Mono.empty()));
        });
    }

    private VerifyView.Result result(Verification found, PageRequest request) {
        Words words = request.words();
        List<ProfileView.Fact> facts = new ArrayList<>();
        @Nullable String profile = null;
        if (found instanceof Verification.Current current) {
            facts.add(fact(words, "document", words.get("document." + current.kind())));
            facts.add(fact(words, "subject", current.subjectName()));
            if (current.uscc() != null) {
                facts.add(fact(words, "code", formats.grouped(current.uscc())));
                profile = request.href("/s/" + current.uscc(), Map.of());
            }
            facts.add(fact(words, "number", formats.grouped(current.number().toUpperCase(Locale.ROOT))));
            facts.add(fact(words, "issuedAt", formats.minute(current.issuedAt())));
            if (current.asOf() != null) {
                facts.add(fact(words, "past", formats.minute(current.asOf())));
            }
            if (current.part()) {
                facts.add(fact(words, "part", words.get(VerifyView.fact("some"))));
            }
        }
        if (found instanceof Verification.Batch batch) {
            facts.add(fact(words, "batch", batch.number()));
            facts.add(fact(words, "reports", Integer.toString(batch.reports())));
            facts.add(fact(words, "issuedAt", formats.minute(batch.issuedAt())));
        }
        if (found instanceof Verification.Foreign foreign && !foreign.signer().isEmpty()) {
            facts.add(fact(words, "signer", PageRequest.printable(foreign.signer())));
        }
        return new VerifyView.Result(
                found.code(),
                words.get("verify." + found.code() + ".title"),
                words.get("verify." + found.code() + (ofThePast(found) ? ".past.text" : ".text")),
                facts,
                profile);
    }

    private static ProfileView.Fact fact(Words words, String key, String value) {
        return new ProfileView.Fact(words.get(VerifyView.fact(key)), Formats.Text.of(value));
    }

    /** What stood then and still does is not all that is published now. */
    private static boolean ofThePast(Verification found) {
        return found instanceof Verification.Current current && current.asOf() != null;
    }
}
