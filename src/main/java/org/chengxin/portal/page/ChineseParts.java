package org.chengxin.portal.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Output of a page in another language that marks every Chinese part of its text with {@code lang} (WCAG 3.1.2), so that
 * names and facts are read aloud with the right voice and drawn with the right glyphs. Templates need not think of it;
 * only where no markup may stand ({@code option}) they say {@link Frame#languageOf}.
 */
final class ChineseParts extends OwaspHtmlTemplateOutput {

    static final String TAG = "zh-Hans";

    /** Elements whose content is text alone. */
    private static final Set<String> TEXT_ONLY = Set.of("title", "option", "textarea", "script", "style");

    /** From a Chinese character to the last one that no blank parts from it, brackets and digits between included. */
    private static final Pattern PART = Pattern.compile(
            "[〔（《“]?\\p{IsHan}(?:[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF0-9A-Za-z·.-]*[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF])?");

    private @Nullable String tag;
    private @Nullable String attribute;

    ChineseParts(TemplateOutput output) {
        super(output);
    }

    /** Whether a text holds Chinese. */
    static boolean in(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    @Override
    public void setContext(String tagName, @Nullable String attributeName) {
        super.setContext(tagName, attributeName);
        tag = tagName;
        attribute = attributeName;
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        if (text == null || attribute != null || tag == null || TEXT_ONLY.contains(tag) || !in(text)) {
            super.writeUserContent(text);
            return;
        }
        Matcher parts = PART.matcher(text);
        int written = 0;
        while (parts.find()) {
            super.writeUserContent(text.substring(written, parts.start()));
            writeContent("<span lang=\"" + TAG + "\">");
            super.writeUserContent(parts.group());
            writeContent("</span>");
            written = parts.end();
        }
        super.writeUserContent(text.substring(written));
    }
}
