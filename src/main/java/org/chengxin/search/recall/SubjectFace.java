package org.chengxin.search.recall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.search.ranking.Candidate;

/**
 * What comes along with a subject that recall has brought: all that ranking, a hit and facets over few hits need, in one
 * field, because reading many fields of few documents is dear.
 *
 * @param kind subject kind code
 * @param lists list code to the ends (epoch milliseconds) of its entries
 * @param records record type code to the ends (epoch milliseconds) of its records' publication
 */
public record SubjectFace(
        Candidate candidate, String kind, Map<String, List<Long>> lists, Map<String, List<Long>> records) {

    /** Codes of the lists with an entry in force. */
    public List<String> listsInForce(long now) {
        return new ArrayList<>(yetToCome(lists, now).keySet());
    }

    /** Record type code to the number of records in publication, where there is one. */
    public Map<String, Integer> recordsInForce(long now) {
        return yetToCome(records, now);
    }

    private static Map<String, Integer> yetToCome(Map<String, List<Long>> ends, long now) {
        if (ends.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        ends.forEach((code, moments) -> {
            int count = 0;
            for (long moment : moments) {
                count += moment > now ? 1 : 0;
            }
            if (count > 0) {
                counts.put(code, count);
            }
        });
        return counts;
    }
}
