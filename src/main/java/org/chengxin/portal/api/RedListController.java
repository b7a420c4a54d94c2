package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.chengxin.lists.RedList;
import org.chengxin.lists.RedList.UnknownTimepointException;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.SignedAnswers;
import org.chengxin.portal.api.Answers.Total;
import org.chengxin.portal.api.RedListAnswers.RedListChange;
import org.chengxin.portal.api.RedListAnswers.RedListChanges;
import org.chengxin.portal.api.RedListAnswers.RedListEntry;
import org.chengxin.portal.api.RedListAnswers.RedListPage;
import org.chengxin.portal.api.RedListAnswers.RedListSubject;
import org.chengxin.record.Archive.RecordView;
import org.chengxin.record.Archive.SubjectView;
import org.chengxin.record.Archive.Value;
import org.chengxin.record.Archives;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The red list for those who keep a copy of it: the whole and its changes, each answer signed. */
@RestController
@RequestMapping(path = "/api/v1/lists/red", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "lists")
class RedListController {

    private static final String SIGNED =
            " Each answer is signed: the field `Receipt` has a JWS over exactly its bytes.";
    private static final String PUT = "put";
    private static final String GONE = "gone";
    private static final String YEAR = "year";

    private final Doors doors;
    private final RedList list;

    RedListController(Doors doors, RedList list) {
        this.doors = doors;
        this.list = list;
    }

    @GetMapping
    @Operation(
            operationId = "redList",
            summary = "The red list as it is now",
            description = "Platforms and banks may favour who is on it; the portal itself does not." + SIGNED)
    Mono<RedListPage> redList(ServerWebExchange exchange) {
        ApiQuery asked = doors.enter(doors.redList, exchange);
        SignedAnswers.sign(exchange);
        return list.whole(asked.textOrNull("cursor"), asked.number(doors.redList.require("size")))
                .onErrorMap(UnknownTimepointException.class, unknown -> invalid("cursor"))
                .map(page -> new RedListPage(
                        page.entries().stream().map(RedListController::entry).toList(),
                        new Total(page.total(), "eq"),
                        page.timepoint(),
                        page.cursor()));
    }

    @GetMapping("/changes")
    @Operation(
            operationId = "redListChanges",
            summary = "What changed on the red list after a timepoint",
            description =
                    "An entry that was lifted, withdrawn or repaired, or came to its end, is `gone`, without a reason. A "
                            + "timepoint that is not known here, as after a restore, answers 400: read the whole again."
                            + SIGNED)
    Mono<RedListChanges> redListChanges(ServerWebExchange exchange) {
        ApiQuery asked = doors.enter(doors.redListChanges, exchange);
        SignedAnswers.sign(exchange);
        return list.after(asked.text("after"), asked.number(doors.redListChanges.require("size")))
                .onErrorMap(UnknownTimepointException.class, unknown -> invalid("after"))
                .map(found -> new RedListChanges(
                        found.changes().stream().map(RedListController::change).toList(),
                        found.timepoint(),
                        found.more()));
    }

    private static ProblemException invalid(String field) {
        return ProblemException.invalid(field, "invalid-cursor");
    }

    private static RedListChange change(RedList.Change change) {
        Archives.Found entry = change.entry();
        return new RedListChange(
                change.timepoint(), entry == null ? GONE : PUT, change.record(), entry == null ? null : entry(entry));
    }

    private static RedListEntry entry(Archives.Found found) {
        SubjectView subject = found.subject();
        RecordView record = found.record();
        return new RedListEntry(
                record.id(),
                new RedListSubject(
                        subject.id(),
                        subject.name(),
                        subject.uscc() == null ? null : subject.uscc().value(),
                        subject.region()),
                record.title(),
                year(record),
                record.documentNumber(),
                record.authority(),
                record.decidedOn(),
                record.validUntil(),
                record.publicUntil());
    }

    private static @Nullable String year(RecordView record) {
        return record.values().stream()
                .filter(value -> value.field().name().equals(YEAR))
                .map(Value::text)
                .findFirst()
                .orElse(null);
    }
}
