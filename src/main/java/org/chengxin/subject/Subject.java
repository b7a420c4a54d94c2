package org.chengxin.subject;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.shared.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * A credit subject as the store knows it: not masked, not for any door. Doors read it through {@code record.Archives}.
 *
 * @param id short, opaque, immutable, never reused
 * @param kind kind of subject
 * @param name current registered name as written
 * @param uscc current unified social credit code, null when unknown
 * @param identifiers older codes and sites
 * @param names former names, aliases, brands, shop names
 * @param region GB/T 2260 division or functional zone of the place, null when unknown
 * @param address registered address, null when unknown
 * @param status registration status
 * @param branchOf id of the company this is a branch or outlet of, null for none
 * @param operatorId id of the subject that runs this shop or platform, null for none or itself
 * @param representative legal representative or person in charge, null when unknown
 * @param registeredOn date of registration, null when unknown
 * @param capital registered capital in words as given, null when unknown
 * @param industry industry in words or GB/T 4754 code, null when unknown
 * @param scope business scope (经营范围), null when unknown
 * @param source code of the source that stated it last
 * @param version 1 for the first version
 */
public record Subject(
        String id,
        SubjectKind kind,
        String name,
        @Nullable CreditCode uscc,
        List<Identifier> identifiers,
        List<OtherName> names,
        @Nullable String region,
        @Nullable String address,
        SubjectStatus status,
        @Nullable String branchOf,
        @Nullable String operatorId,
        @Nullable String representative,
        @Nullable LocalDate registeredOn,
        @Nullable String capital,
        @Nullable String industry,
        @Nullable String scope,
        String source,
        int version) {}
