package org.chengxin.shared;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Recognises a failure for want of space, wherever it came from: a file, the index, PostgreSQL. */
public final class FullDisk {

    /** PostgreSQL's {@code disk_full}. */
    private static final String SQL_STATE = "53100";

    private FullDisk() {}

    /** Whether a full disk, or a used-up quota of it, is the cause of a failure. */
    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable part = failure; part != null; part = part.getCause()) {
            String message = String.valueOf(part.getMessage());
            boolean full = part instanceof SQLException sql
                    ? SQL_STATE.equals(sql.getSQLState()) || message.contains("No space left on device")
                    : part instanceof IOException
                            && (message.contains("No space left on device") || message.contains("quota exceeded"));
            if (full) {
                return true;
            }
        }
        return false;
    }
}
