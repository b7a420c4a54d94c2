package org.chengxin.report;

import java.time.Instant;
import java.util.Locale;

/** What makes one document different from the next of the same content: its number, moment and language. */
record Issue(String number, Instant at, Locale locale) {}
