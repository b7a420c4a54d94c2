package org.chengxin.indexing;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.chengxin.subject.SubjectStore;
import org.springframework.stereotype.Component;

/** Walks over the ids of all subjects, a page at a time, in the order of ids. */
@Component
class AllSubjects implements Iterable<Set<String>> {

    private static final int PAGE = 2_000;

    private final SubjectStore subjects;

    AllSubjects(SubjectStore subjects) {
        this.subjects = subjects;
    }

    @Override
    public Iterator<Set<String>> iterator() {
        return new Iterator<>() {
            private List<String> next = subjects.idsAfter("", PAGE);

            @Override
            public boolean hasNext() {
                return !next.isEmpty();
            }

            @Override
            public Set<String> next() {
                if (next.isEmpty()) {
                    throw new NoSuchElementException();
                }
                Set<String> page = new LinkedHashSet<>(next);
                next = subjects.idsAfter(next.get(next.size() - 1), PAGE);
                return page;
            }
        };
    }
}
