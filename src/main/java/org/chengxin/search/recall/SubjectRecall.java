package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.ranking.ReadQuery.Role;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.Letters;
import org.chengxin.search.text.NameTerms;
import org.chengxin.search.text.SiteTerms;
import org.chengxin.shared.CreditCode;
import org.jspecify.annotations.Nullable;

/** Brings candidates for a query: a strict and cheap way first, a wide one for what is misspelt. */
final class SubjectRecall {

    /** Half of the pairs survive two slips in a short name; more would lose them, less doubles the time. */
    private static final double STRICT = 0.5;
    /** Rescue for slips: any quarter of all evidence. */
    private static final double WIDE = 0.25;
    /** Above all that is only alike. */
    private static final float WHOLE = 1_000;

    private static final float SYLLABLES = 0.6f;
    private static final float CHARACTERS = 0.5f;
    private static final float INITIALS = 0.5f;
    private static final float LETTERS = 0.4f;
    /** Letters up to this length may be a Latin name (TCL) as well. */
    private static final int LATIN_NAME = 8;
    /** A syllable has two letters and more: fewer on average, and the letters are initials. */
    private static final double LETTERS_PER_SYLLABLE = 1.6;
    /** One wrong character spoils this many runs. */
    private static final int RUNS_PER_SLIP = CodeTerms.RUN;

    private final TermCounts counts;
    private final ReadQuery read;

    SubjectRecall(TermCounts counts, ReadQuery read) {
        this.counts = counts;
        this.read = read;
    }

    /** Codes and sites, null when the query has none. */
    @Nullable
    Recall direct() throws IOException {
        if (read.site() != null) {
            return site(read.site());
        }
        return read.code() == null ? null : code(read.code());
    }

    private static Recall site(String site) {
        return Recall.any(List.of(
                new Recall.Term("sites", site, 3),
                new Recall.Term("sites", SiteTerms.host(site), 2),
                new Recall.Start("sites", site)));
    }

    private Recall code(String code) throws IOException {
        List<Recall> any = new ArrayList<>();
        any.add(new Recall.Term("codes", code, WHOLE));
        // runs around a slip are those that thousands of codes of one place and time share
        CreditCode.oneSlipFrom(code).forEach(meant -> any.add(new Recall.Term("codes", meant, WHOLE)));
        any.add(new Recall.Term("names", read.text().text(), WHOLE));
        any.add(new Recall.Term("sites", read.text().text(), WHOLE));
        Recall parts = new WeighedTerms(counts, true)
                .add("codes.runs", CodeTerms.runs(code), 1)
                .buildWithout(RUNS_PER_SLIP);
        if (parts != null) {
            any.add(parts);
        }
        return Recall.any(any);
    }

    /** Names of which much agrees. */
    Recall strict() throws IOException {
        String text = read.text().text();
        List<Recall> any = new ArrayList<>();
        any.add(new Recall.Term("names", text, WHOLE));
        if (read.typed() != null) {
            any.add(new Recall.Term("names", read.typed(), WHOLE));
        }
        if (read.person()) {
            any.add(new Recall.Term("representatives", text, WHOLE));
        }
        any.add(new Recall.Term("sites", text, WHOLE));
        WeighedTerms terms = new WeighedTerms(counts, true);
        terms.add("names.pairs", pairs(), 1);
        List<Run> letters = letterRuns();
        for (Run run : letters) {
            addLetters(terms, run);
        }
        Recall parts = terms.build(STRICT);
        if (parts != null) {
            any.add(parts);
        }
        for (Run run : letters) {
            if (run.letters.length() <= LATIN_NAME && run.letters.length() > 1) {
                Recall latin = new WeighedTerms(counts, true)
                        .add("names.pairs", NameTerms.pairsOf(run.letters), 1)
                        .build(1);
                if (latin != null) {
                    any.add(latin);
                }
            }
        }
        // those that begin so are the first of the many that sound like it
        if (text.length() <= NameTerms.INITIALS
                || (letters.size() == 1 && letters.get(0).letters.equals(text))) {
            any.add(new Recall.Start("names.starts", text));
        }
        return Recall.any(any);
    }

    /** Beside letters that are initials the characters around them are read by their initials too: 黄石gb is hsgb. */
    private void addLetters(WeighedTerms terms, Run run) {
        List<String> pieces = Letters.cut(run.letters);
        boolean initialsOnly = run.letters.length() < LETTERS_PER_SYLLABLE * pieces.size();
        if (!initialsOnly) {
            terms.add("names.syllables", syllablePairs(pieces), SYLLABLES);
        }
        boolean lone = pieces.stream().anyMatch(piece -> piece.length() == 1);
        if (initialsOnly || lone) {
            String initials = initialsOnly ? run.letters : initials(pieces);
            terms.add("names.initials", initialRuns(around(run, initials)), INITIALS);
        }
    }

    /** The initials in the order of names, which begin with their place: gb黄石 is hsgb too. */
    private String around(Run run, String initials) {
        String before = initialsBefore(run.from);
        int behind = run.from + run.letters.length();
        boolean place = behind < read.text().length() && read.roles().get(behind) == Role.REGION;
        return place ? initialsBehind(behind) + before + initials : before + initials + initialsBehind(behind);
    }

    /** Initials of the characters before a place, at most as many as make a run with one letter more. */
    private String initialsBefore(int place) {
        int from = place;
        while (from > 0 && place - from < NameTerms.INITIALS - 1 && isWord(from - 1)) {
            from--;
        }
        return NameTerms.initials(read.text().text().substring(from, place));
    }

    private String initialsBehind(int place) {
        int to = place;
        while (to < read.text().length() && to - place < NameTerms.INITIALS - 1 && isWord(to)) {
            to++;
        }
        return NameTerms.initials(read.text().text().substring(place, to));
    }

    /** Whatever has some of the characters, sounds or letters; null when none can. */
    @Nullable
    Recall wide() throws IOException {
        WeighedTerms terms = new WeighedTerms(counts, false);
        terms.add("names.pairs", pairs(), 1);
        terms.add("names.syllables", soundPairs(), SYLLABLES);
        terms.add("names.characters", characters(), CHARACTERS);
        for (Run run : letterRuns()) {
            List<String> pieces = Letters.cut(run.letters);
            terms.add("names.syllables", syllablePairs(pieces), SYLLABLES);
            terms.add("names.letters", NameTerms.letterRunsOf(run.letters), LETTERS);
            if (run.letters.length() < LETTERS_PER_SYLLABLE * pieces.size()) {
                terms.add("names.initials", initialRuns(run.letters), INITIALS);
            } else {
                terms.add("names.initials", initialRuns(initials(pieces)), INITIALS);
            }
        }
        return terms.build(WIDE);
    }

    private boolean isWord(int i) {
        Role role = read.roles().get(i);
        return role == Role.WORD || role == Role.TRADE || role == Role.REGION;
    }

    /** Pairs of characters typed together. */
    private Set<String> pairs() {
        FoldedText text = read.text();
        Set<String> pairs = new LinkedHashSet<>();
        boolean alone = text.length() == 1;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isWord(i) && isWord(i + 1) && !text.breakBefore(i + 1)) {
                pairs.add(text.text().substring(i, i + 2));
            }
        }
        if (alone) {
            pairs.add(text.text());
        }
        return pairs;
    }

    private Set<String> soundPairs() {
        FoldedText text = read.text();
        int[][] readings = Han.readings(text.text());
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isWord(i) && isWord(i + 1) && readings[i].length > 0 && readings[i + 1].length > 0) {
                pairs.addAll(NameTerms.syllablePairs(new int[] {readings[i][0]}, new int[] {readings[i + 1][0]}));
            }
        }
        return pairs;
    }

    private Set<String> characters() {
        Set<String> characters = new LinkedHashSet<>();
        for (int i = 0; i < read.text().length(); i++) {
            if (read.roles().get(i) == Role.WORD || read.roles().get(i) == Role.TRADE) {
                characters.add(read.text().text().substring(i, i + 1));
            }
        }
        return characters;
    }

    /**
     * Letters in a row, whatever stood between them.
     *
     * @param from place of the first one
     */
    private record Run(String letters, int from) {}

    private List<Run> letterRuns() {
        List<Run> runs = new ArrayList<>();
        int start = -1;
        int length = read.text().length();
        for (int i = 0; i <= length; i++) {
            boolean letter = i < length && read.roles().get(i) == Role.LETTER;
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                runs.add(new Run(read.text().text().substring(start, i), start));
                start = -1;
            }
        }
        return runs;
    }

    private static List<String> syllablePairs(List<String> pieces) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < pieces.size(); i++) {
            if (pieces.get(i).length() > 1 && pieces.get(i + 1).length() > 1) {
                pairs.add(NameTerms.syllablePair(pieces.get(i), pieces.get(i + 1)));
            }
        }
        return pairs;
    }

    private static String initials(List<String> pieces) {
        StringBuilder initials = new StringBuilder();
        pieces.forEach(piece -> initials.append(piece.charAt(0)));
        return initials.toString();
    }

    private static List<String> initialRuns(String initials) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + NameTerms.INITIALS <= initials.length(); i++) {
            runs.add(initials.substring(i, i + NameTerms.INITIALS));
        }
        return runs;
    }
}
