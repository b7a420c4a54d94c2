package org.chengxin.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** The rows of a file below its header, read once, in order. */
public interface Sheet extends Closeable, Iterator<SheetRow> {

    /** Share of the file read so far, 0 to 1. */
    double progress();

    @Override
    void close() throws IOException;
}
