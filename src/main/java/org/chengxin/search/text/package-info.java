/**
 * Analysis of names, codes and record texts, shared by every engine: folding, pinyin, parts of a name, terms.
 *
 * <p>Imports the JDK and Lucene only, so that it can be packed as an analysis plugin as it is.
 */
@NullMarked
package org.chengxin.search.text;

import org.jspecify.annotations.NullMarked;
