package org.chengxin.report;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;

/** A file that somebody wants checked, taken in while it arrives. Never stored. Not safe for several threads at once. */
public final class PresentedFile {

    /** No document of this portal comes near; of a larger file only the digest is kept. */
    private static final int LARGEST = 2 << 20;

    private final MessageDigest sha = Sha256.start();
    private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** The next part of the file; the caller releases the buffer. */
    public void add(DataBuffer part) {
        try (DataBuffer.ByteBufferIterator buffers = part.readableByteBuffers()) {
            buffers.forEachRemaining(sha::update);
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

    /** The whole, null when it is larger than any document of this portal. */
    byte @Nullable [] bytes() {
        return kept == null ? null : kept.toByteArray();
    }
}
