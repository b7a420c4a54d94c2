package org.chengxin.portal.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.lists.Restriction;
import org.chengxin.portal.api.Answers.SubjectReference;
import org.chengxin.portal.api.RestrictionAnswers.RestrictionItem;
import org.chengxin.portal.api.RestrictionAnswers.RowProblem;
import org.chengxin.record.Archive;
import org.jspecify.annotations.Nullable;

/** Builds what is said of joint measures in one language. */
final class RestrictionWords {

    private final RecordType type;
    private final ApiWords words;
    private final ZoneId zone;

    /** What stands against a subject, however it was asked for. */
    record Standing(SubjectReference subject, List<RestrictionItem> restricted, @Nullable Instant validUntil) {}

    RestrictionWords(Catalog catalog, ApiWords words, ZoneId zone) {
        this.type = catalog.require(Restriction.TYPE);
        this.words = words;
        this.zone = zone;
    }

    /** What measures may be applied to, by code. */
    List<String> purposes() {
        return Restriction.purposes(type);
    }

    Standing of(Archive archive, Set<String> purposes, Locale language) {
        List<Restriction> standing = Restriction.of(archive, purposes, zone);
        return new Standing(
                new SubjectReference(archive.subject().id(), archive.subject().name()),
                standing.stream().map(one -> item(one, language)).toList(),
                standing.stream()
                        .map(Restriction::publicUntil)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private RestrictionItem item(Restriction restriction, Locale language) {
        return new RestrictionItem(
                restriction.record(),
                restriction.measure(),
                restriction.code(),
                restriction.edition(),
                restriction.purpose(),
                restriction.purpose() == null ? null : purpose(restriction.purpose(), language),
                restriction.basis(),
                restriction.listDecision(),
                restriction.executingBody(),
                restriction.from(),
                restriction.until());
    }

    private @Nullable String purpose(String code, Locale language) {
        return type.field(Restriction.PURPOSE)
                .map(field -> field.options().get(code))
                .map(name -> name.in(language))
                .orElse(null);
    }

    /** Why a row was not answered; never with what was written in it. */
    RowProblem problem(int row, String reason, Locale language) {
        return new RowProblem(row, reason, words.row(reason, language));
    }
}
