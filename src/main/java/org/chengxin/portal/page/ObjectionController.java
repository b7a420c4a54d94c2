package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.rights.EvidenceFiles;
import org.chengxin.rights.EvidenceIntake;
import org.chengxin.rights.FormTokens;
import org.chengxin.rights.ObjectionForm;
import org.chengxin.rights.Objections;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Objections (异议申诉) and error reports (信息纠错): the form, and taking it in. */
@RestController
class ObjectionController {

    private final Pages pages;
    private final StoreReads store;
    private final Vocabulary vocabulary;
    private final Objections objections;
    private final EvidenceFiles evidence;
    private final FormTokens tokens;
    private final Site site;
    private final StoreCalls calls;
    private final Scheduler scheduler;

    ObjectionController(
            Pages pages,
            StoreReads store,
            Vocabulary vocabulary,
            Objections objections,
            EvidenceFiles evidence,
            FormTokens tokens,
            Site site,
            StoreCalls calls,
            @Qualifier("rightsScheduler") Scheduler scheduler) {
        this.pages = pages;
        this.store = store;
        this.vocabulary = vocabulary;
        this.objections = objections;
        this.evidence = evidence;
        this.tokens = tokens;
        this.site = site;
        this.calls = calls;
        this.scheduler = scheduler;
    }

    /** What an objection is about, as the public may see it. */
    private record Target(Archive archive, Archive.@Nullable RecordView record) {}

    @GetMapping("/objections/new")
    Mono<ResponseEntity<byte[]>> form(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return target(request.text("subject"), request.text("record")).flatMap(target -> {
            ObjectionForm typed = new ObjectionForm(
                    target.map(of -> of.archive.subject().id()).orElse(""),
                    target.map(Target::record).map(Archive.RecordView::id).orElse(""),
                    request.text("field"),
                    cut(request.text("about")),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    false);
            return page(HttpStatus.OK, request, view(request.words(), target, typed, List.of(), false));
        });
    }

    @PostMapping(path = "/objections/new", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> file(@RequestBody Flux<PartEvent> parts, ServerWebExchange exchange) {
        if (!sameSite(exchange)) {
            return Mono.error(PageProblem.forbidden());
        }
        PageRequest request = PageRequest.of(exchange);
        return Mono.usingWhen(
                Mono.fromSupplier(evidence::intake),
                intake -> ObjectionUpload.read(parts, intake, scheduler)
                        .flatMap(texts -> taken(request, ObjectionInputs.form(texts), texts, intake)),
                intake -> Mono.empty(),
                (intake, failure) -> discarded(intake),
                this::discarded);
    }

    private Mono<Void> discarded(EvidenceIntake intake) {
        return Mono.<Void>fromRunnable(intake::discard).subscribeOn(scheduler);
    }

    private Mono<ResponseEntity<byte[]>> taken(
            PageRequest request, ObjectionForm form, Map<String, String> texts, EvidenceIntake intake) {
        Words words = request.words();
        String token = texts.getOrDefault("token", "");
        return target(form.subject(), form.record())
                .onErrorResume(PageProblem.class, gone -> Mono.just(Optional.<Target>empty())
                        .publishOn(scheduler))
                .flatMap(target -> {
                    List<InputFailure> errors = new ArrayList<>();
                    ObjectionForm typed = target.map(of -> ObjectionInputs.on(form, of.archive.subject(), of.record))
                            .orElse(form);
                    if (target.isEmpty() && !(form.subject() + form.record()).isEmpty()) {
                        typed = ObjectionInputs.without(form);
                        errors.add(new InputFailure("about", words.get("objection.error.gone")));
                    }
                    if (!tokens.valid(token)) {
                        errors.add(new InputFailure("send", words.get("objection.error.token")));
                    }
                    errors.addAll(ObjectionInputs.failures(typed, intake.refused(), words));
                    if (errors.isEmpty()) {
                        ObjectionForm sound = typed;
                        return calls.call(() -> objections.file(sound, intake, token, words.code()))
                                .map(code -> request.onward(
                                                HttpStatus.SEE_OTHER, "/follow/" + code.value(), Map.of("filed", "1"))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build());
                    }
                    boolean files =
                            !intake.taken().isEmpty() || !intake.refused().isEmpty();
                    ObjectionView view = view(words, target, typed, errors, files);
                    return discarded(intake).then(page(HttpStatus.BAD_REQUEST, request.bare(), view));
                });
    }

    /** A form of ours: browsers say where a request comes from; what says nothing has a signed token at least. */
    private boolean sameSite(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        @Nullable String fetched = headers.getFirst("Sec-Fetch-Site");
        if (fetched != null) {
            return fetched.equals("same-origin") || fetched.equals("none");
        }
        @Nullable String origin = headers.getOrigin();
        return origin == null
                || site.url().equals(origin)
                || origin.replaceFirst("^https?://", "").equals(headers.getFirst(HttpHeaders.HOST));
    }

    private Mono<Optional<Target>> target(String subject, String record) {
        // views are made off the event loop: their tokens take random bytes from the system
        return found(subject, record).publishOn(scheduler);
    }

    private Mono<Optional<Target>> found(String subject, String record) {
        if (!record.isEmpty()) {
            return store.record(record)
                    .flatMap(found -> store.archive(found.subject().id())
                            .map(archive -> Optional.of(new Target(archive, found.record()))));
        }
        return subject.isEmpty()
                ? Mono.just(Optional.empty())
                : store.archive(subject).map(archive -> Optional.of(new Target(archive, null)));
    }

    private Mono<ResponseEntity<byte[]>> page(HttpStatus status, PageRequest request, ObjectionView view) {
        String title = InputFailure.title(view.errors(), request.words().get("objection.title"), request.words());
        return pages.page(status, request, "objection", view, title, "", Pages.Keep.NOT_AT_ALL);
    }

    private ObjectionView view(
            Words words, Optional<Target> target, ObjectionForm typed, List<InputFailure> errors, boolean filesLost) {
        Labels labels = vocabulary.in(words);
        List<ObjectionView.Option> records = new ArrayList<>();
        List<ObjectionView.Option> fields = new ArrayList<>();
        target.ifPresent(of -> {
            records.add(new ObjectionView.Option(
                    "", words.get("objection.record.subject"), typed.record().isEmpty()));
            of.archive
                    .records()
                    .forEach(record -> records.add(new ObjectionView.Option(
                            record.id(),
                            labels.name(record.type().name()) + " · " + labels.title(record),
                            record.id().equals(typed.record()))));
            if (of.record != null) {
                of.record
                        .values()
                        .forEach(value -> fields.add(new ObjectionView.Option(
                                value.field().name(),
                                labels.name(value.field().label()),
                                value.field().name().equals(typed.field()))));
            }
        });
        return new ObjectionView(
                target.map(of -> of.archive.subject().name()).orElse(null),
                records,
                fields,
                typed,
                tokens.next(),
                options(ObjectionForm.REASONS, "objection.reason.", typed.reason(), words),
                options(ObjectionForm.STANDINGS, "objection.standing.", typed.standing(), words),
                errors,
                filesLost);
    }

    private static List<ObjectionView.Option> options(List<String> codes, String key, String chosen, Words words) {
        return codes.stream()
                .map(code -> new ObjectionView.Option(code, words.get(key + code), code.equals(chosen)))
                .toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), ObjectionForm.LONGEST_ABOUT));
    }
}
