package org.chengxin.search.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ranking needs of a subject that recall has brought.
 *
 * @param region division code, null when unknown
 * @param uscc unified social credit code, null when unknown
 * @param codes older codes
 * @param person whether it is a natural person
 * @param notSame ids of subjects it is known not to be
 */
public record Candidate(
        String id,
        String name,
        @Nullable String region,
        String status,
        @Nullable String uscc,
        List<String> codes,
        List<String> formerNames,
        List<String> aliases,
        List<String> sites,
        List<String> representatives,
        @Nullable String branchOf,
        boolean person,
        List<String> notSame) {}
