package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengxin.search.SubjectHit.Evidence;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.search.ranking.Alignment.How;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts.Part;

/** Puts an alignment into words and marks. */
final class Explanation {

    private Explanation() {}

    static List<Evidence> evidence(Candidate candidate, Ranked.Reason reason) {
        NameForm form = reason.form();
        Alignment alignment = reason.alignment();
        if (form == null || alignment == null || reason.how() != null) {
            return List.of(new Evidence(reason.part(), reason.how() == null ? "exact" : reason.how(), reason.text()));
        }
        List<Evidence> evidence = new ArrayList<>();
        if (!reason.part().equals("name")) {
            evidence.add(new Evidence(reason.part(), how(alignment, 0, form.length), reason.text()));
            return evidence;
        }
        Map<Part, int[]> spans = spans(form);
        for (Part part : List.of(Part.BRAND, Part.INDUSTRY, Part.REGION, Part.FORM, Part.BRANCH)) {
            int[] span = spans.get(part);
            if (span != null && touched(alignment, span)) {
                String text = form.text.source().substring(form.text.start(span[0]), form.text.end(span[1] - 1));
                evidence.add(new Evidence(code(part), how(alignment, span[0], span[1]), text));
            }
        }
        if (evidence.isEmpty()) {
            evidence.add(new Evidence("name", "partial", candidate.name()));
        }
        return evidence;
    }

    private static String code(Part part) {
        return switch (part) {
            case BRAND -> "brand";
            case INDUSTRY -> "industry";
            case REGION -> "region";
            case FORM -> "form";
            case BRANCH -> "name";
        };
    }

    /** First run of each part. */
    private static Map<Part, int[]> spans(NameForm form) {
        Map<Part, int[]> spans = new EnumMap<>(Part.class);
        for (int i = 0; i < form.length; ) {
            Part part = form.parts.at(i);
            int end = i;
            while (end < form.length && form.parts.at(end) == part) {
                end++;
            }
            spans.putIfAbsent(part, new int[] {i, end});
            i = end;
        }
        return spans;
    }

    private static boolean touched(Alignment alignment, int[] span) {
        for (int i = span[0]; i < span[1]; i++) {
            if (alignment.name[i] > 0) {
                return true;
            }
        }
        return false;
    }

    /** The weakest way any matched character agreed; when all are exact, how much of the text that is. */
    private static String how(Alignment alignment, int from, int to) {
        How weakest = How.EXACT;
        int matched = 0;
        for (int i = from; i < to; i++) {
            if (alignment.name[i] > 0) {
                matched++;
                if (alignment.how[i].compareTo(weakest) > 0) {
                    weakest = alignment.how[i];
                }
            }
        }
        return switch (weakest) {
            case PINYIN -> "pinyin";
            case INITIAL -> "initials";
            case HOMOPHONE -> "homophone";
            case FUZZY -> "fuzzy";
            default -> {
                if (matched < to - from) {
                    yield alignment.name[from] > 0 && alignment.name[Math.min(from + matched, to) - 1] > 0
                            ? "prefix"
                            : "partial";
                }
                yield alignment.reordered ? "reordered" : "exact";
            }
        };
    }

    static List<Piece> highlight(Candidate candidate, Ranked.Reason reason) {
        NameForm form = reason.form();
        Alignment alignment = reason.alignment();
        if (form == null || alignment == null || !reason.part().equals("name")) {
            return List.of(new Piece(candidate.name(), false));
        }
        boolean[] marked = new boolean[form.length];
        for (int i = 0; i < form.length; i++) {
            marked[i] = alignment.name[i] > 0;
        }
        return pieces(form.text, marked);
    }

    /** The source of a folded text cut where the marks change. */
    static List<Piece> pieces(FoldedText text, boolean[] marked) {
        String source = text.source();
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < marked.length; ) {
            int end = i;
            while (end < marked.length && marked[end] == marked[i]) {
                end++;
            }
            if (marked[i]) {
                int start = text.start(i);
                int stop = text.end(end - 1);
                if (start > from) {
                    pieces.add(new Piece(source.substring(from, start), false));
                }
                if (stop > from) {
                    pieces.add(new Piece(source.substring(Math.max(from, start), stop), true));
                    from = stop;
                }
            }
            i = end;
        }
        if (from < source.length()) {
            pieces.add(new Piece(source.substring(from), false));
        }
        return pieces;
    }
}
