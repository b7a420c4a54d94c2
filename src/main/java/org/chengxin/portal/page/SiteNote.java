package org.chengxin.portal.page;

import java.util.List;
import java.util.Map;
import org.chengxin.site.Likeness;
import org.chengxin.site.Whose;
import org.jspecify.annotations.Nullable;

/**
 * Whose the site is whose address was typed, for the page of results.
 *
 * @param warning whether it is one to beware of
 * @param heading the answer, with the address
 * @param advice what to do now, null where there is nothing to do
 */
public record SiteNote(boolean warning, String heading, @Nullable String advice, List<Row> owners) {

    /**
     * A subject it is bound to or looks like.
     *
     * @param told its site: since when, or in what the address is like it
     */
    public record Row(String href, String name, String site, String told) {}

    static SiteNote of(Whose whose, PageRequest request, Formats formats) {
        Words words = request.words();
        boolean bound = whose.verdict() == Whose.Verdict.BOUND;
        return new SiteNote(
                whose.verdict() == Whose.Verdict.LOOKS_LIKE,
                words.get("site." + whose.verdict().code(), whose.address()),
                bound ? null : words.get("site." + whose.verdict().code() + ".advice"),
                whose.owners().stream()
                        .map(owner -> new Row(
                                request.href("/s/" + owner.subject(), Map.of()),
                                owner.name(),
                                owner.site(),
                                told(owner, words, formats)))
                        .toList());
    }

    private static String told(Whose.Owner owner, Words words, Formats formats) {
        Likeness how = owner.how();
        if (how != null) {
            return words.get("site.like." + how.code());
        }
        return owner.since() == null ? "" : words.get("site.proof." + owner.proof(), formats.day(owner.since()));
    }
}
