package org.chengxin.widget;

import java.util.List;

/** The bodies of the widget's answers in JSON. */
final class WidgetAnswers {

    private WidgetAnswers() {}

    /**
     * A mark for the script, which alone knows where it stands.
     *
     * @param sites where the mark is shown, without a scheme
     * @param suspended where it belongs and its owner does not want it shown
     */
    record BadgeAnswer(
            String id,
            String name,
            boolean inUse,
            List<String> facts,
            List<String> sites,
            List<String> suspended,
            Told words) {}

    /** What the script says, in the language of the answer. */
    record Told(String title, String elsewhere, String unknown, String unused, String suspended, String date) {}

    /** A rich answer of oEmbed 1.0; names as the specification has them. */
    record Embedding(
            String type,
            String version,
            String title,
            String provider_name,
            String provider_url,
            int cache_age,
            String html,
            int width,
            int height) {}
}
