package org.chengxin.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import org.chengxin.proof.BatchFiles;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;

/** A file that somebody wants checked, taken in while it arrives. Never stored. Not safe for several threads at once. */
public final class PresentedFile {

    /** No document of this portal comes near; of a larger file only the digest is kept. */
    private static final int LARGEST = 2 << 20;

    private final MessageDigest sha = Sha256.start();
    private final BatchFiles batch = new BatchFiles();
    private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** The next part of the file; the caller releases the buffer. */
    public void add(DataBuffer part) {
        try (DataBuffer.ByteBufferIterator buffers = part.readableByteBuffers()) {
            while (buffers.hasNext()) {
                ByteBuffer bytes = buffers.next();
                batch.add(bytes.duplicate());
                // of a batch each file is digested already
                if (!batch.isBatch()) {
                    sha.update(bytes);
                }
            }
        }
        if (kept != null && kept.size() + part.readableByteCount() > LARGEST) {
            kept = null;
        } else if (kept != null) {
            byte[] bytes = new byte[part.readableByteCount()];
            part.read(bytes);
            kept.writeBytes(bytes);
        }
    }

    /** SHA-256 of the whole; ends the taking in. */
    public byte[] digest() {
        return sha.digest();
    }

    /** What is in it as the ZIP of a batch; empty when it does not begin as one. */
    Optional<BatchFiles> batch() {
        return Optional.of(batch).filter(BatchFiles::isBatch);
    }

    /** The whole, null when it is larger than any document of this portal. */
    byte @Nullable [] bytes() {
        return kept == null ? null : kept.toByteArray();
    }
}
