package org.chengxin.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes taken from a file, for progress. */
final class CountingInputStream extends FilterInputStream {

    private volatile long count;

    CountingInputStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    // Only the reading thread writes; others look on.
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private void count(int read) {
        count = count + read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
