package org.chengxin.search.ranking;

import java.util.List;
import org.chengxin.search.Understanding;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts.Place;
import org.jspecify.annotations.Nullable;

/**
 * A query after reading.
 *
 * @param understanding what it was taken for
 * @param text the cleaned words to search by name, may be empty
 * @param roles role of each folded character of {@code text}
 * @param places the places named in it
 * @param code a code or part of one, folded; null when there is none
 * @param site an address; null when there is none
 * @param typed all that was typed, folded, where something around the name was left out of {@code text}: it may belong to
 *     the name all the same, as in 港饼旗舰店; null when nothing was
 * @param person whether the text could be the full name of a person
 */
public record ReadQuery(
        Understanding understanding,
        FoldedText text,
        List<Role> roles,
        List<Place> places,
        @Nullable String code,
        @Nullable String site,
        @Nullable String typed,
        boolean person) {

    /** What a character of the query is taken for. */
    public enum Role {
        WORD,
        /** A word of trade: the same for many. */
        TRADE,
        /** Letters that stand for sounds. */
        LETTER,
        REGION,
        FORM
    }

    /** The same, read as the name of nobody in person. */
    public ReadQuery withoutPerson() {
        return new ReadQuery(understanding, text, roles, places, code, site, typed, false);
    }

    /** The same, with all that was typed. */
    ReadQuery typed(String all) {
        return new ReadQuery(understanding, text, roles, places, code, site, all, person);
    }

    /** Whether a name is what was typed as a whole, folded both. */
    public boolean isWhole(String name) {
        return name.equals(text.text()) || name.equals(typed);
    }

    /** Whether there is anything beside a code or an address. */
    public boolean hasWords() {
        return text.length() > 0
                && !(code != null && CodeTerms.fold(text.text()).equals(code));
    }

    /** Whether there are letters that stand for sounds. */
    public boolean hasLetters() {
        return roles.contains(Role.LETTER);
    }

    /** Whether nothing may or can be searched. */
    public boolean isEmpty() {
        return text.length() == 0 && code == null && site == null;
    }
}
