/**
 * Rights of those whom the records are about: objections (异议申诉) and error reports (信息纠错), from filing to the answer.
 *
 * <p>{@link org.chengxin.rights.Objections} is the door; everything personal is sealed before it is kept. May import
 * {@code shared}, {@code platform}, {@code catalog}, {@code subject} and {@code record}.
 */
@NullMarked
package org.chengxin.rights;

import org.jspecify.annotations.NullMarked;
