package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The syllables of pinyin, numbered in order of their first use, and how they are confused with each other. */
public final class Syllables {

    /** Longest syllable: {@code zhuang}. */
    static final int LONGEST = 6;

    private static final Map<String, Integer> IDS = new HashMap<>();
    private static final List<String> SPELLINGS = new ArrayList<>();
    private static final List<Integer> FOLDED = new ArrayList<>();
    private static final Map<String, Integer> FOLDED_IDS = new HashMap<>();
    private static final List<String> FOLDED_SPELLINGS = new ArrayList<>();
    private static final List<List<String>> VARIANTS = new ArrayList<>();

    private Syllables() {}

    static synchronized int[] ids(String[] spellings) {
        int[] ids = new int[spellings.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = IDS.computeIfAbsent(spellings[i], Syllables::add);
        }
        return ids;
    }

    private static Integer add(String spelling) {
        SPELLINGS.add(spelling);
        FOLDED.add(FOLDED_IDS.computeIfAbsent(Letters.fold(spelling), folded -> {
            FOLDED_SPELLINGS.add(folded);
            return FOLDED_SPELLINGS.size() - 1;
        }));
        VARIANTS.add(variants(spelling));
        return SPELLINGS.size() - 1;
    }

    /** Whether the letters are a syllable that some character has. */
    static boolean contains(String letters) {
        return IDS.containsKey(letters);
    }

    /** Ids are less than this. */
    public static int count() {
        return SPELLINGS.size();
    }

    public static String spelling(int id) {
        return SPELLINGS.get(id);
    }

    /** Number of the class of syllables that sound alike to many: zh/z, ch/c, sh/s, ng/n, n/l. */
    public static int folded(int id) {
        return FOLDED.get(id);
    }

    /** Spelling of that class. */
    static String foldedSpelling(int id) {
        return FOLDED_SPELLINGS.get(FOLDED.get(id));
    }

    /** Other ways the syllable is typed by people who speak otherwise or have no ü. */
    public static List<String> variants(int id) {
        return VARIANTS.get(id);
    }

    private static List<String> variants(String spelling) {
        Set<String> starts = new LinkedHashSet<>();
        starts.add(spelling);
        if (spelling.startsWith("zh") || spelling.startsWith("ch") || spelling.startsWith("sh")) {
            starts.add(spelling.charAt(0) + spelling.substring(2));
        } else if (spelling.startsWith("z") || spelling.startsWith("c") || spelling.startsWith("s")) {
            starts.add(spelling.charAt(0) + "h" + spelling.substring(1));
        } else if (spelling.startsWith("n") && spelling.length() > 1) {
            starts.add("l" + spelling.substring(1));
        } else if (spelling.startsWith("l")) {
            starts.add("n" + spelling.substring(1));
        }
        Set<String> all = new LinkedHashSet<>(starts);
        for (String start : starts) {
            if (start.endsWith("ng")) {
                all.add(start.substring(0, start.length() - 1));
            } else if (start.endsWith("n") && start.length() > 1) {
                all.add(start + "g");
            }
            if (start.indexOf('v') >= 0) {
                all.add(start.replace('v', 'u'));
                all.add(start.replace("v", "yu"));
            }
        }
        all.remove(spelling);
        return List.copyOf(all);
    }
}
