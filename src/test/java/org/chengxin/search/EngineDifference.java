package org.chengxin.search;

/**
 * What the two engines answer differently, and nothing else: {@link DifferenceContractTests} asserts each on both, the duel that
 * there is no other, and the README lists them by these words.
 */
enum EngineDifference {

    /** Suggestions read a bounded number of names, each engine in an order of its own. */
    MANY_BEGINNINGS(
            "where more than 20,000 names begin with what is typed, each suggests out of another 20,000",
            "a further character leaves fewer"),

    /** Elasticsearch tells nobody all its terms, so they are counted as they are written. */
    CHANGED_NAMES(
            "how rare a character is among names Elasticsearch counts by the names subjects came in with, so scores of names that"
                    + " agree in part lag behind those that were changed or left",
            "`reindex` counts anew");

    private final String what;
    private final String remedy;

    EngineDifference(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** As a line of the README. */
    String line() {
        return "  - " + what + " (" + remedy + ")";
    }
}
