package org.chengxin.search.elasticsearch;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a cluster does not answer, in words an operator can act on. They go into logs and the health: nothing secret is in them. */
final class Trouble {

    private Trouble() {}

    /** @param status of the answer, whatever it is where there was none */
    static String of(int status, Throwable failure) {
        return switch (status) {
            case 401 -> "it does not know who asks (401); see search.elasticsearch.api-key, or .user and .password";
            case 403 -> "who asks may not do this there (403): " + told(failure);
            default -> failure instanceof SSLException ? ofTls(failure) : told(failure);
        };
    }

    private static String ofTls(Throwable failure) {
        if (has(failure, SSLPeerUnverifiedException.class)) {
            return "its certificate is of another host than search.elasticsearch.urls names: " + failure.getMessage();
        }
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid at this time: " + failure.getMessage();
        }
        if (has(failure, CertPathBuilderException.class)) {
            return "nobody of search.elasticsearch.ca, or of those Java knows, vouches for its certificate: "
                    + failure.getMessage();
        }
        return "no TLS with it; see search.elasticsearch.urls and .ca: " + failure.getMessage();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }

    /** Its first line: a page of a server in between may follow. */
    private static String told(Throwable failure) {
        String said = failure.getMessage();
        return said == null
                ? failure.getClass().getSimpleName()
                : said.lines().findFirst().orElse("");
    }
}
