/**
 * How subjects and records are looked up, whatever the engine: what recall asks for, and what is made of what it brings.
 * An engine translates {@link org.chengxin.search.recall.Recall} and answers as {@link
 * org.chengxin.search.recall.SubjectState}.
 *
 * <p>May import {@code search}, {@code search.ranking}, {@code search.reading} and {@code search.text} only.
 */
@NullMarked
package org.chengxin.search.recall;

import org.jspecify.annotations.NullMarked;
