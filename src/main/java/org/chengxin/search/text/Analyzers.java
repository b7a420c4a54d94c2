package org.chengxin.search.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;

/** The analyzers that {@code index-templates} name, by name. */
public final class Analyzers {

    /** No phrase reaches from one value of a field into the next. */
    private static final int GAP = 100;

    private static final Map<String, Function<String, ? extends Collection<String>>> TERMS = new TreeMap<>(Map.of(
            "chengxin_name", text -> List.of(FoldedText.of(text).text()),
            "chengxin_name_pairs", NameTerms::pairs,
            "chengxin_name_characters", NameTerms::characters,
            "chengxin_name_syllables", NameTerms::syllablePairs,
            "chengxin_name_initials", NameTerms::initialRuns,
            "chengxin_name_letters", NameTerms::letterRuns,
            "chengxin_name_starts", NameTerms::starts,
            "chengxin_code", CodeTerms::whole,
            "chengxin_code_runs", CodeTerms::runs,
            "chengxin_site", SiteTerms::of));

    static {
        TERMS.put("chengxin_words", DocumentTerms::words);
        TERMS.put("chengxin_units", DocumentTerms::units);
        TERMS.put("chengxin_document_number", DocumentTerms::number);
    }

    private Analyzers() {}

    /** Names of all analyzers. */
    public static Set<String> names() {
        return TERMS.keySet();
    }

    /**
     * The analyzer that the index template knows by this name.
     *
     * @throws IllegalArgumentException when there is no analyzer of this name
     */
    public static Analyzer byName(String name) {
        Function<String, ? extends Collection<String>> terms = terms(name);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new TermTokenizer(terms));
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return GAP;
            }
        };
    }

    /** The terms of a text as the analyzer gives them; duplicates are possible. */
    public static Collection<String> terms(String analyzer, String text) {
        return terms(analyzer).apply(text);
    }

    private static Function<String, ? extends Collection<String>> terms(String name) {
        Function<String, ? extends Collection<String>> terms = TERMS.get(name);
        if (terms == null) {
            throw new IllegalArgumentException("no analyzer named " + name);
        }
        return terms;
    }
}
