package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.text.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with its score; tells why it was found when asked.
 *
 * @param candidate the subject
 * @param score 0 to about 1.2, comparable within one query only
 * @param reason what agreed best
 * @param name how the current name agreed, null when that is the reason itself or no name was asked for
 */
public record Ranked(Candidate candidate, double score, Reason reason, @Nullable Reason name) {

    Ranked(Candidate candidate, double score, Reason reason) {
        this(candidate, score, reason, null);
    }

    /** Why a candidate was found: strongest evidence first. */
    public List<SubjectHit.Evidence> evidence() {
        List<SubjectHit.Evidence> evidence = new ArrayList<>(Explanation.evidence(candidate, reason));
        if (name != null) {
            evidence.addAll(Explanation.evidence(candidate, name));
        }
        return List.copyOf(evidence);
    }

    /** The current name in pieces, what the query matched marked. */
    public List<SubjectHit.Piece> highlight() {
        return Explanation.highlight(candidate, name == null ? reason : name);
    }

    /** The current name, folded: as it was for the ranking, if it was. */
    FoldedText folded() {
        NameForm form = name != null ? name.form() : reason.part().equals("name") ? reason.form() : null;
        return form == null ? FoldedText.of(candidate.name()) : form.text;
    }

    /**
     * What agreed with the query.
     *
     * @param part the kind of text, as in {@link SubjectHit.Evidence}
     * @param text the text that agreed
     * @param how how a whole text agreed; null when it was aligned
     * @param form the name aligned, null for codes, sites and people
     * @param alignment how, null together with {@code form}
     */
    record Reason(
            String part, String text, @Nullable String how, @Nullable NameForm form, @Nullable Alignment alignment) {

        static Reason whole(String part, String text, String how) {
            return new Reason(part, text, how, null, null);
        }
    }
}
