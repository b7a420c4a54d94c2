package org.chengxin.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made or restored; the message says in one line why, Chinese first. */
public final class BackupException extends RuntimeException {

    private final boolean wrongUse;

    private BackupException(String message, boolean wrongUse, @Nullable Throwable cause) {
        super(message, cause);
        this.wrongUse = wrongUse;
    }

    static BackupException wrongUse(String message) {
        return new BackupException(message, true, null);
    }

    static BackupException failed(String message) {
        return new BackupException(message, false, null);
    }

    static BackupException failed(String message, Throwable cause) {
        return new BackupException(message, false, cause);
    }

    /** Whether the caller asked for something that cannot be done, so that nothing was begun. */
    public boolean isWrongUse() {
        return wrongUse;
    }
}
