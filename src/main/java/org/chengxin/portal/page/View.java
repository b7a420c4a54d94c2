package org.chengxin.portal.page;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * How pages are drawn: as usual, or for elder readers (关怀版, 适老化) with larger type, larger targets and fewer things.
 * {@code ?view=} chooses; a cookie that holds the choice and nothing else keeps it.
 */
public enum View {
    STANDARD("standard"),
    ELDER("elder");

    /** Name of the parameter and of the cookie. */
    static final String NAME = "view";

    private final String code;

    View(String code) {
        this.code = code;
    }

    /** Value of the parameter and of the cookie. */
    public String code() {
        return code;
    }

    /** The one a reader can change to. */
    public View other() {
        return this == STANDARD ? ELDER : STANDARD;
    }

    /** The view that the parameter names, empty when it names none. */
    static Optional<View> asked(ServerWebExchange exchange) {
        return ofCode(exchange.getRequest().getQueryParams().getFirst(NAME));
    }

    /** The view chosen on a page before. */
    static View kept(ServerWebExchange exchange) {
        @Nullable HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
        return ofCode(cookie == null ? null : cookie.getValue()).orElse(STANDARD);
    }

    private static Optional<View> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(view -> view.code.equals(code)).findFirst();
    }
}
