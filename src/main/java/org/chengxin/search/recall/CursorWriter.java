package org.chengxin.search.recall;

import java.io.IOException;

/** Writes the cursor of the page that starts at an offset. */
public interface CursorWriter {

    /** The cursor, opaque to readers. */
    String write(int offset) throws IOException;
}
