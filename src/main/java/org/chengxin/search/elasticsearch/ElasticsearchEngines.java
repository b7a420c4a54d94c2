package org.chengxin.search.elasticsearch;

import java.time.Clock;
import org.chengxin.search.SearchEngine;

/** Opens the search engine on an Elasticsearch cluster. */
public final class ElasticsearchEngines {

    private ElasticsearchEngines() {}

    /**
     * Opens the indices of the cluster. A cluster that is away is no failure: the engine finds it when it comes.
     *
     * @param home division code of the portal's own region, for ties; empty for none
     * @throws IllegalArgumentException when the certificates of the settings cannot be read
     */
    public static SearchEngine open(ElasticsearchSettings settings, String home, Clock clock) {
        return new ElasticsearchSearchEngine(settings, home, clock);
    }
}
