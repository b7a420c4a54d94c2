package org.chengxin.platform.store;

import java.time.Instant;

/**
 * Who changes what is kept, when and why; written with every version.
 *
 * @param by person, source or process
 * @param reason in words, e.g. {@code import penalty-2026-11.xlsx}
 */
public record Change(String by, Instant at, String reason) {}
