package org.chengxin.search.ranking;

import java.util.List;
import java.util.Set;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.search.text.FoldedText;

/** Marks where terms occur in a text. */
public final class Highlights {

    private Highlights() {}

    /** The text in pieces, each occurrence of a folded term marked. */
    public static List<Piece> of(String text, Set<String> terms) {
        FoldedText folded = FoldedText.of(text);
        boolean[] marked = new boolean[folded.length()];
        for (String term : terms) {
            for (int at = folded.text().indexOf(term);
                    at >= 0;
                    at = folded.text().indexOf(term, at + 1)) {
                for (int i = at; i < at + term.length(); i++) {
                    marked[i] = true;
                }
            }
        }
        return Explanation.pieces(folded, marked);
    }
}
