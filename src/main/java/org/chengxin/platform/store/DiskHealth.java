package org.chengxin.platform.store;

import java.nio.file.FileStore;
import java.nio.file.Files;
import org.chengxin.platform.Degraded;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

/** Health of the disk under the data directory: degraded when little is left, down when nothing can be written. */
final class DiskHealth extends AbstractHealthIndicator {

    /** One segment of PostgreSQL's log: when it finds no room for the next, it stops. */
    private static final DataSize FULL = DataSize.ofMegabytes(16);

    private final DataDirectory directory;
    private final DataSize least;

    /** @param least space below which it is degraded */
    DiskHealth(DataDirectory directory, DataSize least) {
        super("the data directory cannot be looked at");
        this.directory = directory;
        this.least = least;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        FileStore disk = Files.getFileStore(directory.path());
        long free = disk.getUsableSpace();
        builder.withDetail("freeBytes", free).withDetail("totalBytes", disk.getTotalSpace());
        if (free < FULL.toBytes()) {
            builder.down().withDetail("reason", "the disk is full: less than " + FULL.toMegabytes() + " MB are free");
        } else if (free < least.toBytes()) {
            builder.status(Degraded.STATUS).withDetail("reason", "less than " + least.toMegabytes() + " MB are free");
        } else {
            builder.up();
        }
    }
}
