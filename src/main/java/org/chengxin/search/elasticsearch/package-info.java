/**
 * The search engine on an Elasticsearch cluster: versioned indices behind aliases, made from {@code index-templates}; recall
 * and filters as its queries, on one point in time for each state of the index.
 *
 * <p>Package-private but for its factory and settings; may import {@code search} and its packages, never {@code search.lucene}.
 */
@NullMarked
package org.chengxin.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
