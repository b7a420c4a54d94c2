package org.chengxin.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.chengxin.search.Relevance;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file of queries as an argument. */
final class QueryFile {

    private QueryFile() {}

    /** Refuses a file that {@link Relevance#read} cannot use, before anything starts. */
    static void check(Path file, CommandSpec spec) {
        try {
            Relevance.read(file);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "文件读不出来 (cannot be read as UTF-8): " + file, unreadable);
        } catch (IllegalArgumentException wrongContent) {
            throw new ParameterException(spec.commandLine(), file + ": " + wrongContent.getMessage(), wrongContent);
        }
    }
}
