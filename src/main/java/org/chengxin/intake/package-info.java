/**
 * Takes files in: rows become subjects and records, each bad row is told with its reason, a killed import goes on where it
 * was, the same file twice changes nothing.
 *
 * <p>May import {@code shared}, {@code catalog}, {@code subject}, {@code record}, its own {@code sheet} and {@code value},
 * FastCSV to write the error file, Jackson for mappings, and Spring JDBC for the checkpoint.
 */
@NullMarked
package org.chengxin.intake;

import org.jspecify.annotations.NullMarked;
