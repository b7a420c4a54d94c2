package org.chengxin.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.chengxin.shared.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * The file beside the input that tells each refused row and each warning: line, column, value, level, reason, code. UTF-8
 * with a mark, so that Excel reads it; made with the first problem.
 */
final class ErrorFile implements Closeable {

    private static final List<String> HEADER = List.of("行号", "列", "值", "级别", "原因", "代码");
    private static final String MARK = "\uFEFF";

    private final Path path;
    private @Nullable FileChannel channel;

    /** Keeps the first bytes of an existing file, those of the rows that are done, and drops the rest. */
    ErrorFile(Path path, long keep) throws IOException {
        this.path = path;
        if (keep > 0 && Files.exists(path) && Files.size(path) >= keep) {
            FileChannel open = FileChannel.open(path, StandardOpenOption.WRITE);
            open.truncate(keep);
            open.position(keep);
            channel = open;
        } else {
            Files.deleteIfExists(path);
        }
    }

    /** Writes problems through to the disk and returns the file's length. */
    long write(List<Problem> problems) throws IOException {
        if (problems.isEmpty()) {
            return channel == null ? 0 : channel.position();
        }
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
        FileChannel out = channel;
        if (out == null) {
            out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = out;
            text.write(MARK);
            csv.writeRecord(HEADER);
        }
        for (Problem problem : problems) {
            csv.writeRecord(
                    String.valueOf(problem.line()),
                    SpreadsheetText.plain(problem.column()),
                    SpreadsheetText.plain(problem.value()),
                    problem.refuses() ? "未导入" : "提示",
                    SpreadsheetText.plain(IntakeMessages.reason(problem)),
                    problem.code());
        }
        csv.flush();
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(false);
        return out.position();
    }

    /** Bytes written so far. */
    long length() throws IOException {
        return channel == null ? 0 : channel.position();
    }

    /** Takes back what was written beyond a length, for a chunk that is written again. */
    void truncate(long length) throws IOException {
        FileChannel open = channel;
        if (open != null && length == 0) {
            open.close();
            channel = null;
            Files.delete(path);
        } else if (open != null) {
            open.truncate(length);
            open.position(length);
        }
    }

    @Nullable
    Path written() {
        return channel == null ? null : path;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
