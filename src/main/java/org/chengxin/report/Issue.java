package org.chengxin.report;

import java.time.Instant;
import java.util.Locale;

/**
 * What makes one document different from the next of the same content.
 *
 * @param statement what the document says of itself, signed; see {@link org.chengxin.proof.Statements}
 */
record Issue(String number, Instant at, Locale locale, String statement) {}
