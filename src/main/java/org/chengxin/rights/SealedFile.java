package org.chengxin.rights;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file sealed while it streams, in pieces of 64 KiB: each piece is AES-256-GCM under the file's own key with its number
 * and whether it is the last in the nonce, so that pieces cannot be changed, swapped, left out or cut off.
 */
final class SealedFile {

    private static final int PIECE = 64 * 1024;

    private SealedFile() {}

    /** Seals what is written to it; the last piece is written by {@code close}. */
    static OutputStream writing(OutputStream to, SecretKeySpec key) {
        return new Writing(new DataOutputStream(to), key);
    }

    /** Opens a sealed file into a stream; fails at the first piece that is not as it was written. */
    static void open(InputStream from, SecretKeySpec key, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        boolean last = false;
        for (int number = 0; !last; number++) {
            int head = in.readInt();
            last = head < 0;
            int length = head & Integer.MAX_VALUE;
            if (length > PIECE + Seal.TAG_BITS / 8) {
                throw new IOException("not a sealed file");
            }
            byte[] piece = in.readNBytes(length);
            try {
                to.write(Seal.cipher(Cipher.DECRYPT_MODE, key, nonce(number, last))
                        .doFinal(piece));
            } catch (GeneralSecurityException failure) {
                throw new IOException("a sealed file does not open: changed, cut off, or another key", failure);
            }
        }
        if (in.read() >= 0) {
            throw new IOException("a sealed file goes on behind its end");
        }
    }

    private static byte[] nonce(int number, boolean last) {
        return ByteBuffer.allocate(Seal.NONCE)
                .putInt(number)
                .putInt(last ? 1 : 0)
                .array();
    }

    private static final class Writing extends OutputStream {

        private final DataOutputStream to;
        private final SecretKeySpec key;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int number;
        private boolean closed;

        Writing(DataOutputStream to, SecretKeySpec key) {
            this.to = to;
            this.key = key;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (filled == PIECE) {
                    flushPiece(false);
                }
                int taken = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, taken);
                filled += taken;
                at += taken;
                left -= taken;
            }
        }

        private void flushPiece(boolean last) throws IOException {
            try {
                byte[] sealed = Seal.cipher(Cipher.ENCRYPT_MODE, key, nonce(number++, last))
                        .doFinal(piece, 0, filled);
                to.writeInt(last ? sealed.length | Integer.MIN_VALUE : sealed.length);
                to.write(sealed);
                filled = 0;
            } catch (GeneralSecurityException failure) {
                throw new IOException("cannot seal", failure);
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (to) {
                    flushPiece(true);
                }
            }
        }
    }
}
