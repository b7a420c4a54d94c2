package org.chengxin.platform.store;

import java.net.URI;
import java.net.URISyntaxException;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.StartupFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Where an outside PostgreSQL is and who asks.
 *
 * @param url JDBC URL
 */
record StoreAddress(String url, @Nullable String user, @Nullable String password) {

    private static final String JDBC = "jdbc:postgresql:";

    /** Accepts JDBC URLs and the {@code postgresql://user:password@host/db} form that hosting services hand out. */
    static StoreAddress of(ChengxinProperties.Postgres postgres) {
        String given = postgres.url() == null ? "" : postgres.url().strip();
        if (given.startsWith(JDBC)) {
            return new StoreAddress(readable(given), postgres.user(), postgres.password());
        }
        if (!given.startsWith("postgresql://") && !given.startsWith("postgres://")) {
            throw wrong(null);
        }
        try {
            URI uri = new URI(given);
            if (uri.getHost() == null || uri.getPath().length() < 2) {
                throw wrong(null);
            }
            String[] who = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            String url = JDBC + "//" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath()
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return new StoreAddress(
                    readable(url),
                    who.length > 0 ? who[0] : postgres.user(),
                    who.length > 1 ? who[1] : postgres.password());
        } catch (URISyntaxException failure) {
            throw wrong(failure);
        }
    }

    /** The address to show: without its parameters, which may hold a password. */
    static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static String readable(String url) {
        if (Driver.parseURL(url, null) == null) {
            throw wrong(null);
        }
        return url;
    }

    /** The setting itself is not repeated: it may hold a password. */
    private static StartupFailure wrong(@Nullable Exception cause) {
        String what = "CHENGXIN_POSTGRES_URL 不是 PostgreSQL 的地址 (is not the address of a PostgreSQL)";
        String mend =
                "请写成 jdbc:postgresql://主机:5432/库 或 postgresql://用户:口令@主机:5432/库 (write it as jdbc:postgresql://host:5432/db or postgresql://user:password@host:5432/db)";
        return cause == null ? new StartupFailure(what, mend) : new StartupFailure(what, mend, cause);
    }
}
