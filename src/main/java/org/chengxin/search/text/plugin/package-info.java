/**
 * The analysis of {@code search.text} as an Elasticsearch stable plugin: the build packs both into a zip.
 *
 * <p>Imports {@code search.text}, Lucene and the plugin API only.
 */
@NullMarked
package org.chengxin.search.text.plugin;

import org.jspecify.annotations.NullMarked;
