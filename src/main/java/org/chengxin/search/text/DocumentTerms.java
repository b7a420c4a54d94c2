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

    private static final Pattern DASHES = Pattern.compile("[-\\u2010-\\u2015\\uff0d]");
    private static final Pattern ZI = Pattern.compile("字?第?(?=\\d)");
    /** The year and what stands between it and the serial number. */
    private static final Pattern YEAR = Pattern.compile("^(\\D*(?:19|20)\\d{2})(?:年|-)第?(?=\\d)");

    private DocumentTerms() {}

    /** Words of smartcn beside pairs of characters, because smartcn breaks names it does not know. */
    public static Collection<String> words(String text) {
        String plain = simplified(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
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
        FoldedText folded = FoldedText.of(plain);
        for (int i = 0; i + 1 < folded.length(); i++) {
            if (!folded.breakBefore(i + 1) && Han.isRead(folded.at(i)) && Han.isRead(folded.at(i + 1))) {
                terms.add(folded.text().substring(i, i + 2));
            }
        }
        if (terms.isEmpty() && folded.length() > 0) {
            terms.add(folded.text());
        }
        return terms;
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
}
