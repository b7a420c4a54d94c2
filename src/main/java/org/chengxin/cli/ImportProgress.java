package org.chengxin.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.chengxin.intake.IntakeMessages;
import org.chengxin.intake.ProgressListener;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is, its rate and the time left: a bar on a terminal, a line every few seconds elsewhere. */
final class ImportProgress implements ProgressListener, AutoCloseable {

    private static final long LINE_EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;
    private final long started = System.nanoTime();
    private long lastLine = started;

    ImportProgress(PrintWriter lines, boolean terminal) {
        this.lines = lines;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName("import")
                        .setInitialMax(-1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUnit(" rows", 1)
                        .showSpeed()
                        .build()
                : null;
    }

    @Override
    public void progress(long rows, double share) {
        if (bar != null) {
            if (share > 0) {
                bar.maxHint(Math.max(rows, Math.round(rows / share)));
            }
            bar.stepTo(rows);
            return;
        }
        long now = System.nanoTime();
        if (now - lastLine >= LINE_EVERY_NANOS) {
            lastLine = now;
            double seconds = (now - started) / 1e9;
            String line = IntakeMessages.text(Locale.CHINESE, "result.progress", rows, Math.round(rows / seconds));
            if (share > 0) {
                long left = Math.round(seconds / share - seconds);
                line += "，" + IntakeMessages.text(Locale.CHINESE, "result.left", left);
            }
            lines.println(line);
            lines.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
