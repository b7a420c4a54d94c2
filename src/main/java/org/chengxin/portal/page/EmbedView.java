package org.chengxin.portal.page;

import java.util.List;
import org.chengxin.widget.Snippets;
import org.jspecify.annotations.Nullable;

/**
 * What other sites put into their pages.
 *
 * @param subject the subject as it was typed
 * @param site address of the page for which a fragment is, as it was typed
 * @param snippet what was made of the choice, null when {@code told} says why there is none
 * @param failures what is wrong with the subject or the site
 * @param told why there is no snippet, null when there is one
 */
public record EmbedView(
        List<RegisterView.Option> forms,
        List<RegisterView.Option> languages,
        List<RegisterView.Option> themes,
        String subject,
        String site,
        Snippets.@Nullable Snippet snippet,
        List<InputFailure> failures,
        @Nullable String told) {}
