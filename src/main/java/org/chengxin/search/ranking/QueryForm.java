package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.search.ranking.ReadQuery.Role;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.Letters;

/** A query made ready for alignment: read, weighed, its letters gathered into runs. */
final class QueryForm {

    /** A place in the query says less than a word: it may be the place one thinks of, not the registered one. */
    private static final float REGION = 0.3f;

    /** A wrong word of trade is remembered more often than a wrong brand. */
    private static final float TRADE = 0.7f;

    private static final float FORM = 0.08f;
    /** Some three letters make a character, which weighs up to 1. */
    private static final float LETTER = 0.3f;
    /** What follows is beyond every name. */
    static final int MAX_LENGTH = CharacterMarks.MAX_LENGTH;

    final ReadQuery read;
    final FoldedText text;
    final int length;
    final int[][] readings;
    final float[] weights;
    final float total;
    /** Runs of letters; letters parted by blanks only are one run. */
    final List<LetterRun> letterRuns = new ArrayList<>();
    /**
     * The same letters cut at the blanks, for words in another order (zhangji xiaochi tuanchengshan); empty when they are in
     * one piece or a piece is a mere syllable, which would be found anywhere.
     */
    final List<LetterRun> letterWords = new ArrayList<>();
    /** Where its characters stand that are no letters. */
    final CharacterMarks marks = new CharacterMarks();
    /** Room for each alignment of it. */
    final Cells cells = new Cells();

    QueryForm(ReadQuery read, Rarity rarity) {
        this.read = read;
        this.text = read.text();
        this.length = Math.min(text.length(), MAX_LENGTH);
        this.readings = Han.readings(text.text());
        this.weights = Weights.of(text, length, rarity, 0);
        float sum = 0;
        for (int i = 0; i < length; i++) {
            weights[i] = switch (read.roles().get(i)) {
                case WORD -> weights[i];
                case TRADE -> TRADE * weights[i];
                case LETTER -> LETTER;
                case REGION -> REGION;
                case FORM -> Letters.is(text.at(i)) ? FORM / 4 : FORM;
            };
            sum += weights[i];
            if (!isLetter(i)) {
                marks.mark(i, text.at(i), readings[i]);
            }
        }
        total = sum;
        for (int i = 0; i < length; ) {
            int end = i;
            while (end < length && isLetter(end)) {
                end++;
            }
            if (end > i) {
                letterRuns.add(run(i, end));
                addWords(i, end);
            }
            i = end + 1;
        }
        if (letterWords.size() == letterRuns.size() || letterWords.stream().anyMatch(QueryForm::isSyllable)) {
            letterWords.clear();
        }
    }

    private void addWords(int from, int to) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || text.breakBefore(i)) {
                letterWords.add(run(start, i));
                start = i;
            }
        }
    }

    private LetterRun run(int from, int to) {
        return new LetterRun(text.text().substring(from, to), from);
    }

    private static boolean isSyllable(LetterRun run) {
        return Letters.cut(new String(run.letters)).size() == 1;
    }

    boolean isLetter(int i) {
        return read.roles().get(i) == Role.LETTER;
    }

    boolean brokenBetween(int first, int second) {
        for (int i = first + 1; i <= second; i++) {
            if (text.breakBefore(i)) {
                return true;
            }
        }
        return false;
    }
}
