package org.chengxin.intake;

import java.time.Instant;
import java.util.Map;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.PublicationRules;
import org.chengxin.record.RecordState;
import org.chengxin.record.Term;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Makes records of statements: the first version, or the next of a known one. */
final class RecordFactory {

    private static final String NO_LEVEL = "any";

    private final PublicationRules rules;
    private final Ids ids;

    RecordFactory(PublicationRules rules, Ids ids) {
        this.rules = rules;
        this.ids = ids;
    }

    /**
     * The record after a statement; {@code known} itself when the statement says nothing new.
     *
     * @param known the record as far as the chunk has come, null when it is new
     * @param stored the record as the store has it, null when it is new
     */
    CreditRecord next(
            RecordDraft draft,
            @Nullable CreditRecord known,
            @Nullable CreditRecord stored,
            String subjectId,
            String naturalKey,
            Instant at) {
        RecordState state = state(draft, known);
        Instant from = known == null ? null : known.publicFrom();
        if (from != null && from.isAfter(at)) {
            // a clock was ahead when it was published
            from = null;
        }
        Term term = rules.of(
                draft.type(),
                draft.level(),
                draft.decidedOn(),
                draft.validUntil(),
                draft.givenUntil(),
                from == null ? at : from);
        if (from == null && state == RecordState.PUBLISHED && !draft.incomplete() && term.published()) {
            from = at;
        }
        CreditRecord next = new CreditRecord(
                known == null ? ids.next() : known.id(),
                draft.type().code(),
                subjectId,
                state,
                draft.incomplete(),
                draft.documentNumber(),
                draft.authority(),
                draft.decidedOn(),
                draft.validUntil(),
                term.level().equals(NO_LEVEL) ? null : term.level(),
                Map.copyOf(draft.data()),
                from,
                term.until(),
                naturalKey,
                draft.source(),
                known == null ? 1 : known.version());
        if (known == null) {
            return next;
        }
        return next.equals(known) ? known : next.withVersion(stored == null ? 1 : stored.version() + 1);
    }

    /**
     * What an old file says does not bring back what was taken down since; only a stated state does, and nothing brings
     * back what was repaired or annulled.
     */
    private static RecordState state(RecordDraft draft, @Nullable CreditRecord known) {
        if (known != null && known.state().terminal()) {
            return known.state();
        }
        if (draft.state() != null) {
            return draft.state();
        }
        boolean decided = draft.authority() != null;
        if (draft.type().publication().decidedOnly() && !decided) {
            return known == null ? RecordState.LEAD : known.state();
        }
        return known == null || known.state() == RecordState.LEAD ? RecordState.PUBLISHED : known.state();
    }
}
