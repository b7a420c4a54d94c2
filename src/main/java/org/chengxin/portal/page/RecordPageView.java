package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one record.
 *
 * @param code USCC of its subject in groups of four, null when unknown
 * @param facts everything that may be seen of it, each with where an objection to it is filed
 * @param mark that it is under objection, null when it is not
 * @param document the record as a document of its own, null when it has none
 * @param objectionHref where an objection to it is filed
 * @param publication from when, until when and after which rule it is shown, and who stated it
 */
public record RecordPageView(
        String title,
        String type,
        String subject,
        String subjectHref,
        @Nullable String code,
        List<Disputable> facts,
        List<ProfileView.Fact> publication,
        String reportHref,
        ProfileView.@Nullable Link document,
        String objectionHref,
        @Nullable Mark mark) {

    /** A fact that one may object to by itself. */
    public record Disputable(ProfileView.Fact fact, String objectionHref) {}
}
