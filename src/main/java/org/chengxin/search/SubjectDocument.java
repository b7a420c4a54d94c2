package org.chengxin.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of one credit subject (信用主体): public facts only.
 *
 * @param id opaque subject id
 * @param name current full name as registered
 * @param kind code of the subject kind, e.g. {@code enterprise}
 * @param region GB/T 2260 division or functional zone code of the place, null when unknown
 * @param status business status code, e.g. {@code active}, {@code closed}
 * @param uscc unified social credit code (GB 32100-2015), null when unknown
 * @param codes older identifiers (registration number, organisation code ...), without the USCC
 * @param formerNames names it had before
 * @param aliases short names, brands and shop names
 * @param sites domains and shop links, as bound to the subject
 * @param representatives public names of legal representatives, found by exact name only and never suggested
 * @param branchOf id of the company this is a branch or outlet of, null for none
 * @param registeredOn date of registration, null when unknown
 * @param visibleUntil epoch milliseconds from which on the subject must not be shown, {@code Long.MAX_VALUE} for never
 * @param recordEnds record type code to the ends of publication (epoch milliseconds, exclusive) of its public records
 * @param listEnds list code ({@code red}, {@code serious-default}, {@code abnormal}) to the ends of its public entries
 * @param person whether it is a natural person, who is never taken for surely the one
 * @param notSame ids of subjects it is known not to be, though people take one for the other
 */
public record SubjectDocument(
        String id,
        String name,
        String kind,
        @Nullable String region,
        String status,
        @Nullable String uscc,
        List<String> codes,
        List<String> formerNames,
        List<String> aliases,
        List<String> sites,
        List<String> representatives,
        @Nullable String branchOf,
        @Nullable LocalDate registeredOn,
        long visibleUntil,
        Map<String, List<Long>> recordEnds,
        Map<String, List<Long>> listEnds,
        boolean person,
        List<String> notSame) {}
