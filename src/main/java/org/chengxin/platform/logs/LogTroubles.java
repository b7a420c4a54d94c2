package org.chengxin.platform.logs;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with logging itself, a full disk for one, on the console: a line each, without a trace. */
final class LogTroubles implements StatusListener {

    @Override
    public void addStatusEvent(Status status) {
        if (status.getEffectiveLevel() >= Status.WARN) {
            @Nullable Throwable cause = status.getThrowable();
            System.err.println(
                    "日志未能写入 (logging): " + status.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
        }
    }
}
