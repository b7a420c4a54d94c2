package org.chengxin.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.SearchEngine;

/** Opens the search engine that runs inside the process. */
public final class LuceneEngines {

    private LuceneEngines() {}

    /**
     * Opens the index of a folder at its last commit, or begins an empty one.
     *
     * @param folder where the generations lie; one process at a time
     * @param home division code of the portal's own region, for ties; empty for none
     * @throws IndexDamagedException when the index cannot be read: {@link #discard} it, open again and build it anew
     */
    public static SearchEngine open(Path folder, String home) {
        return LuceneSearchEngine.open(folder, home);
    }

    /** Deletes the index of a folder that no engine has open. */
    public static void discard(Path folder) {
        try {
            new GenerationFolders(folder).discard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
