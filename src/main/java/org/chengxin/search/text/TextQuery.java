package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.search.text.AuthorityNames.Named;
import org.jspecify.annotations.Nullable;

/**
 * A full-text query as people write it: words parted by blanks or commas, phrases in quotation marks of any kind, and a
 * minus before what must not be there. Whatever is no such thing is plain text: no query is wrong.
 *
 * @param clauses in the order in which they were written, none without a letter or digit
 */
public record TextQuery(List<Clause> clauses) {

    private static final String QUOTES = "\"“”„‟〝〞";
    private static final String CORNERS = "「『";
    private static final String CLOSED_CORNERS = "」』";
    private static final String DASHES = "-‐‑‒–—―−－";
    private static final String COMMAS = ",，、;；|";

    /**
     * A word or phrase.
     *
     * @param phrase whether it was quoted: it must be there as it is
     * @param excluded whether it must not be there; always as it is
     * @param body the public body it names, which may be there under another name; null for none
     */
    public record Clause(boolean phrase, boolean excluded, Units units, @Nullable Named body) {

        /** The clause as it reads with the other names of its body, empty when it names none. */
        public List<Units> otherwise() {
            return body == null
                    ? List.of()
                    : body.names().stream()
                            .map(name -> Units.of(body.before() + name + body.after()))
                            .toList();
        }

        /** Whether a hit has to have it. */
        public boolean wanted() {
            return !excluded;
        }
    }

    /** Reads any text. */
    public static TextQuery parse(String text) {
        List<Clause> clauses = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (parts(text.charAt(at))) {
                at++;
                continue;
            }
            boolean excluded = isMinus(text, at);
            int start = excluded ? at + 1 : at;
            int close = close(text, start);
            int end = close;
            if (close < 0) {
                start += isQuote(text.charAt(start)) ? 1 : 0;
                end = endOfWord(text, start);
            }
            Units units = Units.of(text.substring(close < 0 ? start : start + 1, end));
            if (units.size() > 0) {
                Named body = AuthorityNames.in(String.join("", units.texts()));
                clauses.add(new Clause(close >= 0, excluded, units, body));
            }
            at = close < 0 ? end : end + 1;
        }
        return new TextQuery(List.copyOf(clauses));
    }

    /** Whether it asks for more than words. */
    public boolean hasOperators() {
        return clauses.stream().anyMatch(clause -> clause.phrase || clause.excluded);
    }

    private static boolean parts(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || COMMAS.indexOf(c) >= 0;
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0 || CORNERS.indexOf(c) >= 0;
    }

    /** A dash with a word right behind it; two of them are a dash of Chinese prose. */
    private static boolean isMinus(String text, int at) {
        return DASHES.indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && !parts(text.charAt(at + 1))
                && DASHES.indexOf(text.charAt(at + 1)) < 0;
    }

    /** Where the phrase that opens here is closed; -1 when none opens or it stays open. */
    private static int close(String text, int open) {
        char quote = text.charAt(open);
        int corner = CORNERS.indexOf(quote);
        if (corner >= 0) {
            return text.indexOf(CLOSED_CORNERS.charAt(corner), open + 1);
        }
        if (QUOTES.indexOf(quote) >= 0) {
            for (int at = open + 1; at < text.length(); at++) {
                // people close with whatever their keyboard gives
                if (QUOTES.indexOf(text.charAt(at)) >= 0) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !parts(text.charAt(end)) && !isQuote(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
