package org.chengxin.search.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

        /** Moments by code, in the order of the codes. */
        public Writer put(Map<String, List<Long>> moments) throws IOException {
            out.writeVInt(moments.size());
            for (Map.Entry<String, List<Long>> entry : new TreeMap<>(moments).entrySet()) {
                put(entry.getKey());
                out.writeVInt(entry.getValue().size());
                for (long moment : entry.getValue()) {
                    out.writeLong(moment);
                }
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

        /** What {@link Writer#put(Map)} wrote, in the same order. */
        public Map<String, List<Long>> moments() throws IOException {
            int codes = in.readVInt();
            if (codes == 0) {
                return Map.of();
            }
            Map<String, List<Long>> moments = new LinkedHashMap<>();
            for (int i = 0; i < codes; i++) {
                String code = in.readString();
                int size = in.readVInt();
                List<Long> each = new ArrayList<>(size);
                for (int k = 0; k < size; k++) {
                    each.add(in.readLong());
                }
                moments.put(code, each);
            }
            return moments;
        }
    }
}
