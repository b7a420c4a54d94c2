package org.chengxin.search.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The other names of a public body: short ones (市监局), those of the bodies whose work it took over (工商局), and, of such an
 * old body, those of its successor. Bodies that merely came under the same successor do not stand for each other.
 */
public final class AuthorityNames {

    private record Body(List<String> names, List<String> tookOver) {}

    private static final Map<String, Body> BODIES = new HashMap<>();
    private static final Map<String, List<String>> SUCCESSORS = new HashMap<>();
    /** Each name to the full name of its body, the longest names first: 法院 is a part of 人民法院. */
    private static final List<Map.Entry<String, String>> KNOWN;

    static {
        List<Map.Entry<String, String>> known = new ArrayList<>();
        for (String line : TextResources.lines("authorities.tsv")) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t");
            List<String> names = new ArrayList<>(List.of(columns[0]));
            names.addAll(list(columns, 1));
            Body body = new Body(List.copyOf(names), list(columns, 2));
            BODIES.put(columns[0], body);
            names.forEach(name -> known.add(Map.entry(name, columns[0])));
            body.tookOver.forEach(old ->
                    SUCCESSORS.computeIfAbsent(old, x -> new ArrayList<>()).add(columns[0]));
        }
        known.sort(Comparator.comparingInt(entry -> -entry.getKey().length()));
        KNOWN = List.copyOf(known);
    }

    private AuthorityNames() {}

    private static List<String> list(String[] columns, int index) {
        return columns.length > index && !columns[index].isEmpty()
                ? Arrays.asList(columns[index].split(","))
                : List.of();
    }

    /**
     * A text that names a body.
     *
     * @param before what stands before the name, such as its place
     * @param names what the body goes by otherwise
     * @param after what stands behind it
     */
    public record Named(String before, List<String> names, String after) {}

    /** The body that a folded text names; null for none that is known. */
    public static @Nullable Named in(String text) {
        for (Map.Entry<String, String> known : KNOWN) {
            int at = text.lastIndexOf(known.getKey());
            if (at >= 0) {
                List<String> others = names(known.getValue()).stream()
                        .filter(name -> !name.equals(known.getKey()))
                        .toList();
                return new Named(
                        text.substring(0, at),
                        others,
                        text.substring(at + known.getKey().length()));
            }
        }
        return null;
    }

    private static Set<String> names(String body) {
        Set<String> names = new LinkedHashSet<>();
        reach(body, names, one -> SUCCESSORS.getOrDefault(one, List.of()));
        reach(body, names, one -> body(one).tookOver);
        return names;
    }

    private static void reach(String from, Set<String> names, Function<String, List<String>> next) {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String one = open.remove();
            names.addAll(body(one).names);
            open.addAll(next.apply(one));
        }
    }

    private static Body body(String name) {
        Body body = BODIES.get(name);
        if (body == null) {
            throw new IllegalStateException("authorities.tsv has no line for " + name);
        }
        return body;
    }
}
