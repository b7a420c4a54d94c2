package org.chengxin.search.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.Passage;
import org.chengxin.search.RecordDocument;
import org.chengxin.search.recall.RecordState.RecordFace;
import org.chengxin.search.text.DocumentTerms;

/** Records as documents of an index and back. */
public final class RecordFields {

    public static final String RECORD = "record";

    private static final BigDecimal MOST_FEN = BigDecimal.valueOf(Long.MAX_VALUE);

    private RecordFields() {}

    /** What the key field of a record holds. */
    public static String key(String id) {
        return "r:" + id;
    }

    /** Hands over all values of a record. */
    public static void write(RecordDocument record, FieldSink document) throws IOException {
        document.add(SubjectFields.KEY, key(record.id()));
        document.add(SubjectFields.DOC, RECORD);
        document.add(SubjectFields.FACE, face(record));
        document.add("subject", record.subjectId());
        document.add("type", record.type());
        document.add("polarity", record.polarity());
        if (record.list() != null) {
            document.add("list", record.list());
        }
        if (record.region() != null) {
            document.add("region", record.region());
            SubjectFields.regions(record.region()).forEach(region -> document.add("regions", region));
        }
        if (record.authority() != null) {
            document.add("authority", record.authority());
        }
        LocalDate decided = record.decidedOn();
        if (decided != null) {
            document.add("year", String.valueOf(decided.getYear()));
            document.add("decidedOn", decided.toEpochDay());
        }
        document.add("publishedOn", record.publishedOn().toEpochDay());
        document.add("title", record.title());
        for (String text : texts(record)) {
            document.add("body", text);
            document.add("phrases", text);
        }
        if (record.documentNumber() != null) {
            document.add("documentNumber", record.documentNumber());
        }
        record.amounts().forEach(amount -> document.add("amounts", fen(amount, RoundingMode.HALF_UP)));
        document.add("tie", record.id());
        document.add("inForceUntil", record.inForceUntil());
        document.add("publicUntil", record.publicUntil());
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
    public static long fen(BigDecimal yuan, RoundingMode rounding) {
        return yuan.movePointRight(2).setScale(0, rounding).min(MOST_FEN).longValue();
    }

    private static byte[] face(RecordDocument record) throws IOException {
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

    /** Reads what {@link SubjectFields#FACE} holds of a record. */
    public static RecordFace face(BytesRef bytes) throws IOException {
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
