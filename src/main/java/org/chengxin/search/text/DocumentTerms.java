package org.chengxin.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** The ways a number is written: its 号 and 字 may be missing. */
    public static List<String> spellings(String number) {
        String plain = FoldedText.of(number).text();
        String bare = plain.endsWith("号") ? plain.substring(0, plain.length() - 1) : plain;
        return List.of(bare + "号", bare);
    }

    /** A document number without brackets and blanks: 〔2024〕, [2024] and (2024) are the same. */
    public static List<String> number(String number) {
        return List.of(FoldedText.of(number).text());
    }
}
