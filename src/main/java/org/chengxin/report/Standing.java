package org.chengxin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;

/** The standing of a subject in one sentence: lists it is on, what is published against it, or that nothing was found. */
final class Standing {

    private Standing() {}

    /** @param part whether the archive is a part only: nothing is said of the rest */
    static String sentence(Words words, Catalog catalog, Archive archive, boolean part) {
        Map<String, Long> counts = archive.counts();
        List<String> parts = new ArrayList<>();
        boolean adverse = false;
        for (RecordType type : catalog.types()) {
            long count = counts.getOrDefault(type.code(), 0L);
            boolean negative = type.polarity() == Polarity.NEGATIVE;
            if (count > 0 && (negative || type.list() != null)) {
                String key = type.list() != null ? "standing.listed" : "standing.published";
                parts.add(words.of(key, type.name().in(words.locale()), count));
                adverse |= negative;
            }
        }
        if (!adverse) {
            parts.add(words.of(part ? "standing.nothing.part" : "standing.nothing"));
        }
        return words.of("standing", words.minute(archive.now()), String.join(words.of("standing.join"), parts));
    }
}
