package org.chengxin.widget;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chengxin.shared.LocalName;
import org.springframework.web.util.HtmlUtils;

/**
 * The document inside a frame: for pages that allow no script of others. Whole without script; with it the look-up offers
 * suggestions, and a mark learns from the browser, and not from the page, where it stands.
 */
final class WidgetFrame {

    /** Path of the one style sheet of all frames, a file of its own: what stands inline a strict policy refuses. */
    static final String STYLE_PATH = "/widget/v1/frame.css";

    static final String STYLE =
            "body{margin:0;font:1em/1.5 'PingFang SC','Microsoft YaHei','Noto Sans SC',system-ui,sans-serif}"
                    + "svg{display:block;max-width:100%;height:auto}main{padding:3px}"
                    + "a:focus-visible{outline:3px solid;outline-offset:-3px}";

    /** Any page may show the frame; inside it nothing is loaded but what the portal brings. */
    static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors *";

    private final WidgetWords words;
    private final BadgePicture picture;
    private final LocalName site;
    private final String script;

    /** @param script path of the script */
    WidgetFrame(WidgetWords words, BadgePicture picture, LocalName site, String script) {
        this.words = words;
        this.picture = picture;
        this.site = site;
        this.script = script;
    }

    byte[] badge(Badge badge, Verdict verdict, Locale language, String theme) {
        String href = "/s/" + badge.id();
        return document(
                badge.name(),
                language,
                "<chengxin-badge subject=\"" + badge.id() + "\" theme=\"" + theme + "\"><a href=\"" + href
                        + "\" target=\"_blank\" rel=\"noopener\">"
                        + picture.of(badge, verdict, language, theme.equals("dark")) + "</a></chengxin-badge>");
    }

    byte[] lookup(Locale language, String theme) {
        return document(
                site.in(language),
                language,
                "<chengxin-lookup theme=\"" + theme + "\"><form action=\"/search\" target=\"_blank\" role=\"search\">"
                        + "<label for=\"q\">" + escaped(site.in(language))
                        + "</label> <input id=\"q\" name=\"q\" type=\"search\">"
                        + "<button>" + words.word("search", language) + "</button></form></chengxin-lookup>");
    }

    byte[] missing(Locale language) {
        return document(
                words.word("missing", language),
                language,
                "<p>" + words.word("missing", language) + " <a href=\"/\" target=\"_blank\" rel=\"noopener\">"
                        + escaped(site.in(language)) + "</a></p>");
    }

    private byte[] document(String title, Locale language, String content) {
        return ("<!DOCTYPE html><html lang=\"" + language.toLanguageTag()
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,"
                        + " initial-scale=1\"><title>" + escaped(title) + "</title><link rel=\"stylesheet\" href=\""
                        + STYLE_PATH
                        + "\"><script type=\"module\" src=\"" + script + "\"></script></head><body><main>"
                        + content + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
