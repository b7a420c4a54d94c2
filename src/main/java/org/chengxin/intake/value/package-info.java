/**
 * Cells as values: what a text in a sheet means as a name, code, date, amount or choice, with the slips real sheets have.
 *
 * <p>May import {@code shared} and the value types of {@code subject}; pure, knows no store.
 */
@NullMarked
package org.chengxin.intake.value;

import org.jspecify.annotations.NullMarked;
