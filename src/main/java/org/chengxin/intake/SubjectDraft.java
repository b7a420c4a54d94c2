package org.chengxin.intake;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * A subject as one row states it, before it is known whether it is new.
 *
 * @param kind as stated, null when the row does not tell
 * @param company name or USCC of the company it is a branch of, as stated
 * @param operator name or USCC of whoever runs this shop or platform, as stated
 * @param notSameAs USCCs of subjects that it is stated not to be
 * @param statedOn day the statement is of, null when not told
 * @param authoritative whether the row is about the subject itself rather than naming it in a record: only then it replaces
 *     what is known
 */
record SubjectDraft(
        String name,
        @Nullable SubjectKind kind,
        @Nullable CreditCode uscc,
        List<Identifier> identifiers,
        List<OtherName> names,
        @Nullable String region,
        @Nullable String address,
        @Nullable SubjectStatus status,
        @Nullable String company,
        @Nullable String operator,
        @Nullable String representative,
        @Nullable LocalDate registeredOn,
        @Nullable String capital,
        @Nullable String industry,
        @Nullable String scope,
        String source,
        List<String> notSameAs,
        @Nullable LocalDate statedOn,
        boolean authoritative) {}
