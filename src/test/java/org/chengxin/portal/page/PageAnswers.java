package org.chengxin.portal.page;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chengxin.catalog.Audience;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.PublicFigures;
import org.chengxin.record.Source;
import org.chengxin.search.IndexlessEngine;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.jspecify.annotations.Nullable;

/** What engine and archives answer, and what the engine was asked last. */
final class PageAnswers extends IndexlessEngine implements Archives, PublicFigures {

    final Map<String, Archive> archives = new LinkedHashMap<>();
    SearchPage<SubjectHit> subjects = PageWorld.page(List.of(), Understanding.As.NAME);
    SearchPage<RecordHit> records = PageWorld.page(List.of(), Understanding.As.NOTHING);
    List<Source> sources = List.of(
            new Source("market", "黄石市市场监督管理局", Source.Kind.DEPARTMENT, Instant.parse("2026-11-23T18:00:00Z"), 12));

    Counts counts = new Counts(PageWorld.NOW, 0, List.of(), List.of(), List.of(), List.of());
    List<String> clean = List.of();

    @Nullable
    RuntimeException failure;

    @Nullable
    SubjectQuery subjectQuery;

    final List<RecordQuery> recordQueries = new CopyOnWriteArrayList<>();

    /** The last look-up of records. */
    RecordQuery recordQuery() {
        return recordQueries.get(recordQueries.size() - 1);
    }

    @Override
    public SearchPage<SubjectHit> subjects(SubjectQuery query, Instant now) {
        subjectQuery = query;
        if (failure != null) {
            throw failure;
        }
        if ("broken".equals(query.cursor())) {
            throw new InvalidCursorException("broken");
        }
        return subjects;
    }

    @Override
    public SearchPage<RecordHit> records(RecordQuery query, Instant now) {
        recordQueries.add(query);
        if (failure != null) {
            throw failure;
        }
        return records;
    }

    @Override
    public List<Entry> onList(String list) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Archive> find(Collection<String> idsOrUsccs, Audience audience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
        return audience == Audience.PUBLIC ? Optional.ofNullable(archives.get(id)) : Optional.empty();
    }

    @Override
    public Optional<Found> record(String recordId, Audience audience) {
        return archives.values().stream()
                .flatMap(archive -> archive.records().stream()
                        .filter(record -> record.id().equals(recordId))
                        .map(record -> new Found(archive.subject(), record)))
                .findFirst();
    }

    @Override
    public Counts counts() {
        return counts;
    }

    @Override
    public long cleanSubjects() {
        return clean.size();
    }

    @Override
    public List<String> cleanSubjects(long offset, int size) {
        return clean.stream().skip(offset).limit(size).toList();
    }

    @Override
    public List<Source> sources(Set<String> types) {
        return sources;
    }

    @Override
    public List<Source> sources() {
        return sources;
    }

    @Override
    public List<Archive> all(List<String> subjectIds, Audience audience) {
        throw new UnsupportedOperationException();
    }
}
