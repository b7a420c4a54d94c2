package org.chengxin.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chengxin.intake.sheet.Sheet;
import org.chengxin.intake.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Reads and checks rows on a thread of its own while the caller writes: chunks in order, a few ahead at most. */
final class RowFeed implements Closeable {

    /** Large enough for COPY to pay, small enough that a killed import repeats little and a waiting portal waits briefly. */
    static final int CHUNK = 5_000;

    private static final int AHEAD = 2;

    /**
     * Rows of one transaction.
     *
     * @param share share of the file read when the chunk was complete
     * @param failure why reading ended, null when it went well
     */
    record Chunk(List<ParsedRow> rows, double share, boolean last, @Nullable RuntimeException failure) {}

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(AHEAD);
    private final List<SubjectDraft> earlier = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts reading.
     *
     * @param skip rows that are done already: read for what they point at only
     */
    RowFeed(Sheet sheet, RowReader reader, long skip) {
        thread = new Thread(() -> read(sheet, reader, skip), "import-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next chunk; the last one says so. */
    Chunk next() {
        try {
            Chunk chunk = chunks.take();
            if (chunk.failure() != null) {
                throw chunk.failure();
            }
            return chunk;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ImportException.failed("import.interrupted", stopped);
        }
    }

    /** Statements among the skipped rows that point at a company; complete once the first chunk has come. */
    List<SubjectDraft> earlier() {
        return earlier;
    }

    private void read(Sheet sheet, RowReader reader, long skip) {
        List<ParsedRow> rows = new ArrayList<>(CHUNK);
        try {
            for (long i = 0; i < skip && sheet.hasNext() && !closed; i++) {
                ParsedRow row = reader.read(sheet.next());
                if (row.record() == null && row.subject() != null && Relatives.any(row.subject())) {
                    earlier.add(row.subject());
                }
            }
            while (sheet.hasNext() && !closed) {
                SheetRow next = sheet.next();
                rows.add(reader.read(next));
                if (rows.size() == CHUNK) {
                    offer(new Chunk(rows, sheet.progress(), false, null));
                    rows = new ArrayList<>(CHUNK);
                }
            }
            offer(new Chunk(rows, 1, true, null));
        } catch (RuntimeException failure) {
            // What was read before the damage still goes in; the import then ends with the reason.
            offer(new Chunk(rows, Double.NaN, false, null));
            offer(new Chunk(List.of(), Double.NaN, true, failure));
        } catch (Error broken) {
            // Whoever waits for the next chunk must not wait for ever.
            String reason = String.valueOf(broken);
            offer(new Chunk(List.of(), Double.NaN, true, ImportException.failed("import.reader", broken, reason)));
            throw broken;
        }
    }

    private void offer(Chunk chunk) {
        try {
            boolean taken = false;
            while (!taken && !closed) {
                taken = chunks.offer(chunk, 200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Stops reading and waits for the thread. */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
