package org.chengxin.cli;

import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.chengxin.search.SearchExplanation;
import org.chengxin.search.SearchExplanation.Asked;
import org.chengxin.search.SearchExplanation.Candidate;
import org.chengxin.search.SearchExplanation.Points;
import org.chengxin.search.SearchExplanation.Recalled;
import org.chengxin.search.SearchExplanation.Step;
import org.chengxin.search.SearchExplanation.Subject;
import org.chengxin.search.SubjectHit;
import org.jspecify.annotations.Nullable;

/** An explanation for people to read. */
final class ExplanationText {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages-cli");

    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    /** @param asked the subject asked about as it was typed, null for none */
    void print(SearchExplanation explanation, @Nullable String asked) {
        var understood = explanation.understood();
        say(
                "understood",
                understood.as().name().toLowerCase(Locale.ROOT),
                understood.searched(),
                String.valueOf(understood.region()));
        if (!explanation.words().isEmpty()) {
            say(
                    "words",
                    explanation.words().stream()
                            .map(word -> word.text() + " " + word.role())
                            .collect(Collectors.joining(" | ")));
        }
        explanation.steps().forEach(this::step);
        say("total", explanation.total(), String.valueOf(explanation.answeredBy()));
        candidates(explanation.candidates());
        if (!explanation.near().isEmpty()) {
            say("near");
            candidates(explanation.near());
        }
        if (asked != null && explanation.subjects().isEmpty()) {
            say("nobody", asked);
        }
        explanation.subjects().forEach(this::subject);
    }

    private void say(String key, Object... values) {
        line(MessageFormat.format(WORDS.getString("explain." + key), values));
    }

    /** Names and queries do not command a terminal. */
    private void line(String text) {
        out.println(text.replaceAll("\\p{Cntrl}", ""));
    }

    private void step(Step step) {
        say("step", step.way(), step.brought(), step.ranked(), score(step.best()));
        asked(step.asked(), "    ");
    }

    private void asked(Asked asked, String indent) {
        String has = asked.has() == null ? "" : asked.has() ? " +" : " -";
        String points = asked.points() == 0 ? "" : " ×" + score(asked.points());
        line(indent + asked.what() + points + " (" + asked.documents() + ")" + has);
        asked.parts().forEach(part -> asked(part, indent + "  "));
    }

    private void candidates(List<Candidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            candidate(String.valueOf(i + 1), candidates.get(i));
        }
    }

    private void candidate(String place, Candidate one) {
        line(place + ". " + score(one.score()) + " " + one.name() + " [" + one.id() + ", " + one.region() + ", "
                + one.status() + "]");
        out.println(
                "    " + one.evidence().stream().map(ExplanationText::evidence).collect(Collectors.joining("; ")));
        line("    " + one.points().stream().map(ExplanationText::points).collect(Collectors.joining("  ")));
    }

    private static String evidence(SubjectHit.Evidence evidence) {
        return evidence.part() + " " + evidence.how() + " " + evidence.text();
    }

    private static String points(Points points) {
        String text = points.text().isEmpty() ? "" : "(" + points.text() + ")";
        String most = points.most() == 0 ? "" : "/" + score(points.most());
        return points.part() + text + " " + score(points.points()) + most;
    }

    private void subject(Subject subject) {
        out.println();
        String why = WORDS.getString("explain.why." + subject.why().name().toLowerCase(Locale.ROOT));
        say("subject", subject.candidate().name(), MessageFormat.format(why, subject.place(), subject.under()));
        candidate("*", subject.candidate());
        for (Recalled recalled : subject.recalled()) {
            say("recalled." + (recalled.brought() ? "yes" : "no"), recalled.way(), recalled.place());
            lacking(recalled.asked());
        }
    }

    /** What a question asked for and the subject has too little of. */
    private void lacking(Asked asked) {
        if (Boolean.TRUE.equals(asked.has())) {
            return;
        }
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        for (Asked part : asked.parts()) {
            if (part.parts().isEmpty()) {
                (Boolean.TRUE.equals(part.has()) ? has : lacks).add(part.what());
            }
        }
        if (!has.isEmpty() || !lacks.isEmpty()) {
            say("lacking", asked.needed(), has.size(), String.join(" ", has), String.join(" ", lacks));
        }
        asked.parts().forEach(this::lacking);
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
