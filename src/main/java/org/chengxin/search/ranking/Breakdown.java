package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chengxin.search.SearchExplanation.Points;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts.Part;

/** Takes a score apart into what its parts add, for explanations. */
final class Breakdown {

    private final QueryForm query;
    private final Alignment alignment;
    private final NameForm form;
    /** What all points of a former name or alias are multiplied by. */
    private final double factor;

    private final List<Points> points = new ArrayList<>();

    private Breakdown(QueryForm query, NameForm form, Alignment alignment, double factor) {
        this.query = query;
        this.form = form;
        this.alignment = alignment;
        this.factor = factor;
    }

    /**
     * The parts of a score; their sum is the score.
     *
     * @param start what the place where the query begins in the name adds
     */
    static List<Points> of(QueryForm query, Ranked ranked, double factor, double start) {
        Ranked.Reason reason = ranked.reason();
        if (reason.how() != null) {
            return List.of(new Points("whole." + reason.part(), reason.text(), ranked.score(), ranked.score()));
        }
        Breakdown breakdown = new Breakdown(
                query, Objects.requireNonNull(reason.form()), Objects.requireNonNull(reason.alignment()), factor);
        breakdown.query();
        breakdown.name();
        breakdown.add("order", "", -Ranker.BROKEN * breakdown.alignment.broken, 0);
        breakdown.add("start", "", start, 0);
        return List.copyOf(breakdown.points);
    }

    private void add(String part, String text, double added, double most) {
        if (added != 0 || most != 0) {
            points.add(new Points(part, text, factor * added, factor * most));
        }
    }

    private void query() {
        double total = Math.max(query.total, 1e-6);
        for (int from = 0; from < query.length; ) {
            ReadQuery.Role role = query.read.roles().get(from);
            double explained = 0;
            double all = 0;
            int to = from;
            for (; to < query.length && query.read.roles().get(to) == role; to++) {
                explained += alignment.query[to] * query.weights[to];
                all += query.weights[to];
            }
            share("query." + word(role), query.text, from, to, Ranker.QUERY_SHARE / total, explained, all);
            from = to;
        }
    }

    private void name() {
        double total = 0;
        for (int n = 0; n < form.length; n++) {
            total += form.weights[n];
        }
        for (int from = 0; from < form.length; ) {
            Part part = form.parts.at(from);
            double covered = 0;
            double all = 0;
            int to = from;
            for (; to < form.length && form.parts.at(to) == part; to++) {
                covered += alignment.name[to] * form.weights[to];
                all += form.weights[to];
            }
            share("name." + word(part), form.text, from, to, Ranker.NAME_SHARE / Math.max(total, 1e-6), covered, all);
            from = to;
        }
    }

    private void share(String part, FoldedText text, int from, int to, double worth, double value, double all) {
        add(part, text.source().substring(text.start(from), text.end(to - 1)), worth * value, worth * all);
    }

    private static String word(Enum<?> part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
