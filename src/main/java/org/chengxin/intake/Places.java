package org.chengxin.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Regions;
import org.jspecify.annotations.Nullable;

/** Finds a subject's place: as stated, else its name's, else that of its registrar. Used by one thread. */
final class Places {

    private static final int REMEMBERED = 10_000;

    private final Regions regions;
    private final Map<String, Optional<String>> stated = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Places(Regions regions) {
        this.regions = regions;
    }

    /** The place of a subject, null when nothing tells. */
    @Nullable
    String of(@Nullable String text, String name, @Nullable CreditCode uscc) {
        Optional<String> place = text == null ? Optional.empty() : stated.computeIfAbsent(text, regions::find);
        return place.or(() -> regions.find(name))
                // Characters 3-8 are the registrar's place: right for most, so better than none.
                .or(() -> uscc == null
                        ? Optional.empty()
                        : regions.canonical(uscc.value().substring(2, 8)))
                .orElse(null);
    }
}
