package org.chengxin.search.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes and reads the strings that come along with a document, in a fixed order. */
public final class Face {

    private Face() {}

    /** Collects values. */
    public static final class Writer {
        private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();

        public Writer put(@Nullable String value) throws IOException {
            // a lone surrogate cannot be written as UTF-8 and comes back as a replacement character
            out.writeString(value == null ? "" : value);
            return this;
        }

        public Writer put(List<String> values) throws IOException {
            out.writeVInt(values.size());
            for (String value : values) {
                put(value);
            }
            return this;
        }

        public byte[] bytes() {
            return out.toArrayCopy();
        }
    }

    /** Reads them back. */
    public static final class Reader {
        private final ByteArrayDataInput in;

        public Reader(BytesRef bytes) {
            in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        }

        public String text() throws IOException {
            return in.readString();
        }

        public @Nullable String textOrNull() throws IOException {
            String text = in.readString();
            return text.isEmpty() ? null : text;
        }

        public List<String> texts() throws IOException {
            int size = in.readVInt();
            List<String> texts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                texts.add(in.readString());
            }
            return texts;
        }
    }
}
