package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page to check a document, and what came of it.
 *
 * @param number as typed, blank for none
 * @param result what came of it, null while nothing was asked
 * @param failures what is wrong with what was given, empty for nothing
 */
public record VerifyView(String number, @Nullable Result result, List<InputFailure> failures) {

    /**
     * What is said of a document.
     *
     * @param state {@code current}, {@code updated} or {@code unknown}
     * @param facts number, subject and time, only of a current one
     * @param profileHref where its subject is found, null when not current
     */
    public record Result(
            String state, String title, String text, List<ProfileView.Fact> facts, @Nullable String profileHref) {}
}
