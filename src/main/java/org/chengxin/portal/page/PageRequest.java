package org.chengxin.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chengxin.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a page needs to know of its request: language, path and parameters.
 *
 * @param words words in the language of the answer
 * @param languageAsked whether the {@code lang} parameter named the language, so that links carry it on
 * @param path raw path
 * @param parameters decoded query parameters
 */
public record PageRequest(Words words, boolean languageAsked, String path, MultiValueMap<String, String> parameters) {

    static PageRequest of(ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
        @Nullable String asked = parameters.getFirst(Language.PARAMETER);
        return new PageRequest(
                Words.in(Language.of(exchange)),
                asked != null && Language.codes().contains(asked),
                exchange.getRequest().getPath().value(),
                parameters);
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
                        .filter(value -> value != null && !value.isEmpty())
                        .forEach(v -> pairs.add(pair(key, v)));
            }
        });
        values.forEach(value -> pairs.add(pair(name, value)));
        return path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
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

    /** The same request with one parameter set to a value. */
    PageRequest holding(String name, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
        changed.set(name, value);
        return new PageRequest(words, languageAsked, path, changed);
    }

    /** The same request without any parameter: nothing that was typed comes back in title or links. */
    PageRequest bare() {
        return new PageRequest(words, languageAsked, path, new LinkedMultiValueMap<>());
    }

    private static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
