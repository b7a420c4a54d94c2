package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an objection is.
 *
 * @param typed the code as typed, blank for none
 * @param failures what is wrong with what was typed, empty for nothing
 * @param code in groups of four, null when nothing was found
 * @param filed whether it was filed just now
 * @param steps what was reached, in order
 * @param clock the running clock in words, null when none runs
 */
public record FollowView(
        String typed,
        List<InputFailure> failures,
        @Nullable String code,
        boolean filed,
        String state,
        List<ProfileView.Fact> facts,
        List<Step> steps,
        @Nullable String clock) {

    /** A state that was reached; {@code text} is what the filer is told, null for nothing. */
    public record Step(String word, String at, @Nullable String text) {}
}
