package org.chengxin.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This very program as further processes: from the jar or from classes, with the memory options it was started with. */
final class Program {

    private static final Pattern SETTINGS = Pattern.compile("(CHENGXIN|SPRING|SERVER|MANAGEMENT|LOGGING)_.*");

    private final Path folder;
    private final String application;
    private final String classPath;

    /**
     * Starts nothing yet.
     *
     * @param folder where the processes work: the data directory and their output are in it
     * @param application class that serves or runs a command
     */
    Program(Path folder, String application) {
        this(folder, application, System.getProperty("java.class.path"));
    }

    /** Starts nothing yet; the processes run from a class path, or a jar alone, that need not be the caller's. */
    Program(Path folder, String application, String classPath) {
        this.folder = folder;
        this.application = application;
        this.classPath = classPath;
    }

    Path folder() {
        return folder;
    }

    /**
     * Starts a process on the data directory of the folder; no setting of the caller reaches it, so that nothing of the
     * caller's portal is touched.
     *
     * @param output where it writes, both streams
     */
    Process start(File output, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .forEach(line::add);
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            line.addAll(List.of("-jar", absolute(classPath)));
        } else {
            String absolute = Stream.of(classPath.split(File.pathSeparator))
                    .map(Program::absolute)
                    .collect(Collectors.joining(File.pathSeparator));
            line.addAll(List.of("-cp", absolute, application));
        }
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> SETTINGS.matcher(name).matches());
        builder.environment().put("CHENGXIN_DATA_DIR", folder.resolve("data").toString());
        return builder.redirectErrorStream(true).redirectOutput(output).start();
    }

    private static String absolute(String entry) {
        return Path.of(entry).toAbsolutePath().toString();
    }
}
