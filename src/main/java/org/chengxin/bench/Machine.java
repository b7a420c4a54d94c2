package org.chengxin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine a figure belongs to. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Machine() {}

    /** One line: processors, memory, system, Java. */
    static String line() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d × %s, %.0f GiB, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                model(),
                system.getTotalMemorySize() / (double) (1 << 30),
                system.getName(),
                system.getArch(),
                Runtime.version().feature());
    }

    /** Processes that ran or waited for a processor over the last minute; negative where the system does not tell. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String model() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return "CPU";
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("CPU");
    }
}
