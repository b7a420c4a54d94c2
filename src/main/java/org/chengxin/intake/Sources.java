package org.chengxin.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.jspecify.annotations.Nullable;

/** The sources of one import: the one given for all of it, else what each row names. */
final class Sources {

    /** Stands where neither the caller nor the file says who states it. */
    static final String UNSTATED = "未注明来源";

    private static final int LONGEST = 120;

    private final SourceStore store;
    private final @Nullable String given;
    private final Source.Kind kindOfNew;
    private final Map<String, Source> known = new ConcurrentHashMap<>();

    Sources(SourceStore store, @Nullable String given, Source.Kind kindOfNew) {
        this.store = store;
        this.given = given;
        this.kindOfNew = kindOfNew;
    }

    /** The source of a row; made when it is new. */
    Source of(@Nullable String named) {
        String code = given != null ? given : named != null ? named : UNSTATED;
        String kept = code.length() > LONGEST ? code.substring(0, LONGEST) : code;
        return known.computeIfAbsent(kept, this::find);
    }

    /** Sheets name a source by its name where the portal knows it under a code. */
    private Source find(String named) {
        List<Source> same = store.all(Instant.EPOCH).stream()
                .filter(source -> source.name().equals(named))
                .toList();
        return same.size() == 1 ? vouched(same.get(0)) : vouched(store.require(named));
    }

    private Source vouched(Source source) {
        String code = source.code();
        // OTHER is what the store makes when nobody said what a source is; whoever runs the import may say.
        if (source.kind() == Source.Kind.OTHER && kindOfNew != Source.Kind.OTHER) {
            store.put(code, source.name(), kindOfNew);
            return new Source(code, source.name(), kindOfNew, source.refreshedAt(), source.records());
        }
        return source;
    }

    /** Codes of the sources that stated rows. */
    Set<String> met() {
        return known.values().stream().map(Source::code).collect(Collectors.toSet());
    }
}
