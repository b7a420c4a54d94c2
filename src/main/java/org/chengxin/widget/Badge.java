package org.chengxin.widget;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengxin.catalog.Polarity;
import org.chengxin.record.Archive;
import org.chengxin.record.Archive.RecordView;
import org.chengxin.site.BoundSite;
import org.chengxin.site.MarkSuspensions;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the mark of a subject says: facts of its archive, never a grade and nothing adverse. Where the archive holds what
 * would make a mark misleading (not in business, on a list of defaults) the mark is out of use, and does not say why.
 *
 * @param permits permits in publication
 * @param identified whether a verification of its identity is in force
 * @param honours entries of the red list in force
 * @param sites where the mark belongs
 * @param suspended of these sites those on which its owner does not want it shown
 * @param asOf the moment of the archive
 * @param until the first end of publication of a record of it, null when none ends: from then on the mark may be another
 */
record Badge(
        String id,
        String name,
        boolean inUse,
        int permits,
        boolean identified,
        int honours,
        List<BoundSite> sites,
        List<BoundSite> suspended,
        Instant asOf,
        @Nullable Instant until) {

    private static final String PERMIT = "permit";
    private static final String IDENTITY = "certification-real-name";
    private static final String IDENTITY_STATUS = "certificateStatus";
    private static final String VALID = "valid";
    private static final String RED = "red";

    /**
     * The mark of an archive as the public may see it; empty for natural persons, who have none.
     *
     * @param suspended addresses where its owner does not want it shown, {@link MarkSuspensions#EVERYWHERE} for all
     */
    static Optional<Badge> of(Archive archive, Collection<String> suspended) {
        if (archive.subject().kind().naturalPerson()) {
            return Optional.empty();
        }
        boolean inUse = archive.subject().status() == SubjectStatus.ACTIVE
                && archive.records().stream().noneMatch(Badge::listsADefault);
        List<BoundSite> sites = archive.subject().identifiers().stream()
                .flatMap(identifier -> BoundSite.of(identifier).stream())
                .distinct()
                // a site of its own says more than a page on a platform
                .sorted(Comparator.comparing(BoundSite::isPage))
                .toList();
        boolean everywhere = suspended.contains(MarkSuspensions.EVERYWHERE);
        return Optional.of(new Badge(
                archive.subject().id(),
                archive.subject().name(),
                inUse,
                (int) archive.records().stream()
                        .filter(record -> record.type().code().equals(PERMIT))
                        .count(),
                archive.records().stream().anyMatch(Badge::identifies),
                (int) archive.records().stream()
                        .filter(record -> RED.equals(record.type().list()))
                        .count(),
                sites,
                sites.stream()
                        .filter(site -> everywhere || suspended.contains(site.address()))
                        .toList(),
                archive.now(),
                archive.records().stream()
                        .map(RecordView::publicUntil)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null)));
    }

    /** Where the mark is shown. */
    List<BoundSite> shownOn() {
        return sites.stream().filter(site -> !suspended.contains(site)).toList();
    }

    /** Whether no record of it has come to its end. */
    boolean holdsAt(Instant moment) {
        return until == null || moment.isBefore(until);
    }

    /** How long from a moment it holds: so long at the most, and not beyond {@link #until}. */
    Duration left(Instant moment, Duration most) {
        Duration left = until == null ? most : Duration.between(moment, until);
        return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
    }

    private static boolean listsADefault(RecordView record) {
        return record.type().list() != null && record.type().polarity() == Polarity.NEGATIVE;
    }

    private static boolean identifies(RecordView record) {
        return record.type().code().equals(IDENTITY)
                && record.values().stream()
                        .filter(value -> value.field().name().equals(IDENTITY_STATUS))
                        .allMatch(value -> value.text().equals(VALID));
    }
}
