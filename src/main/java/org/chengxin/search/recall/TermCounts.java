package org.chengxin.search.recall;

import java.io.IOException;
import java.util.List;

/** How many documents of one state of an index have a term. */
public interface TermCounts {

    /** Documents there are, at least 1. */
    long documents() throws IOException;

    /** Documents that have each of the terms, in the order given. */
    long[] of(List<Recall.Term> terms) throws IOException;
}
