package org.chengxin.search.text;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands the whole input to a function and emits the terms it gives back. */
final class TermTokenizer extends Tokenizer {

    /** Longer terms are cut; queries are shorter. */
    private static final int MAX_TERM = 256;

    private final Function<String, ? extends Collection<String>> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final char[] buffer = new char[1024];
    private Iterator<String> pending = List.<String>of().iterator();
    private boolean read;

    TermTokenizer(Function<String, ? extends Collection<String>> terms) {
        this.terms = terms;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!read) {
            read = true;
            pending = terms.apply(input()).iterator();
        }
        while (pending.hasNext()) {
            String next = pending.next();
            if (!next.isEmpty()) {
                clearAttributes();
                term.append(next, 0, Math.min(next.length(), MAX_TERM));
                return true;
            }
        }
        return false;
    }

    private String input() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
            text.append(buffer, 0, n);
        }
        return text.toString();
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        read = false;
    }
}
