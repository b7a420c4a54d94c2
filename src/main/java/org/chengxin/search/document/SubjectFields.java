package org.chengxin.search.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.recall.SubjectFace;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameTerms;

/** Subjects as documents of an index and back. */
public final class SubjectFields {

    public static final String DOC = "doc";
    public static final String SUBJECT = "subject";
    public static final String KEY = "key";
    public static final String FACE = "face";
    public static final String RECORD_ENDS = "ends.record.";
    public static final String LIST_ENDS = "ends.list.";
    /** Counts up with every change of what a document holds: an index of another format is built anew. */
    public static final String FORMAT = "6";

    private static final String PERSON = "person";
    private static final String ACTIVE = "active";
    /** Lucene refuses terms beyond 32,766 bytes; nobody sorts by what comes later. */
    private static final int MAX_SORT_KEY = 200;
    /** Names from this length on are equally long to a tie. */
    private static final int LONGEST_TIE = 1_000;

    private SubjectFields() {}

    /** What the key field of a subject holds. */
    public static String key(String id) {
        return "s:" + id;
    }

    /** Hands over all values of a subject. */
    public static void write(SubjectDocument subject, FieldSink document) throws IOException {
        document.add(KEY, key(subject.id()));
        document.add(DOC, SUBJECT);
        document.add(FACE, face(subject));
        document.add("names", subject.name());
        subject.formerNames().forEach(name -> document.add("names", name));
        subject.aliases().stream()
                .filter(alias -> CodeTerms.exchangeCode(alias) == null)
                .forEach(alias -> document.add("names", alias));
        codes(subject).forEach(code -> document.add("codes", code));
        subject.sites().forEach(site -> document.add("sites", site));
        subject.representatives().forEach(name -> document.add("representatives", name));
        document.add("kind", subject.kind());
        document.add("status", subject.status());
        if (subject.region() != null) {
            document.add("region", subject.region());
            regions(subject.region()).forEach(region -> document.add("regions", region));
        }
        document.add("sortName", sortKey(subject.name()));
        document.add("tie", tie(subject));
        if (subject.registeredOn() != null) {
            document.add("registeredOn", subject.registeredOn().toEpochDay());
        }
        document.add("visibleUntil", subject.visibleUntil());
        subject.recordEnds().forEach((type, ends) -> ends(document, RECORD_ENDS + type, ends));
        subject.listEnds().forEach((list, ends) -> ends(document, LIST_ENDS + list, ends));
    }

    private static void ends(FieldSink document, String field, List<Long> ends) {
        ends.forEach(end -> document.add(field, end));
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
    public static List<String> regions(String region) {
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

    /**
     * Decides among subjects that agree alike, steadily: those in business first, then those with a code (the company before
     * its shop), then the shorter name, of which the same words say more, then by id.
     */
    private static String tie(SubjectDocument subject) {
        int standing = (subject.status().equals(ACTIVE) ? 1 : 3) + (subject.uscc() == null ? 1 : 0);
        int length = Math.min(FoldedText.of(subject.name()).length(), LONGEST_TIE - 1);
        return (standing * LONGEST_TIE + length) + subject.id();
    }

    private static byte[] face(SubjectDocument subject) throws IOException {
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
                .put(subject.listEnds())
                .put(subject.recordEnds())
                .bytes();
    }

    /** Reads what {@link #FACE} holds. */
    public static SubjectFace face(BytesRef bytes) throws IOException {
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
        return new SubjectFace(candidate, kind, in.moments(), in.moments());
    }
}
