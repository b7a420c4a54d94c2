package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one input of a form, in words: told above the form with a link to the input, and at the input. */
public record InputFailure(String input, String word) {

    /** What is wrong with an input, null for nothing. */
    public static @Nullable String of(List<InputFailure> failures, String input) {
        return failures.stream()
                .filter(failure -> failure.input().equals(input))
                .map(InputFailure::word)
                .findFirst()
                .orElse(null);
    }

    /** Value of {@code aria-describedby}: the hint, and what is wrong. */
    public static String describedBy(List<InputFailure> failures, String input) {
        return input + "-hint" + (of(failures, input) == null ? "" : " " + input + "-error");
    }

    /** Value of {@code aria-invalid}; null leaves it out. */
    public static @Nullable String invalid(List<InputFailure> failures, String input) {
        return of(failures, input) == null ? null : "true";
    }

    /** Title of a page with a form; that something is wrong with it is said first. */
    static String title(List<InputFailure> failures, String title, Words words) {
        return failures.isEmpty() ? title : words.get("failures.prefix") + title;
    }
}
