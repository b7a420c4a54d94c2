package org.chengxin.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengxin.site.BoundSite;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * What other sites put into their pages, cut out of the examples that the tests show to a browser
 * ({@code frontend/src/widget/examples}), with the policy under which those are shown.
 */
public final class Snippets {

    /** What the widget's doors take for {@code theme}. */
    public static final List<String> THEMES = List.of("light", "dark", "auto");

    private static final Pattern SNIPPET =
            Pattern.compile("<!--snippet-->\\s*(.*?)\\s*<!--/snippet-->", Pattern.DOTALL);
    private static final Pattern POLICY =
            Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String PORTAL = "portal";

    private final Map<Form, Example> examples = new EnumMap<>(Form.class);
    private final WidgetScript script;
    private final Badges badges;
    private final BadgePicture picture;
    private final OwnSite own;

    /** A form in which the portal stands on a page; each is one example. */
    public enum Form {
        LOOKUP("lookup", false, false),
        BADGE("badge", true, false),
        FRAME_LOOKUP("frame-lookup", false, false),
        FRAME("frame", true, false),
        IMAGE("image", true, false),
        FRAGMENT("fragment", true, true),
        LINK("link", true, false);

        private final String code;
        private final boolean ofSubject;
        private final boolean forPage;

        Form(String code, boolean ofSubject, boolean forPage) {
            this.code = code;
            this.ofSubject = ofSubject;
            this.forPage = forPage;
        }

        public String code() {
            return code;
        }

        /** Whether it shows one subject, and not the look-up of all. */
        public boolean ofSubject() {
            return ofSubject;
        }

        /** Whether it is made for one page, whose server asks for it. */
        public boolean forPage() {
            return forPage;
        }

        /** The form with this code; empty when there is none. */
        public static Optional<Form> of(String code) {
            return Arrays.stream(values())
                    .filter(form -> form.code.equals(code))
                    .findFirst();
        }
    }

    /**
     * A snippet for one site.
     *
     * @param html what the site puts into its page
     * @param policy directives (Content Security Policy) that its page needs for it, empty for none
     * @param preview the same as it stands on a page of the portal
     */
    public record Snippet(String html, List<String> policy, String preview) {}

    private record Example(String snippet, List<String> policy) {}

    Snippets(WidgetScript script, Badges badges, BadgePicture picture, OwnSite own) {
        this.script = script;
        this.badges = badges;
        this.picture = picture;
        this.own = own;
        for (Form form : Form.values()) {
            examples.put(form, read(form.code()));
        }
    }

    private static Example read(String code) {
        String path = "/widget/examples/" + code + ".html";
        try (InputStream in = Snippets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no " + path + " on the class path: the frontend was not built");
            }
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Example(
                    part(SNIPPET, page),
                    Arrays.stream(part(POLICY, page).split("; *"))
                            .filter(directive -> directive.contains("{{" + PORTAL + "}}"))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String part(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("an example without " + pattern);
        }
        return found.group(1);
    }

    /**
     * The snippet of a form.
     *
     * @param subject id or current USCC of the subject that is shown; of no matter for a form that shows none
     * @param theme one of {@link #THEMES}
     * @param page where it will stand; of no matter but for a form that is {@link Form#forPage}
     * @return empty when the subject has no mark: never was, hidden, gone or a natural person
     */
    public Mono<Snippet> of(Form form, String subject, Locale language, String theme, Optional<BoundSite> page) {
        Map<String, String> values = new HashMap<>(Map.of(
                PORTAL,
                own.url().toString(),
                "site",
                own.name().in(language),
                "version",
                script.version(),
                "integrity",
                script.integrity(),
                "lang",
                language.getLanguage(),
                "theme",
                theme));
        if (!form.ofSubject()) {
            return Mono.just(filled(form, values));
        }
        return badges.of(subject).map(badge -> {
            values.put("subject", badge.id());
            values.put("name", badge.name());
            if (!form.forPage()) {
                return filled(form, values);
            }
            values.put(
                    "page", page.map(BoundSite::address).map(Snippets::encoded).orElse(""));
            Snippet asked = filled(form, values);
            // what the server gets and writes into its page
            String mark = picture.fragment(badge, own.verdict(badge, page), language, theme.equals("dark"), own.url());
            return new Snippet(asked.html(), asked.policy(), mark);
        });
    }

    private Snippet filled(Form form, Map<String, String> values) {
        Example example = Objects.requireNonNull(examples.get(form));
        String html = filled(example.snippet(), values);
        List<String> policy = example.policy().stream()
                .map(directive -> filled(directive, values))
                .toList();
        // the portal's own pages load from where they are read
        Map<String, String> here = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getKey().equals(PORTAL) ? "" : entry.getValue()));
        return new Snippet(html, policy, filled(example.snippet(), here));
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static String filled(String template, Map<String, String> values) {
        return VALUE.matcher(template)
                .replaceAll(value -> Matcher.quoteReplacement(
                        HtmlUtils.htmlEscape(values.getOrDefault(value.group(1), ""), "UTF-8")));
    }
}
