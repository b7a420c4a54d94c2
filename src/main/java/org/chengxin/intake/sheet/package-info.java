/**
 * Files as rows of named cells, whatever their format: CSV, TSV, JSON Lines (plain or .gz) and XLSX; encoding, delimiter,
 * sheet and header line are found out.
 *
 * <p>May import FastCSV, fastexcel and Jackson; knows neither subjects nor records.
 */
@NullMarked
package org.chengxin.intake.sheet;

import org.jspecify.annotations.NullMarked;
