package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text cut into the units that phrases are made of: each Han character is one, and so is each run of other letters and
 * digits. Folded as names are; blanks, brackets and punctuation only part runs, so that a phrase does not depend on them.
 * Remembers where each unit came from.
 */
public final class Units {

    private record Unit(String text, boolean han, int start, int end) {}

    private final String source;
    private final List<Unit> units;

    private Units(String source, List<Unit> units) {
        this.source = source;
        this.units = units;
    }

    public static Units of(String source) {
        FoldedText folded = FoldedText.of(source);
        List<Unit> units = new ArrayList<>();
        for (int at = 0; at < folded.length(); ) {
            int point = folded.text().codePointAt(at);
            int end = at + Character.charCount(point);
            boolean han = Character.isIdeographic(point);
            while (!han
                    && end < folded.length()
                    && !folded.breakBefore(end)
                    && !Character.isIdeographic(folded.text().codePointAt(end))) {
                end += Character.charCount(folded.text().codePointAt(end));
            }
            units.add(new Unit(folded.text().substring(at, end), han, folded.start(at), folded.end(end - 1)));
            at = end;
        }
        return new Units(source, List.copyOf(units));
    }

    /** The units in their order. */
    public List<String> texts() {
        return units.stream().map(Unit::text).toList();
    }

    public int size() {
        return units.size();
    }

    public String source() {
        return source;
    }

    /** Where a unit starts in the source. */
    public int start(int index) {
        return units.get(index).start;
    }

    /** Where it ends in the source, exclusive. */
    public int end(int index) {
        return units.get(index).end;
    }

    /** Each pair of Han characters beside each other, and each run: what any text that holds this one has too. */
    public Collection<String> pairs() {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (!units.get(i).han) {
                pairs.add(units.get(i).text);
            } else if (isHan(i + 1)) {
                pairs.add(units.get(i).text + units.get(i + 1).text);
            }
        }
        return pairs;
    }

    /** Han characters that stand in no pair. */
    public Collection<String> loners() {
        Set<String> loners = new LinkedHashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (isHan(i) && !isHan(i - 1) && !isHan(i + 1)) {
                loners.add(units.get(i).text);
            }
        }
        return loners;
    }

    private boolean isHan(int index) {
        return index >= 0 && index < units.size() && units.get(index).han;
    }

    /** Where other units stand in these in the same order, without anything between: indexes of their first. */
    public List<Integer> places(List<String> phrase) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; !phrase.isEmpty() && at + phrase.size() <= units.size(); at++) {
            int same = 0;
            while (same < phrase.size() && units.get(at + same).text.equals(phrase.get(same))) {
                same++;
            }
            if (same == phrase.size()) {
                places.add(at);
            }
        }
        return places;
    }
}
