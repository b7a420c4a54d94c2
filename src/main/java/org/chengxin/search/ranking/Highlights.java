package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.chengxin.search.Passage;
import org.chengxin.search.RecordHit.Snippet;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.search.text.AuthorityNames.Named;
import org.chengxin.search.text.TextQuery;
import org.chengxin.search.text.TextQuery.Clause;
import org.chengxin.search.text.Units;

/** Marks where what was asked for stands in the texts of a record, and cuts out what stands around it. */
public final class Highlights {

    /** Snippets of one hit. */
    private static final int SNIPPETS = 3;
    /** Longer values are cut to about this many characters. */
    private static final int LONGEST = 110;
    /** Characters before the first mark of a value that is cut. */
    private static final int BEFORE = 30;

    private static final String LEFT_OUT = "…";

    private final List<Clause> wanted;

    public Highlights(TextQuery query) {
        wanted = query.clauses().stream().filter(Clause::wanted).toList();
    }

    /** A text in pieces, what was asked for marked. */
    public List<Piece> title(String text) {
        Units units = Units.of(text);
        return pieces(units, marks(units), 0, text.length());
    }

    /**
     * Where else a record says it, the longest passage of words first.
     *
     * @param title shown beside them, so that no snippet repeats it
     */
    public List<Snippet> snippets(List<Passage> passages, String title) {
        record Found(Snippet snippet, int longest) {}
        List<Found> found = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage.text().equals(title)) {
                continue;
            }
            Units units = Units.of(passage.text());
            boolean[] marks = marks(units);
            int longest = longest(marks);
            if (longest > 0) {
                found.add(new Found(new Snippet(passage.field(), around(units, marks)), longest));
            }
        }
        found.sort(Comparator.comparingInt(one -> -one.longest));
        return found.stream().limit(SNIPPETS).map(Found::snippet).toList();
    }

    /** The units that were asked for: words as they stand, or else their pairs. */
    private boolean[] marks(Units units) {
        boolean[] marks = new boolean[units.size()];
        for (Clause clause : wanted) {
            boolean asTyped = mark(units, clause.units().texts(), marks);
            Named body = clause.body();
            if (body != null) {
                (clause.phrase()
                                ? clause.otherwise()
                                : body.names().stream().map(Units::of).toList())
                        .forEach(name -> mark(units, name.texts(), marks));
            }
            if (!asTyped && !clause.phrase()) {
                clause.units()
                        .pairs()
                        .forEach(pair -> mark(units, Units.of(pair).texts(), marks));
                clause.units().loners().forEach(loner -> mark(units, List.of(loner), marks));
            }
        }
        return marks;
    }

    private static boolean mark(Units units, List<String> phrase, boolean[] marks) {
        List<Integer> places = units.places(phrase);
        places.forEach(at -> {
            for (int i = at; i < at + phrase.size(); i++) {
                marks[i] = true;
            }
        });
        return !places.isEmpty();
    }

    /** Length of the longest run of marks. */
    private static int longest(boolean[] marks) {
        int longest = 0;
        int run = 0;
        for (boolean mark : marks) {
            run = mark ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static List<Piece> around(Units units, boolean[] marks) {
        String source = units.source();
        if (source.length() <= LONGEST) {
            return pieces(units, marks, 0, source.length());
        }
        int longest = longest(marks);
        int run = 0;
        int first = 0;
        for (int i = 0; i < marks.length; i++) {
            run = marks[i] ? run + 1 : 0;
            if (run == longest) {
                first = i - run + 1;
                break;
            }
        }
        int from = first;
        while (from > 0 && units.start(first) - units.start(from - 1) <= BEFORE) {
            from--;
        }
        int to = first;
        while (to + 1 < units.size() && units.end(to + 1) - units.start(from) <= LONGEST) {
            to++;
        }
        int start = from == 0 ? 0 : units.start(from);
        int end = to + 1 == units.size() ? source.length() : units.end(to);
        List<Piece> pieces = new ArrayList<>();
        if (start > 0) {
            pieces.add(new Piece(LEFT_OUT, false));
        }
        pieces.addAll(pieces(units, marks, start, end));
        if (end < source.length()) {
            pieces.add(new Piece(LEFT_OUT, false));
        }
        return Collections.unmodifiableList(pieces);
    }

    /** A part of the source, cut where marks begin and end; what parts two marked units is marked with them. */
    private static List<Piece> pieces(Units units, boolean[] marks, int start, int end) {
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        for (int i = 0; i < marks.length; i++) {
            if (!marks[i] || units.start(i) < at) {
                continue;
            }
            int last = i;
            while (last + 1 < marks.length && marks[last + 1]) {
                last++;
            }
            int from = units.start(i);
            int to = Math.min(end, units.end(last));
            if (from >= to) {
                break;
            }
            if (from > at) {
                pieces.add(new Piece(units.source().substring(at, from), false));
            }
            pieces.add(new Piece(units.source().substring(from, to), true));
            at = to;
            i = last;
        }
        if (at < end) {
            pieces.add(new Piece(units.source().substring(at, end), false));
        }
        return pieces;
    }
}
