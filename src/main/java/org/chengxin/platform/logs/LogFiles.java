package org.chengxin.platform.logs;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.status.StatusManager;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.chengxin.platform.ChengxinProperties;
import org.slf4j.LoggerFactory;

/**
 * Writes what the portal logs to files as well: one JSON object a line (Elastic Common Schema), a file a day, kept for the
 * days of the settings. Requests stand in the files only; the console stays for people. Begun when the data directory is
 * owned, so that never two processes write one file.
 */
final class LogFiles implements AutoCloseable {

    /** Lines waiting for the disk. */
    private static final int WAITING = 8192;

    private final AsyncAppender writer = new AsyncAppender();
    private final List<Logger> loggers;

    /**
     * Begins to write.
     *
     * @param folder where the files are; made when it does not exist
     * @param zone where days end
     */
    LogFiles(Path folder, ChengxinProperties.Logs settings, ZoneId zone) {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        // Spring Boot's prints the same with a stack trace each time
        StatusManager troubles = logback.getStatusManager();
        troubles.getCopyOfStatusListenerList().forEach(troubles::remove);
        troubles.add(new LogTroubles());
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(logback);
        file.setName("chengxin-files");
        file.setFile(folder.resolve("chengxin.log").toString());
        file.setRollingPolicy(days(logback, file, folder, settings, zone));
        file.setEncoder(lines(logback));
        file.start();

        writer.setContext(logback);
        writer.setName("chengxin-writer");
        writer.setQueueSize(WAITING);
        writer.setDiscardingThreshold(0);
        // a disk that hangs shall not hang those who answer
        writer.setNeverBlock(true);
        writer.addAppender(file);
        writer.start();

        Logger requests = logback.getLogger(RequestLog.LOGGER);
        requests.setAdditive(false);
        loggers = List.of(logback.getLogger(Logger.ROOT_LOGGER_NAME), requests);
        loggers.forEach(logger -> logger.addAppender(writer));
    }

    private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> days(
            LoggerContext logback,
            RollingFileAppender<ILoggingEvent> file,
            Path folder,
            ChengxinProperties.Logs settings,
            ZoneId zone) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> days = new SizeAndTimeBasedRollingPolicy<>();
        days.setContext(logback);
        days.setParent(file);
        days.setFileNamePattern(folder.resolve("chengxin.%d{yyyy-MM-dd, " + zone + "}.%i.log.gz")
                .toString());
        days.setMaxHistory(settings.keepDays());
        days.setMaxFileSize(new FileSize(settings.largestFile().toBytes()));
        days.setTotalSizeCap(new FileSize(settings.largestTotal().toBytes()));
        // a portal that is started anew each day would else never delete
        days.setCleanHistoryOnStart(true);
        days.start();
        return days;
    }

    private static LogLines lines(LoggerContext logback) {
        LogLines lines = new LogLines();
        lines.setContext(logback);
        lines.start();
        return lines;
    }

    /** Writes what waits and ends. */
    @Override
    public void close() {
        loggers.forEach(logger -> logger.detachAppender(writer));
        writer.stop();
    }
}
