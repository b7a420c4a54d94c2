package org.chengxin.search.ranking;

import java.util.LinkedHashSet;
import java.util.Set;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Part;
import org.chengxin.search.text.SiteTerms;
import org.jspecify.annotations.Nullable;

/**
 * A match query after reading: what an engine has to look up for it. The engine brings every subject that has the code, the
 * site or one of the whole names, and beside them what is like the name.
 *
 * @param name the name read as a search reads it; without one the code, so that a slip in it still finds what is like it
 * @param written the name as written, folded; empty when none may be looked up
 * @param completed the written name with each form (组织形式) that may have been left out, folded; empty when it has one
 * @param code the code, folded; null for none
 * @param site the domain or shop link in the form of {@link SiteTerms}; null for none
 */
public record MatchReading(
        ReadQuery name, String written, Set<String> completed, @Nullable String code, @Nullable String site) {

    /** A shorter rest of a name is anyone's. */
    private static final int LEAST = 4;
    /** Beside the place: 黄石市 + 有限公司 names nobody. */
    private static final int LEAST_OWN = 2;

    public static MatchReading of(MatchQuery query) {
        String typed = query.name() == null ? "" : query.name();
        ReadQuery name = QueryReader.read(typed.isBlank() && query.uscc() != null ? query.uscc() : typed);
        FoldedText folded = FoldedText.of(name.understanding().as().personal() ? "" : typed);
        String code = query.uscc() == null ? "" : CodeTerms.fold(query.uscc());
        String site =
                query.domain() == null ? null : SiteTerms.of(query.domain()).get(0);
        return new MatchReading(
                name,
                folded.text(),
                completed(folded),
                code.isEmpty() ? null : code,
                site == null || site.isEmpty() ? null : site);
    }

    private static Set<String> completed(FoldedText name) {
        NameParts parts = NameParts.of(name);
        int own = 0;
        for (int i = 0; i < parts.length(); i++) {
            Part part = parts.at(i);
            if (part == Part.BRANCH || (part == Part.FORM && name.text().endsWith(NameParts.COMPANY))) {
                return Set.of();
            }
            own += part == Part.REGION ? 0 : 1;
        }
        if (name.length() < LEAST || own < LEAST_OWN) {
            return Set.of();
        }
        Set<String> completed = new LinkedHashSet<>();
        NameParts.forms().forEach(form -> completed.add(name.text() + form));
        return completed;
    }

    /** Every name to look up as a whole. */
    public Set<String> wholeNames() {
        Set<String> names = new LinkedHashSet<>(completed);
        if (!written.isEmpty()) {
            names.add(written);
        }
        return names;
    }
}
