/** Values without Spring; imports the JDK only. */
@NullMarked
package org.chengxin.shared;

import org.jspecify.annotations.NullMarked;
