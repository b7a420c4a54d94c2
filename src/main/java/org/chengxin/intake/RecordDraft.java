package org.chengxin.intake;

import java.time.LocalDate;
import java.util.Map;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.RecordState;
import org.jspecify.annotations.Nullable;

/**
 * A record as one row states it, before its subject is known.
 *
 * @param state as stated, null when the row does not tell
 * @param givenUntil end of publication as the source gives it
 * @param key what tells it from other records of its type and subject
 * @param incomplete whether it lacks what publication needs
 * @param data values by field name
 */
record RecordDraft(
        RecordType type,
        SubjectDraft subject,
        @Nullable RecordState state,
        @Nullable String documentNumber,
        @Nullable String authority,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate givenUntil,
        @Nullable String level,
        String key,
        boolean incomplete,
        Map<String, String> data,
        String source) {}
