package org.chengxin.intake;

import java.util.List;

/**
 * What is wrong with a row.
 *
 * @param line line or row of the file, from 1
 * @param column heading as the file has it, empty for the row as a whole
 * @param value what the cell holds, identity and phone numbers masked
 * @param refuses whether the row stays out because of it; otherwise it went in and should be looked at
 * @param code key of the reason in {@code messages-intake}
 * @param arguments what the reason mentions
 */
public record Problem(long line, String column, String value, boolean refuses, String code, List<Object> arguments) {}
