package org.chengxin.portal.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.platform.Language;
import org.chengxin.search.SubjectQuery;
import org.chengxin.shared.Masks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a page needs to know of its request: language, view, path and parameters.
 *
 * @param words words in the language of the answer
 * @param languageAsked whether the {@code lang} parameter named the language, so that links carry it on
 * @param view how the page is drawn
 * @param viewAsked whether the {@code view} parameter named the view, so that it is kept from now on
 * @param path raw path; {@code /} when it holds an identity number, which no link repeats
 * @param parameters decoded query parameters without control characters, and without identity numbers except in the
 *     text that was typed, where the search has to recognise one
 */
public record PageRequest(
        Words words,
        boolean languageAsked,
        View view,
        boolean viewAsked,
        String path,
        MultiValueMap<String, String> parameters) {

    /** The parameter that holds what was typed. */
    static final String TYPED = "q";

    /** They stand for nothing a reader could have meant, and HTML forbids them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    static PageRequest of(ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters = clean(exchange.getRequest().getQueryParams());
        @Nullable String asked = parameters.getFirst(Language.PARAMETER);
        // kept by a cookie: links do not carry it
        parameters.remove(View.NAME);
        Optional<View> view = View.asked(exchange);
        return new PageRequest(
                Words.in(Language.of(exchange)),
                asked != null && Language.codes().contains(asked),
                view.orElseGet(() -> View.kept(exchange)),
                view.isPresent(),
                path(exchange.getRequest().getPath()),
                parameters);
    }

    private static MultiValueMap<String, String> clean(MultiValueMap<String, String> given) {
        MultiValueMap<String, String> clean = new LinkedMultiValueMap<>();
        given.forEach((name, values) -> {
            for (@Nullable String value : values) {
                if (value != null && !isPersonal(name) && (name.equals(TYPED) || !isPersonal(value))) {
                    clean.add(name, printable(value));
                }
            }
        });
        return clean;
    }

    private static String path(PathContainer path) {
        boolean personal = path.elements().stream()
                .anyMatch(part ->
                        part instanceof PathContainer.PathSegment segment && isPersonal(segment.valueToMatch()));
        return personal ? "/" : path.value();
    }

    /** A text without control characters. */
    static String printable(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    /** Whether a text holds an identity number, which is neither kept nor said back. */
    static boolean isPersonal(String text) {
        return Masks.holdsIdentity(text);
    }

    /** What was typed, to be searched; throws {@link PageProblem} when it is longer than any paste. */
    String asked() {
        String typed = text(TYPED);
        if (typed.length() > SubjectQuery.MAX_PASTE) {
            throw PageProblem.longText(SubjectQuery.MAX_PASTE);
        }
        return typed;
    }

    /** What was typed, to be shown again: empty when it holds an identity number. */
    String typed() {
        String typed = text(TYPED);
        return isPersonal(typed) ? "" : typed;
    }

    Locale locale() {
        return words.locale();
    }

    /** First value of a parameter without surrounding blanks, empty when absent. */
    String text(String name) {
        @Nullable String value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** All non-blank values of a parameter in their order. */
    Set<String> values(String name) {
        Set<String> values = new LinkedHashSet<>();
        for (@Nullable String value : parameters.getOrDefault(name, List.of())) {
            if (value != null && !value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    /** This address with one parameter set to the given values and the others (without the cursor) kept. */
    String with(String name, Set<String> values) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((key, given) -> {
            if (!key.equals(name) && !key.equals("cursor")) {
                given.stream()
                        .filter(value -> !value.isEmpty() && !isPersonal(value))
                        .forEach(v -> pairs.add(pair(key, v)));
            }
        });
        values.forEach(value -> pairs.add(pair(name, value)));
        return path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** What follows the path of this address, without the cursor; blank for nothing. */
    String query() {
        return with("cursor", Set.of()).substring(path.length());
    }

    /** An address of this site, in the language that was asked for. */
    String href(String path, Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(pair(name, value)));
        if (languageAsked) {
            pairs.add(pair(Language.PARAMETER, words.code()));
        }
        return path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** An answer that leads on to another address of this site, in the language and the view that were asked for. */
    ResponseEntity.BodyBuilder onward(HttpStatus status, String path, Map<String, String> query) {
        Map<String, String> onward = new LinkedHashMap<>(query);
        if (viewAsked) {
            onward.put(View.NAME, view.code());
        }
        return ResponseEntity.status(status).location(URI.create(href(path, onward)));
    }

    /** The same request with one parameter set to a value. */
    PageRequest holding(String name, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
        changed.set(name, value);
        return new PageRequest(words, languageAsked, view, viewAsked, path, changed);
    }

    /**
     * The same request with only what may be repeated of its text: numbers of persons and accounts come back nowhere on the
     * page, links and title included.
     *
     * @param shown the text without them, empty when nothing is left
     */
    PageRequest repeating(String shown) {
        return shown.equals(asked()) ? this : shown.isEmpty() ? bare() : holding(TYPED, shown);
    }

    /** The same request without any parameter: nothing that was typed comes back in title or links. */
    PageRequest bare() {
        return new PageRequest(words, languageAsked, view, viewAsked, path, new LinkedMultiValueMap<>());
    }

    private static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
