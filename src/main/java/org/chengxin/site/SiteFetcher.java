package org.chengxin.site;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;

/**
 * Fetches a page of somebody else's site for a check. Each request asks for the addresses of the host once and connects to one
 * of them, so that a name cannot lead elsewhere after it was looked at (rebinding); private addresses, other hosts behind a
 * redirect, large and endless bodies are refused. Blocks.
 */
final class SiteFetcher {

    /** The name by which robots.txt may speak to it. */
    static final String AGENT = "chengxin-site-check";

    static final int LARGEST = 512 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int REDIRECTS = 3;

    private final NameServer names;
    private final Predicate<InetAddress> allowed;
    private final int https;
    private final int http;
    private final SslContext trust;

    /**
     * An answer: its status and, when that is 200, its text.
     *
     * @param certificate of the host, as it was accepted for its name; null when it was asked without TLS
     */
    record Page(int status, String text, @Nullable X509Certificate certificate) {}

    private record Answer(int status, @Nullable String location, byte[] body, @Nullable X509Certificate certificate) {}

    /** That a site was not asked, or its answer not taken: why, in a word. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    /**
     * Begins.
     *
     * @param allowed addresses that may be connected to
     * @param https port that is asked first
     * @param http port that is asked when nobody answers there
     * @param trust whose certificates are accepted
     */
    SiteFetcher(NameServer names, Predicate<InetAddress> allowed, int https, int http, SslContext trust) {
        this.trust = trust;
        this.names = names;
        this.allowed = allowed;
        this.https = https;
        this.http = http;
    }

    /**
     * A page of a host.
     *
     * @throws RefusedException when it may not be asked for or taken
     * @throws IOException when the host cannot be reached
     */
    Page get(String host, String path) throws IOException {
        boolean secure = true;
        String at = host;
        String wanted = path;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            InetAddress address = address(at);
            Answer answer;
            try {
                answer = ask(address, secure, wanted);
            } catch (RefusedException refused) {
                throw refused;
            } catch (IOException away) {
                if (!secure || hops > 0) {
                    throw away;
                }
                secure = false;
                answer = ask(address, false, wanted);
            }
            if (answer.status / 100 != 3 || answer.location == null) {
                return new Page(answer.status, new String(answer.body, StandardCharsets.UTF_8), answer.certificate);
            }
            URI next = onward(at, wanted, secure, answer.location);
            if (!bare(next.getHost()).equals(bare(host))) {
                throw new RefusedException("redirect to another host");
            }
            at = next.getHost();
            secure = "https".equals(next.getScheme());
            wanted = next.getRawPath().isEmpty() ? "/" : next.getRawPath();
        }
        throw new RefusedException("too many redirects");
    }

    private static URI onward(String host, String path, boolean secure, String location) throws RefusedException {
        try {
            URI next =
                    URI.create((secure ? "https://" : "http://") + host + path).resolve(location);
            if (next.getHost() == null || next.getPort() >= 0 || next.getRawUserInfo() != null) {
                throw new RefusedException("redirect to no plain address");
            }
            return next;
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedException("redirect to no address");
        }
    }

    private static String bare(String host) {
        return host.replaceFirst("^www\\.", "");
    }

    /** One of the addresses of a host, under its name; all of them have to be public. */
    private InetAddress address(String host) throws IOException {
        List<InetAddress> found = names.addresses(host);
        if (found.isEmpty() || !found.stream().allMatch(allowed)) {
            throw new RefusedException("no public address");
        }
        return InetAddress.getByAddress(host, found.get(0).getAddress());
    }

    private Answer ask(InetAddress address, boolean secure, String path) throws IOException {
        HttpClient client = HttpClient.newConnection()
                .remoteAddress(() -> new InetSocketAddress(address, secure ? https : http))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .responseTimeout(SILENCE)
                .headers(headers ->
                        headers.set(HttpHeaderNames.USER_AGENT, AGENT).set(HttpHeaderNames.ACCEPT, "*/*"));
        AtomicReference<@Nullable X509Certificate> certificate = new AtomicReference<>();
        try {
            Answer answer = (secure ? client.secure(tls -> tls.sslContext(trust)) : client)
                    .doOnResponse((response, connection) -> certificate.set(certificate(connection)))
                    .get()
                    .uri(path)
                    .response((response, body) -> body.asByteArray()
                            .reduceWith(ByteArrayOutputStream::new, SiteFetcher::within)
                            .map(whole -> new Answer(
                                    response.status().code(),
                                    response.responseHeaders().get(HttpHeaderNames.LOCATION),
                                    whole.toByteArray(),
                                    certificate.get())))
                    .next()
                    .timeout(WHOLE, Mono.error(() -> new IOException("no whole answer in time")))
                    .block();
            if (answer == null) {
                throw new IOException("no answer");
            }
            return answer;
        } catch (RuntimeException failure) {
            Throwable cause = Exceptions.unwrap(failure);
            throw cause instanceof IOException io ? io : new IOException(cause);
        }
    }

    private static @Nullable X509Certificate certificate(Connection connection) {
        SslHandler tls = connection.channel().pipeline().get(SslHandler.class);
        try {
            return tls != null && tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate own
                    ? own
                    : null;
        } catch (SSLPeerUnverifiedException unverified) {
            // cannot be after a handshake that was accepted
            return null;
        }
    }

    /** Why a page was not got, in a word. */
    static String why(IOException failure) {
        String why = failure.getMessage();
        return why == null ? failure.getClass().getSimpleName() : why;
    }

    private static ByteArrayOutputStream within(ByteArrayOutputStream whole, byte[] part) {
        if (whole.size() + part.length > LARGEST) {
            throw Exceptions.propagate(new RefusedException("too large"));
        }
        whole.writeBytes(part);
        return whole;
    }
}
