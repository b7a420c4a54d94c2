package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameTerms;

/** Subjects as Lucene documents and back. */
final class SubjectFields {

    static final String DOC = "doc";
    static final String SUBJECT = "subject";
    static final String KEY = "key";
    static final String FACE = "face";
    static final String RECORD_ENDS = "ends.record.";
    static final String LIST_ENDS = "ends.list.";
    /** Counts up with every change of what a document holds: an index of another format is built anew. */
    static final String FORMAT = "4";

    private static final String PERSON = "person";
    static final IndexTemplate TEMPLATE = IndexTemplate.read("subjects");
    /** Lucene refuses terms beyond 32,766 bytes; nobody sorts by what comes later. */
    private static final int MAX_SORT_KEY = 200;

    private SubjectFields() {}

    static Term key(String id) {
        return new Term(KEY, "s:" + id);
    }

    static Document document(SubjectDocument subject) throws IOException {
        Document document = new Document();
        TEMPLATE.add(document, KEY, "s:" + subject.id());
        TEMPLATE.add(document, DOC, SUBJECT);
        TEMPLATE.add(document, FACE, face(subject));
        TEMPLATE.add(document, "names", subject.name());
        subject.formerNames().forEach(name -> TEMPLATE.add(document, "names", name));
        subject.aliases().stream()
                .filter(alias -> CodeTerms.exchangeCode(alias) == null)
                .forEach(alias -> TEMPLATE.add(document, "names", alias));
        codes(subject).forEach(code -> TEMPLATE.add(document, "codes", code));
        subject.sites().forEach(site -> TEMPLATE.add(document, "sites", site));
        subject.representatives().forEach(name -> TEMPLATE.add(document, "representatives", name));
        TEMPLATE.add(document, "kind", subject.kind());
        TEMPLATE.add(document, "status", subject.status());
        if (subject.region() != null) {
            TEMPLATE.add(document, "region", subject.region());
            regions(subject.region()).forEach(region -> TEMPLATE.add(document, "regions", region));
        }
        TEMPLATE.add(document, "sortName", sortKey(subject.name()));
        TEMPLATE.add(document, "sortId", subject.id());
        if (subject.registeredOn() != null) {
            TEMPLATE.add(document, "registeredOn", subject.registeredOn().toEpochDay());
        }
        TEMPLATE.add(document, "visibleUntil", subject.visibleUntil());
        subject.recordEnds().forEach((type, ends) -> ends(document, RECORD_ENDS + type, ends));
        subject.listEnds().forEach((list, ends) -> ends(document, LIST_ENDS + list, ends));
        return document;
    }

    private static void ends(Document document, String field, List<Long> ends) {
        ends.forEach(end -> TEMPLATE.add(document, field, end));
    }

    private static List<String> codes(SubjectDocument subject) {
        List<String> codes = new ArrayList<>();
        if (subject.uscc() != null) {
            codes.add(subject.uscc());
        }
        codes.addAll(subject.codes());
        for (String alias : subject.aliases()) {
            String exchangeCode = CodeTerms.exchangeCode(alias);
            if (exchangeCode != null) {
                codes.add(exchangeCode);
            }
        }
        return codes;
    }

    /** All that a region lies in, itself included: 42, 4202, 420202. */
    static List<String> regions(String region) {
        List<String> regions = new ArrayList<>();
        for (int end = 2; end < region.length(); end += 2) {
            regions.add(region.substring(0, end));
        }
        regions.add(region);
        return regions;
    }

    /** Names sort by their sound, then by themselves. */
    private static String sortKey(String name) {
        FoldedText text = FoldedText.of(name);
        String key = NameTerms.spelled(text, 0, text.length()) + ' ' + name;
        return key.length() > MAX_SORT_KEY ? key.substring(0, MAX_SORT_KEY) : key;
    }

    private static BytesRef face(SubjectDocument subject) throws IOException {
        return new Face.Writer()
                .put(subject.id())
                .put(subject.name())
                .put(subject.kind())
                .put(subject.region())
                .put(subject.status())
                .put(subject.uscc())
                .put(subject.codes())
                .put(subject.formerNames())
                .put(subject.aliases())
                .put(subject.sites())
                .put(subject.representatives())
                .put(subject.branchOf())
                .put(subject.person() ? PERSON : "")
                .put(subject.notSame())
                .bytes();
    }

    /** What came along with a subject. */
    record SubjectFace(Candidate candidate, String kind) {

        static SubjectFace read(BytesRef bytes) throws IOException {
            Face.Reader in = new Face.Reader(bytes);
            String id = in.text();
            String name = in.text();
            String kind = in.text();
            String region = in.textOrNull();
            String status = in.text();
            String uscc = in.textOrNull();
            List<String> codes = in.texts();
            Candidate candidate = new Candidate(
                    id,
                    name,
                    region,
                    status,
                    uscc,
                    codes,
                    in.texts(),
                    in.texts(),
                    in.texts(),
                    in.texts(),
                    in.textOrNull(),
                    in.text().equals(PERSON),
                    in.texts());
            return new SubjectFace(candidate, kind);
        }
    }
}
