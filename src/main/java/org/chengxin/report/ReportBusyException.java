package org.chengxin.report;

import java.util.concurrent.RejectedExecutionException;

/** More documents were asked for than can be written soon; the caller may try again in a few seconds. */
public final class ReportBusyException extends RejectedExecutionException {

    private static final long serialVersionUID = 1L;

    ReportBusyException(Throwable cause) {
        super("too many reports wait to be written", cause);
    }
}
