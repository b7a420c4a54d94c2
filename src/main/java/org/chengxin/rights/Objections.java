package org.chengxin.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What the public does with objections: files them and follows them. Blocks; call it off the event loop. */
public class Objections {

    private static final String BY_THE_PUBLIC = "portal";

    private final ObjectionStore store;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final WorkingDays calendar;
    private final ChengxinProperties.Rights settings;
    private final ZoneId zone;
    private final Ids ids;
    private final Clock clock;

    Objections(
            ObjectionStore store,
            TransactionTemplate transaction,
            Seal seal,
            WorkingDays calendar,
            ChengxinProperties.Rights settings,
            ZoneId zone,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.seal = seal;
        this.calendar = calendar;
        this.settings = settings;
        this.zone = zone;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Files what {@link ObjectionForm#problems} found nothing wrong with. The same form with the same content twice (a
     * second press of the button, a reload) is filed once and gets the same code.
     *
     * @param token of the form, found valid
     * @param language {@code zh} or {@code en}
     */
    public FollowCode file(ObjectionForm form, EvidenceIntake evidence, String token, String language) {
        // NUL cannot be typed, so no two different forms read the same
        String same = String.join("\0", List.of("code", token, form.toString(), evidence.digest()));
        FollowCode code = FollowCode.of(seal.derived(same));
        Instant now = clock.instant();
        Objection objection = new Objection(
                ids.next(),
                given(form.subject()),
                given(form.record()),
                given(form.field()),
                form.reason(),
                form.standing(),
                language,
                ObjectionState.RECEIVED,
                new Objection.Content(form.about(), form.description(), form.wanted()),
                new Objection.Contact(form.name(), form.phone(), form.email()),
                evidence.taken(),
                List.of(new Objection.Act("filed", BY_THE_PUBLIC, now, null)),
                now);
        // whether a broken commit was one is not known: files without a row are swept later, never a row without files
        evidence.handOver();
        transaction.executeWithoutResult(status -> store.add(objection, code.digest()));
        return code;
    }

    /** How far the objection of a code is; empty when none was ever filed under it. */
    public Optional<Progress> follow(FollowCode code) {
        return store.byCode(code.digest()).map(this::progress);
    }

    /** Which of these records are 异议处理中: an objection was taken up and is not answered yet. */
    public Set<String> underObjection(Collection<String> recordIds) {
        return store.underObjection(recordIds);
    }

    private Progress progress(Objection objection) {
        List<Progress.Step> steps = objection.acts().stream()
                .flatMap(act ->
                        reached(act.act()).map(state -> new Progress.Step(state, act.at(), act.words())).stream())
                .toList();
        return new Progress(
                objection.state(),
                objection.subjectId(),
                objection.recordId(),
                objection.reason(),
                objection.evidence().size(),
                steps,
                deadline(objection));
    }

    private static Optional<ObjectionState> reached(String act) {
        if (act.equals("filed")) {
            return Optional.of(ObjectionState.RECEIVED);
        }
        return Arrays.stream(ObjectionState.values())
                .filter(state -> state.code().equals(act))
                .findFirst();
    }

    private Progress.@Nullable Deadline deadline(Objection objection) {
        if (objection.state() == ObjectionState.ANSWERED) {
            return null;
        }
        boolean waiting = objection.state() == ObjectionState.RECEIVED;
        int days = waiting ? settings.acceptWorkingDays() : settings.answerWorkingDays();
        LocalDate filed = objection.filedAt().atZone(zone).toLocalDate();
        LocalDate until = calendar.after(filed, days);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return new Progress.Deadline(
                waiting ? ObjectionState.ACCEPTED : ObjectionState.ANSWERED,
                days,
                until,
                calendar.between(today, until));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
