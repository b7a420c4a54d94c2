package org.chengxin.intake.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The encoding of a text file, told from its first bytes.
 *
 * @param charset UTF-8, GB18030 (which GBK and GB 2312 are part of) or UTF-16
 * @param mark length of the byte order mark in bytes, 0 for none
 */
record TextEncoding(Charset charset, int mark) {

    /** Bytes of four Chinese characters: GB18030 text of as many is valid UTF-8 once in many millions of lines. */
    private static final int PROOF = 12;

    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Recognises the encoding of a sample by strict decoding: GB18030 text is practically never valid UTF-8.
     *
     * @param whole whether the sample is the whole file, so that a cut character at its end is an error
     * @throws SheetException when it is neither
     */
    static TextEncoding of(byte[] sample, boolean whole) {
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (decodes(sample, StandardCharsets.UTF_8, whole) || holdsUtf8(sample)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        if (decodes(sample, GB18030, whole)) {
            return new TextEncoding(GB18030, 0);
        }
        throw new SheetException("file.encoding");
    }

    /**
     * Whether a line is what GB18030 never looks like. Files put together of parts in both are read as UTF-8: the other lines
     * are seen to be damaged then, where GB18030 would make wrong words of the UTF-8 ones.
     */
    private static boolean holdsUtf8(byte[] sample) {
        int start = 0;
        for (int end = 0; end < sample.length; end++) {
            if (sample[end] == '\n') {
                byte[] line = Arrays.copyOfRange(sample, start, end);
                start = end + 1;
                int beyond = 0;
                for (byte b : line) {
                    beyond += b < 0 ? 1 : 0;
                }
                if (beyond >= PROOF && decodes(line, StandardCharsets.UTF_8, true)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] sample, int... mark) {
        if (sample.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((sample[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] sample, Charset charset, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, whole);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }
}
