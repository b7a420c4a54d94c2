package org.chengxin.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms of running text, such as the facts of a record, and of document numbers (文号). */
public final class DocumentTerms {

    // smartcn's analyzer is safe for use by several threads: it keeps its streams by thread
    private static final Analyzer WORDS = new SmartChineseAnalyzer(false);
    /** Longer texts are indexed by their beginning: a record's public text is a few hundred characters. */
    private static final int MAX_LENGTH = 20_000;

    /** What stands before the year of a number, with the 字 that some write there. */
    private static final Pattern BEFORE_YEAR =
            Pattern.compile("^(\\p{IsHan}{2,}?)(字?)(?=[^\\p{IsHan}\\d]{0,3}(?:19|20)\\d{2})");

    private static final Pattern DASHES = Pattern.compile("[-\\u2010-\\u2015\\uff0d]");
    private static final Pattern ZI = Pattern.compile("字?第?(?=\\d)");
    /** The year and what stands between it and the serial number. */
    private static final Pattern YEAR = Pattern.compile("^(\\D*(?:19|20)\\d{2})(?:年|-)第?(?=\\d)");

    private DocumentTerms() {}

    /**
     * Words of smartcn beside {@linkplain Units#pairs() pairs and runs}: smartcn breaks names it does not know, and cuts a
     * text one way here and another way there, so only the latter can be demanded.
     */
    public static Collection<String> words(String text) {
        String start = start(text);
        String plain = simplified(start);
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = WORDS.tokenStream("", plain)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word = FoldedText.of(term.toString()).text();
                // single characters come from broken names: the pairs serve those
                if (word.length() > 1) {
                    terms.add(word);
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terms.addAll(Units.of(start).pairs());
        return terms;
    }

    /** The {@linkplain Units units} of a text in their order. */
    public static List<String> units(String text) {
        return Units.of(start(text)).texts();
    }

    private static String start(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    private static String simplified(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            // smartcn fails on nothing, but what is no character at all has no word
            chars[i] = Character.isSurrogate(chars[i]) ? ' ' : Han.simplify(chars[i]);
        }
        return new String(chars);
    }

    /**
     * A document number so that all ways of writing it are the same: without brackets, blanks, 年, 第, and the 字 and 号 that
     * may be missing. The hyphen of a part (15-1号) stays, or it would be number 151.
     */
    public static List<String> number(String number) {
        String plain = DASHES.splitAsStream(number)
                .map(part -> FoldedText.of(part).text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        String bare = ZI.matcher(plain).replaceAll("");
        String closed = YEAR.matcher(bare).replaceFirst("$1");
        return List.of(closed.endsWith("号") ? closed.substring(0, closed.length() - 1) : closed);
    }

    /** A document number as others write it: with the 字 before its year, or without; the same when it has no year. */
    public static String numberOtherwise(String number) {
        return BEFORE_YEAR
                .matcher(number)
                .replaceFirst(found -> found.group(1) + (found.group(2).isEmpty() ? "字" : ""));
    }
}
