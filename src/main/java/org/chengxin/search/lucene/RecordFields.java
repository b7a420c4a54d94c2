package org.chengxin.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.RecordDocument;
import org.jspecify.annotations.Nullable;

/** Records as Lucene documents and back. */
final class RecordFields {

    static final String RECORD = "record";
    static final IndexTemplate TEMPLATE = IndexTemplate.read("records");

    private RecordFields() {}

    static Term key(String id) {
        return new Term(SubjectFields.KEY, "r:" + id);
    }

    static Document document(RecordDocument record) throws IOException {
        Document document = new Document();
        TEMPLATE.add(document, "key", "r:" + record.id());
        TEMPLATE.add(document, "doc", RECORD);
        TEMPLATE.add(document, "face", face(record));
        TEMPLATE.add(document, "subject", record.subjectId());
        TEMPLATE.add(document, "type", record.type());
        if (record.list() != null) {
            TEMPLATE.add(document, "list", record.list());
        }
        if (record.region() != null) {
            SubjectFields.regions(record.region()).forEach(region -> TEMPLATE.add(document, "regions", region));
        }
        if (record.authority() != null) {
            TEMPLATE.add(document, "authority", record.authority());
        }
        LocalDate decided = record.decidedOn();
        if (decided != null) {
            TEMPLATE.add(document, "year", String.valueOf(decided.getYear()));
            TEMPLATE.add(document, "decidedOn", decided.toEpochDay());
        }
        TEMPLATE.add(document, "title", record.title());
        TEMPLATE.add(document, "body", body(record));
        if (record.documentNumber() != null) {
            TEMPLATE.add(document, "documentNumber", record.documentNumber());
        }
        TEMPLATE.add(document, "sortId", record.id());
        TEMPLATE.add(document, "publicUntil", record.publicUntil());
        return document;
    }

    private static String body(RecordDocument record) {
        return String.join(
                "\n",
                record.title(),
                record.subjectName(),
                record.authority() == null ? "" : record.authority(),
                record.documentNumber() == null ? "" : record.documentNumber(),
                record.text());
    }

    private static BytesRef face(RecordDocument record) throws IOException {
        return new Face.Writer()
                .put(record.id())
                .put(record.subjectId())
                .put(record.subjectName())
                .put(record.type())
                .put(record.title())
                .put(record.authority())
                .put(record.documentNumber())
                .put(record.decidedOn() == null ? null : record.decidedOn().toString())
                .bytes();
    }

    /** What came along with a record. */
    record RecordFace(
            String id,
            String subjectId,
            String subjectName,
            String type,
            String title,
            @Nullable String authority,
            @Nullable String documentNumber,
            @Nullable LocalDate decidedOn) {

        static RecordFace read(BytesRef bytes) throws IOException {
            Face.Reader in = new Face.Reader(bytes);
            String id = in.text();
            String subjectId = in.text();
            String subjectName = in.text();
            String type = in.text();
            String title = in.text();
            String authority = in.textOrNull();
            String number = in.textOrNull();
            String decided = in.textOrNull();
            return new RecordFace(
                    id,
                    subjectId,
                    subjectName,
                    type,
                    title,
                    authority,
                    number,
                    decided == null ? null : LocalDate.parse(decided));
        }
    }
}
