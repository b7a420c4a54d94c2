package org.chengxin.portal.page;

import java.util.Map;
import java.util.Set;
import org.chengxin.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * What every page stands in: head, header with the box, footer.
 *
 * @param title of the page, without the site's name
 * @param indexed whether other search engines may keep the page; never with negative records on it
 * @param day the day of the answer
 * @param typed text shown again in the search box of the header
 */
public record Frame(
        PageRequest request, Site site, Assets assets, String title, boolean indexed, String day, String typed) {

    public Words words() {
        return request.words();
    }

    public String word(String key, Object... arguments) {
        return request.words().get(key, arguments);
    }

    public String siteName() {
        return site.name().in(request.locale());
    }

    /** Value of {@code lang} for a text that no markup may part, such as an option's; null for the page's own language. */
    public @Nullable String languageOf(String text) {
        return !words().chinese() && ChineseParts.in(text) ? ChineseParts.TAG : null;
    }

    /** Value of {@code aria-current} of a link to a path. */
    public @Nullable String current(String path) {
        return request.path().equals(path) ? "page" : null;
    }

    /** An address of this site in the language that was asked for. */
    public String href(String path) {
        return request.href(path, Map.of());
    }

    /** An address of this site with one parameter. */
    public String href(String path, String name, String value) {
        return request.href(path, Map.of(name, value));
    }

    /** An address of this site for what was typed, if anything was. */
    public String forTyped(String path) {
        return typed.isEmpty() ? href(path) : href(path, PageRequest.TYPED, typed);
    }

    /** This page in a language: {@code zh} or {@code en}. */
    public String alternate(String language) {
        return site.url() + here(language);
    }

    /** Path and query of this page in a language. */
    public String here(String language) {
        return request.with(Language.PARAMETER, Set.of(language));
    }

    /** Path and query of this page in the other view. */
    public String inOtherView() {
        return request.with(View.NAME, Set.of(request.view().other().code()));
    }

    public String otherView() {
        return word("view." + request.view().other().code());
    }

    public boolean elder() {
        return request.view() == View.ELDER;
    }

    /** This page without a language, for {@code x-default}. */
    public String canonical() {
        return site.url() + request.with(Language.PARAMETER, Set.of());
    }
}
