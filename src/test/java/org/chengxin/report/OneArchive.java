package org.chengxin.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.Audience;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.jspecify.annotations.Nullable;

/** A store that knows one subject or none, and never blocks. */
final class OneArchive implements Archives {

    volatile @Nullable Archive archive;
    volatile List<Source> sources = ReportWorld.SOURCES;

    OneArchive(@Nullable Archive archive) {
        this.archive = archive;
    }

    @Override
    public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
        if (audience != Audience.PUBLIC || asOf != null) {
            throw new AssertionError("documents show what the public sees now");
        }
        return Optional.ofNullable(archive).filter(found -> found.subject().id().equals(id));
    }

    @Override
    public Map<String, Archive> find(Collection<String> idsOrUsccs, Audience audience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Found> record(String recordId, Audience audience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Archive> all(List<String> subjectIds, Audience audience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Source> sources(Set<String> types) {
        return sources;
    }

    @Override
    public List<Source> sources() {
        return sources;
    }
}
