package org.chengxin.search;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Letters;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Part;

/**
 * A name somebody looked for, beside what was found: who asks for a name of nobody is told so, though there are names like
 * it. A hit bears the name when it has all of its characters, in whatever order and under whichever of its names; a place
 * counts in a whole name only, beside a word it may be where one thinks the subject is.
 */
public final class SoughtName {

    private static final Set<As> NAMES = Set.of(As.NAME, As.INVOICE, As.CONTRACT);

    private SoughtName() {}

    /** Whether a name was looked for that none of the hits bears; false without hits, and for letters, which only sound. */
    public static boolean isOnlyResembled(Understanding understood, List<SubjectHit> hits) {
        FoldedText sought = FoldedText.of(understood.searched());
        boolean comparable = sought.length() > 0 && sought.text().chars().noneMatch(SoughtName::isLetter);
        if (hits.isEmpty() || !comparable || !NAMES.contains(understood.as())) {
            return false;
        }
        NameParts parts = NameParts.of(sought);
        Part last = parts.at(sought.length() - 1);
        boolean whole = last == Part.FORM || last == Part.BRANCH;
        int[] characters = IntStream.range(0, sought.length())
                .filter(i -> whole || parts.at(i) != Part.REGION)
                .map(sought::at)
                .toArray();
        return hits.stream().noneMatch(hit -> bears(hit, characters));
    }

    private static boolean isLetter(int c) {
        return Letters.is((char) c);
    }

    private static boolean bears(SubjectHit hit, int[] characters) {
        StringBuilder names = new StringBuilder(hit.name());
        hit.matched().forEach(evidence -> names.append(evidence.text()));
        String folded = FoldedText.of(names.toString()).text();
        for (int character : characters) {
            if (folded.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }
}
