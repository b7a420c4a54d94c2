package org.chengxin.search.elasticsearch;

import java.util.List;

/**
 * One generation of indices: subjects, records, and its own state.
 *
 * @param prefix beginning of the names
 * @param number later ones have greater numbers
 */
record Generation(String prefix, long number) {

    static final String SUBJECTS = "subjects";
    static final String RECORDS = "records";
    static final String STATE = "state";
    static final List<String> KINDS = List.of(SUBJECTS, RECORDS, STATE);

    /** The alias of the live index of a kind. */
    static String alias(String prefix, String kind) {
        return prefix + '-' + kind;
    }

    /** The generation of an index; 0 for the number when it is not one of ours. */
    static Generation of(String prefix, String index) {
        for (String kind : KINDS) {
            String start = alias(prefix, kind) + '-';
            String number = index.startsWith(start) ? index.substring(start.length()) : "";
            if (number.matches("\\d{1,18}")) {
                return new Generation(prefix, Long.parseLong(number));
            }
        }
        return new Generation(prefix, 0);
    }

    String index(String kind) {
        return alias(prefix, kind) + '-' + number;
    }

    /**
     * The alias an index is written by. It goes with its index, so that nothing is written to an index that was removed
     * meanwhile: Elasticsearch would make it anew.
     */
    String writing(String kind) {
        return index(kind) + "-write";
    }

    List<String> indices() {
        return KINDS.stream().map(this::index).toList();
    }
}
