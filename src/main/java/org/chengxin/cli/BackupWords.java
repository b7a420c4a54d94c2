package org.chengxin.cli;

import java.io.PrintWriter;
import org.chengxin.backup.BackupException;
import org.chengxin.backup.Manifest;
import tools.jackson.databind.json.JsonMapper;

/** How {@code backup} and {@code restore} tell what they did. */
final class BackupWords {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 3;

    private BackupWords() {}

    /** Prints what a backup holds; returns the exit code. */
    static int print(PrintWriter out, boolean json, String done, Manifest manifest) {
        out.println(
                json
                        ? JsonMapper.builder().build().writeValueAsString(manifest)
                        : done + ": " + manifest.tables().size() + " tables, " + manifest.rows() + " rows, "
                                + manifest.files().size() + " files, " + manifest.at());
        out.flush();
        return 0;
    }

    /** Prints why not, in one line; returns the exit code. */
    static int print(PrintWriter err, BackupException failure) {
        err.println(failure.getMessage());
        err.flush();
        return failure.isWrongUse() ? WRONG_USE : FAILED;
    }
}
