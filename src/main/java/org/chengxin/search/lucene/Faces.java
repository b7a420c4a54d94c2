package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.document.SubjectFields;

/** Fetches what came along with documents. */
final class Faces {

    private Faces() {}

    /** Turns the bytes of a document into something. */
    interface Reading<T> {
        T read(int document, BytesRef bytes) throws IOException;
    }

    /** What the reading makes of each document, in the order given. */
    static <T> List<T> read(IndexSearcher searcher, int[] documents, Reading<T> reading) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        // doc values move forwards only
        long[] order = new long[documents.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) documents[i] << 32 | i;
        }
        Arrays.sort(order);
        @SuppressWarnings("unchecked")
        T[] read = (T[]) new Object[documents.length];
        int leaf = -1;
        BinaryDocValues values = null;
        for (long entry : order) {
            int document = (int) (entry >>> 32);
            int at = ReaderUtil.subIndex(document, leaves);
            if (values == null || at != leaf) {
                leaf = at;
                values = leaves.get(at).reader().getBinaryDocValues(SubjectFields.FACE);
            }
            if (values == null || !values.advanceExact(document - leaves.get(at).docBase)) {
                throw new IOException("document without its face");
            }
            read[(int) entry] = reading.read(document, values.binaryValue());
        }
        return Arrays.asList(read);
    }
}
