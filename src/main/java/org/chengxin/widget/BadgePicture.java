package org.chengxin.widget;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A mark as a picture (SVG) of 300 by 96: attributes only, so that it may stand in a page under any policy. */
final class BadgePicture {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 96;
    private static final int MARGIN = 14;
    private static final String FACES = "'PingFang SC','Microsoft YaHei','Noto Sans SC',system-ui,sans-serif";

    /** Colours of a mark in one theme, after the tokens of the pages. */
    private record Palette(String ink, String soft, String paper, String line, String brand) {}

    private static final Palette LIGHT = new Palette("#1b1f24", "#4d545c", "#ffffff", "#8a8478", "#b3271e");
    private static final Palette DARK = new Palette("#ece9e4", "#b5b0a7", "#16191d", "#8b8f96", "#e4695f");

    private final WidgetWords words;

    BadgePicture(WidgetWords words) {
        this.words = words;
    }

    String of(Badge badge, Verdict verdict, Locale language, boolean dark) {
        Palette colours = dark ? DARK : LIGHT;
        String told = words.told(badge, verdict, language);
        boolean valid = told.isEmpty();
        List<String> facts = words.facts(badge, language);
        String stated = valid ? String.join(" · ", facts) : told;
        String day = words.day(badge, language);
        String accent = valid ? colours.brand : colours.soft;
        StringBuilder svg = new StringBuilder(2048);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                        + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" font-family=\"" + FACES
                        + "\" lang=\"")
                .append(language.toLanguageTag())
                .append("\"><title>")
                .append(escaped(badge.name() + ": " + stated + ". " + day))
                .append("</title><rect x=\"0.5\" y=\"0.5\" width=\"" + (WIDTH - 1) + "\" height=\"" + (HEIGHT - 1)
                        + "\" rx=\"4\" fill=\"")
                .append(colours.paper)
                .append("\" stroke=\"")
                .append(colours.line)
                .append(valid ? "\"/>" : "\" stroke-dasharray=\"5 3\"/>");
        if (valid) {
            svg.append("<rect width=\"5\" height=\"" + HEIGHT + "\" rx=\"2\" fill=\"")
                    .append(accent)
                    .append("\"/>");
        }
        line(svg, 20, 12, accent, words.word("title", language));
        line(svg, 42, 15, colours.ink, badge.name());
        line(svg, 64, 12, colours.ink, stated);
        line(svg, 84, 11, colours.soft, day);
        return svg.append("</svg>").toString();
    }

    /** The picture as a link to the archive, for the page of a server that puts it in there. */
    String fragment(Badge badge, Verdict verdict, Locale language, boolean dark, URI portal) {
        return "<a class=\"chengxin-badge\" href=\"" + portal + "/s/" + badge.id()
                + "\" target=\"_blank\" rel=\"noopener\">" + of(badge, verdict, language, dark) + "</a>";
    }

    private static void line(StringBuilder svg, int y, int size, String colour, String text) {
        svg.append("<text x=\"" + MARGIN + "\" y=\"")
                .append(y)
                .append("\" font-size=\"")
                .append(size)
                .append("\" fill=\"")
                .append(colour)
                .append("\">")
                .append(escaped(fitting(text, size)))
                .append("</text>");
    }

    /** As much of a text as fits: characters of Chinese are as wide as high, others some six tenths of it. */
    private static String fitting(String text, int size) {
        double room = (WIDTH - 2.0 * MARGIN) / size;
        double taken = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            taken += text.codePointAt(i) < 0x2e80 ? 0.6 : 1;
            if (taken > room) {
                return text.substring(0, Math.max(0, text.offsetByCodePoints(i, -1))) + "…";
            }
        }
        return text;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
