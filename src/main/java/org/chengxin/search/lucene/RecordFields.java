package org.chengxin.search.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.Passage;
import org.chengxin.search.RecordDocument;
import org.chengxin.search.recall.RecordState.RecordFace;
import org.chengxin.search.text.DocumentTerms;

/** Records as Lucene documents and back. */
final class RecordFields {

    static final String RECORD = "record";
    static final IndexTemplate TEMPLATE = IndexTemplate.read("records");

    private static final BigDecimal MOST_FEN = BigDecimal.valueOf(Long.MAX_VALUE);

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
        TEMPLATE.add(document, "polarity", record.polarity());
        if (record.list() != null) {
            TEMPLATE.add(document, "list", record.list());
        }
        if (record.region() != null) {
            TEMPLATE.add(document, "region", record.region());
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
        TEMPLATE.add(document, "publishedOn", record.publishedOn().toEpochDay());
        TEMPLATE.add(document, "title", record.title());
        for (String text : texts(record)) {
            TEMPLATE.add(document, "body", text);
            TEMPLATE.add(document, "phrases", text);
        }
        if (record.documentNumber() != null) {
            TEMPLATE.add(document, "documentNumber", record.documentNumber());
        }
        record.amounts().forEach(amount -> TEMPLATE.add(document, "amounts", fen(amount, RoundingMode.HALF_UP)));
        TEMPLATE.add(document, "sortId", record.id());
        TEMPLATE.add(document, "inForceUntil", record.inForceUntil());
        TEMPLATE.add(document, "publicUntil", record.publicUntil());
        return document;
    }

    /** All a record is found by: what it says, and how its number is written otherwise. */
    private static Set<String> texts(RecordDocument record) {
        Set<String> texts = new LinkedHashSet<>(List.of(record.title()));
        record.passages().forEach(passage -> texts.add(passage.text()));
        if (record.authority() != null) {
            texts.add(record.authority());
        }
        if (record.documentNumber() != null) {
            texts.add(record.documentNumber());
            texts.add(DocumentTerms.numberOtherwise(record.documentNumber()));
        }
        return texts;
    }

    /** Yuan as whole fen; sums beyond what fits are the greatest that does. */
    static long fen(BigDecimal yuan, RoundingMode rounding) {
        return yuan.movePointRight(2).setScale(0, rounding).min(MOST_FEN).longValue();
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
                .put(record.publishedOn().toString())
                .put(record.passages().stream().map(Passage::field).toList())
                .put(record.passages().stream().map(Passage::text).toList())
                .bytes();
    }

    /** What came along with a record. */
    static RecordFace face(BytesRef bytes) throws IOException {
        Face.Reader in = new Face.Reader(bytes);
        String id = in.text();
        String subjectId = in.text();
        String subjectName = in.text();
        String type = in.text();
        String title = in.text();
        String authority = in.textOrNull();
        String number = in.textOrNull();
        String decided = in.textOrNull();
        LocalDate published = LocalDate.parse(in.text());
        return new RecordFace(
                id,
                subjectId,
                subjectName,
                type,
                title,
                authority,
                number,
                decided == null ? null : LocalDate.parse(decided),
                published,
                passages(in.texts(), in.texts()));
    }

    private static List<Passage> passages(List<String> fields, List<String> texts) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            passages.add(new Passage(fields.get(i), texts.get(i)));
        }
        return passages;
    }
}
