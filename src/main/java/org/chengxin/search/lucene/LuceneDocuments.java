package org.chengxin.search.lucene;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.chengxin.search.RecordDocument;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.document.RecordFields;
import org.chengxin.search.document.SubjectFields;

/** Subjects and records as Lucene's documents, and the terms they are replaced and deleted by. */
final class LuceneDocuments {

    private LuceneDocuments() {}

    static Term subject(String id) {
        return new Term(SubjectFields.KEY, SubjectFields.key(id));
    }

    static Term record(String id) {
        return new Term(SubjectFields.KEY, RecordFields.key(id));
    }

    static Document of(SubjectDocument subject) throws IOException {
        Document document = new Document();
        SubjectFields.write(subject, IndexTemplate.SUBJECTS.into(document));
        return document;
    }

    static Document of(RecordDocument record) throws IOException {
        Document document = new Document();
        RecordFields.write(record, IndexTemplate.RECORDS.into(document));
        return document;
    }
}
