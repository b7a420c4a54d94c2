package org.chengxin;

import java.util.List;
import org.chengxin.record.Archive;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** Subjects, and what is shown of them, for tests that care for little of it. */
public final class TestFacts {

    private TestFacts() {}

    /** The first version of a subject in business, stated by source {@code samr}, with nothing but these. */
    public static Subject subject(String id, SubjectKind kind, String name, @Nullable String region) {
        return subject(id, kind, name, List.of(), region);
    }

    /** The same with identifiers. */
    public static Subject subject(
            String id, SubjectKind kind, String name, List<Identifier> identifiers, @Nullable String region) {
        return new Subject(
                id,
                kind,
                name,
                null,
                identifiers,
                List.of(),
                region,
                null,
                SubjectStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "samr",
                1);
    }

    /** What is shown of an enterprise in business with nothing but these. */
    public static Archive.SubjectView view(String id, String name) {
        return new Archive.SubjectView(
                id,
                SubjectKind.ENTERPRISE,
                name,
                null,
                List.of(),
                List.of(),
                null,
                null,
                SubjectStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
