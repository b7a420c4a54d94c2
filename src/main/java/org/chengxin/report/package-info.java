/**
 * Documents one can take away as PDF: the public credit report (公共信用信息报告) and results of a question, what was issued, and whether it still holds.
 *
 * <p>May import {@code shared}, {@code catalog}, {@code subject}, {@code record} (through {@code Archives} only),
 * {@code proof} for signatures, {@code site} for proofs of sites, {@code platform} for settings and schedulers, and Spring JDBC for the issued documents. The only package that imports
 * OpenPDF and ZXing.
 */
@NullMarked
package org.chengxin.report;

import org.jspecify.annotations.NullMarked;
