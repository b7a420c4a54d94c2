package org.chengxin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which domains an address is like (phishing). Answers from tables: what an address costs depends on its length and
 * not on how many domains there are.
 *
 * <p>A warning that is wrong harms an honest site, so short names, which many share, are compared strictly:
 * {@code LookAlikesTests} measures both sides.
 */
final class LookAlikes {

    /** Letters of the shortest name that is told from others by its look; a Chinese character counts as two. */
    private static final int SHORTEST = 4;

    /** The same where something was added or changed. */
    private static final int SHORTEST_CHANGED = 6;

    /** Pinyin names of fewer syllables that sound alike only to who does not tell zh from z or ng from n are two names. */
    private static final int SOME_SYLLABLES = 3;

    /** Letters of a lure that is seen without a hyphen. */
    private static final int SHORTEST_LURE = 3;

    private static final List<String> LURES = SiteResources.lines("lures.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .distinct()
            .toList();

    private final Map<String, List<DomainName>> byHost = new HashMap<>();
    private final Map<String, List<DomainName>> byLook = new HashMap<>();
    private final Map<String, List<DomainName>> bySound = new HashMap<>();
    private final Map<String, List<DomainName>> byOneLess = new HashMap<>();

    /** A domain that an address is like. */
    record Like(String host, Likeness how) {}

    /** @param hosts domains bound to somebody, in characters and lower case */
    LookAlikes(Collection<String> hosts) {
        hosts.stream().distinct().map(DomainName::of).forEach(this::add);
    }

    private void add(DomainName domain) {
        String look = Looks.skeleton(domain.label());
        put(byHost, hyphened(domain.host()), domain);
        if (width(look) >= SHORTEST) {
            put(byLook, look, domain);
            String sound = Looks.sound(domain.label());
            if (sound.length() >= SHORTEST) {
                put(bySound, sound, domain);
            }
            if (width(look) >= SHORTEST_CHANGED) {
                oneLess(look).forEach(less -> put(byOneLess, less, domain));
            }
        }
    }

    private static void put(Map<String, List<DomainName>> table, String key, DomainName domain) {
        table.computeIfAbsent(key, x -> new ArrayList<>(1)).add(domain);
    }

    /** Domains a host is like, the plainest likeness first; none for a host under the same registered name. */
    List<Like> of(String host) {
        DomainName asked = DomainName.of(host);
        Map<String, Likeness> found = new LinkedHashMap<>();
        inside(asked).ifPresent(bound -> found.put(bound.host(), Likeness.INSIDE));
        String look = Looks.skeleton(asked.label());
        if (width(look) >= SHORTEST) {
            found(byLook, look)
                    .forEach(bound -> note(
                            found,
                            asked,
                            bound,
                            asked.label().equals(bound.label()) ? Likeness.ENDING : Likeness.HOMOGLYPH));
            for (String bare : withoutLure(asked.label())) {
                found(byLook, bare).forEach(bound -> note(found, asked, bound, Likeness.ADDED));
            }
            String sound = Looks.sound(asked.label());
            if (!sound.isEmpty()) {
                found(bySound, sound).stream()
                        .filter(bound -> soundsTheSame(asked.label(), bound.label()))
                        .forEach(bound -> note(found, asked, bound, Likeness.PINYIN));
            }
            misspelt(look, asked).forEach(bound -> note(found, asked, bound, Likeness.SPELLING));
        }
        return found.entrySet().stream()
                .map(like -> new Like(like.getKey(), like.getValue()))
                .sorted(Comparator.comparing(Like::how).thenComparing(Like::host))
                .toList();
    }

    private static void note(Map<String, Likeness> found, DomainName asked, DomainName bound, Likeness how) {
        if (!bound.sameHolder(asked)) {
            found.putIfAbsent(bound.host(), how);
        }
    }

    private static List<DomainName> found(Map<String, List<DomainName>> table, String key) {
        return table.getOrDefault(key, List.of());
    }

    /** {@code gangbing.cn.login-shop.com}: what is read first is bound, what counts is not. */
    private Optional<DomainName> inside(DomainName asked) {
        String[] labels = asked.below().split("\\.");
        for (int from = 0; from < labels.length; from++) {
            for (int to = labels.length; to > from; to--) {
                List<DomainName> bound = found(
                        byHost, hyphened(String.join(".", Arrays.asList(labels).subList(from, to))));
                if (!bound.isEmpty() && !bound.get(0).sameHolder(asked)) {
                    return Optional.of(bound.get(0));
                }
            }
        }
        return Optional.empty();
    }

    private static String hyphened(String host) {
        return host.replace('.', '-');
    }

    /** The looks without a lure at either end; a short lure is one only where a hyphen sets it off. */
    private static List<String> withoutLure(String label) {
        List<String> bare = new ArrayList<>();
        for (String lure : LURES) {
            boolean plain = lure.length() >= SHORTEST_LURE;
            if (label.startsWith(lure) && (plain || label.startsWith("-", lure.length()))) {
                bare.add(Looks.skeleton(label.substring(lure.length())));
            }
            if (label.endsWith(lure) && (plain || label.endsWith("-" + lure))) {
                bare.add(Looks.skeleton(label.substring(0, label.length() - lure.length())));
            }
        }
        int shortest = label.indexOf('-') > 0 ? SHORTEST : SHORTEST_CHANGED;
        return bare.stream().filter(look -> width(look) >= shortest).toList();
    }

    private static boolean soundsTheSame(String asked, String bound) {
        return Looks.syllables(asked) >= SOME_SYLLABLES || Looks.spelled(asked).equals(Looks.spelled(bound));
    }

    private List<DomainName> misspelt(String look, DomainName asked) {
        if (width(look) < SHORTEST_CHANGED) {
            return List.of();
        }
        List<DomainName> near = new ArrayList<>(found(byOneLess, look));
        for (String less : oneLess(look)) {
            near.addAll(found(byLook, less));
            near.addAll(found(byOneLess, less));
        }
        return near.stream()
                .distinct()
                .filter(bound -> isOneSlip(look, Looks.skeleton(bound.label())))
                .filter(bound -> !areTwoNames(asked.label(), bound.label()))
                .toList();
    }

    /**
     * Whether a slip is rather the name of somebody else: other initials or numbers, or another letter that breaks no
     * syllable. Nobody is called as a name with two letters swapped or one typed twice.
     */
    private static boolean areTwoNames(String asked, String bound) {
        boolean mistyped =
                sorted(asked).equals(sorted(bound)) || withoutDoubles(asked).equals(withoutDoubles(bound));
        return (!mistyped && Looks.loneLetters(asked) <= Looks.loneLetters(bound))
                || !Looks.initials(asked).equals(Looks.initials(bound))
                || !asked.replaceAll("\\D", "").equals(bound.replaceAll("\\D", ""));
    }

    private static String sorted(String label) {
        char[] letters = label.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static String withoutDoubles(String label) {
        return label.replaceAll("(.)\\1+", "$1");
    }

    private static List<String> oneLess(String text) {
        List<String> less = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            less.add(text.substring(0, i) + text.substring(i + 1));
        }
        return less;
    }

    /** Whether one letter is missing, too much, another, or two neighbours are swapped. */
    private static boolean isOneSlip(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String first = one.substring(same);
        String second = other.substring(same);
        if (first.length() != second.length()) {
            return Math.abs(first.length() - second.length()) == 1
                    && (first.length() > second.length()
                            ? first.substring(1).equals(second)
                            : second.substring(1).equals(first));
        }
        boolean another = first.length() > 0 && first.substring(1).equals(second.substring(1));
        boolean swapped = first.length() > 1
                && first.charAt(0) == second.charAt(1)
                && first.charAt(1) == second.charAt(0)
                && first.substring(2).equals(second.substring(2));
        return another || swapped;
    }

    private static int width(String look) {
        return look.codePoints()
                .map(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN ? 2 : 1)
                .sum();
    }
}
