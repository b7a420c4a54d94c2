package org.chengxin.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * The language of an answer: {@code ?lang=zh|en}, else {@code Accept-Language}, else Chinese. Never any other, so that
 * what is kept per language stays two.
 */
public final class Language implements LocaleContextResolver {

    public static final String PARAMETER = "lang";
    public static final Locale CHINESE = Locale.CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

    /** Codes that {@code ?lang} takes. */
    public static List<String> codes() {
        return ALL.stream().map(Locale::getLanguage).toList();
    }

    /** The language of the answer to this request. */
    public static Locale of(ServerWebExchange exchange) {
        String asked = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        for (Locale language : ALL) {
            if (language.getLanguage().equals(asked)) {
                return language;
            }
        }
        return accepted(exchange);
    }

    private static Locale accepted(ServerWebExchange exchange) {
        try {
            for (Locale.LanguageRange range : exchange.getRequest().getHeaders().getAcceptLanguage()) {
                for (Locale language : ALL) {
                    if (range.getWeight() > 0 && primary(range.getRange()).equals(language.getLanguage())) {
                        return language;
                    }
                }
            }
            return CHINESE;
        } catch (IllegalArgumentException malformed) {
            // a header nobody can read states no wish
            return CHINESE;
        }
    }

    private static String primary(String range) {
        int dash = range.indexOf('-');
        return dash < 0 ? range : range.substring(0, dash);
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(of(exchange));
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
        throw new UnsupportedOperationException("the language is the reader's wish; it is not set");
    }
}
