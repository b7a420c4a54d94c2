package org.chengxin.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.Audience;
import org.jspecify.annotations.Nullable;

/** A store that knows one subject or none, and never blocks. */
public class OneArchive implements Archives {

    public volatile @Nullable Archive archive;
    public volatile List<Source> sources;

    public OneArchive(@Nullable Archive archive, List<Source> sources) {
        this.archive = archive;
        this.sources = sources;
    }

    @Override
    public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
        if (audience != Audience.PUBLIC || asOf != null) {
            throw new AssertionError("only what the public sees now is asked for");
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
