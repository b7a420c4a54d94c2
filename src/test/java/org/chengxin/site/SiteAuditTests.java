package org.chengxin.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.SelfSignedCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.chengxin.shared.CreditCode;
import org.chengxin.site.SiteAudit.Findings;
import org.chengxin.site.SiteAudit.Licence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at home pages that stand on this machine, with TLS and without. */
class SiteAuditTests {

    private static final String HOST = "gangbing.example.cn";
    private static final String PORTAL = "https://credit.example.cn";
    private static final String ID = "s4wtbw8a8301";
    private static final String USCC = "91420202MA44G5GY9R";

    private SelfSignedCertificate own;
    private HttpsServer secure;
    private HttpServer plain;
    private String home = "";

    @BeforeEach
    void serve() throws Exception {
        own = new SelfSignedCertificate(HOST);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("site", own.key(), new char[0], new Certificate[] {own.cert()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, new char[0]);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        secure = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        plain = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        for (HttpServer server : List.of(secure, plain)) {
            server.createContext("/", exchange -> {
                boolean root = exchange.getRequestURI().getPath().equals("/");
                byte[] body = (root ? home : "none").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(root ? 200 : 404, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }
    }

    @AfterEach
    void close() {
        secure.stop(0);
        plain.stop(0);
        own.delete();
    }

    @Test
    void whatAnHonestHomePageShowsIsSeen() throws Exception {
        home =
                """
                <p>统一社会信用代码：91420202 MA44G5GY9R</p>
                <img src="/licence.png" alt="营业执照">
                <chengxin-badge subject="%s"></chengxin-badge>
                <footer>版权所有 鄂ICP备 2026000001号 - 2</footer>"""
                        .formatted(ID);
        Findings seen = look(true);
        assertThat(seen)
                .isEqualTo(new Findings(
                        HOST,
                        Licence.SHOWN,
                        true,
                        "鄂ICP备2026000001号-2",
                        own.cert().getNotAfter().toInstant(),
                        "CN=" + HOST,
                        null));
    }

    @Test
    void aLicenceIsLinkedWithTheRegisterOrAPageOfItsOwn() throws Exception {
        for (String link : List.of(
                "<a href='https://zzlz.gsxt.gov.cn/businessCheck/verifKey.do?id=1'><img src=g.gif></a>",
                "<a href='/licence.html'>营业执照</a>",
                "<a href='/l'><img src=l.png alt='电子营业执照'></a>")) {
            home = link;
            assertThat(look(true).licence()).as(link).isEqualTo(Licence.LINKED);
        }
        for (String none : List.of(
                "<a href='https://gsxt.gov.cn.evil.example.net/'>x</a>", "<a href='#licence'>亮照</a>", "<p>执照</p>")) {
            home = none;
            assertThat(look(true).licence()).as(none).isEqualTo(Licence.ABSENT);
        }
    }

    @Test
    void theMarkIsThatOfTheSubjectAndOfThisPortal() throws Exception {
        for (String mark : List.of(
                "<a href='" + PORTAL + "/s/" + USCC + "'>信用</a>",
                "<img src='" + PORTAL + "/widget/v1/badge/" + ID + ".svg?lang=zh'>",
                "<iframe src='" + PORTAL + "/widget/v1/frame?subject=" + ID + "&amp;lang=zh'></iframe>")) {
            home = mark;
            assertThat(look(true).mark()).as(mark).isTrue();
        }
        for (String other : List.of(
                "<img src='" + PORTAL + "/widget/v1/badge/000000000000.svg'>",
                "<img src='https://evil.example.net/widget/v1/badge/" + ID + ".svg'>",
                "<chengxin-badge subject='000000000000'></chengxin-badge>",
                "<a href='http://['>" + ID + "</a>")) {
            home = other;
            assertThat(look(true).mark()).as(other).isFalse();
        }
    }

    @Test
    void aCertificateNobodyVouchesForIsNone() throws Exception {
        home = "<p>鄂ICP备2026000001号</p>";
        Findings seen = look(false);
        assertThat(seen.certificateUntil()).as("asked again without TLS").isNull();
        assertThat(seen.issuer()).isNull();
        assertThat(seen.icp()).isEqualTo("鄂ICP备2026000001号");
        plain.stop(0);
        assertThat(look(false).failure()).isNotBlank();
        assertThat(look(false).licence()).isEqualTo(Licence.ABSENT);
    }

    /** @param trusted whether the certificate of the site is accepted */
    private Findings look(boolean trusted) throws Exception {
        SslContextBuilder client = SslContextBuilder.forClient();
        SslContext trust = (trusted ? client.trustManager(own.cert()) : client).build();
        SiteFetcher fetcher = new SiteFetcher(
                new NameServer() {
                    @Override
                    public List<InetAddress> addresses(String host) {
                        return List.of(InetAddress.getLoopbackAddress());
                    }

                    @Override
                    public List<String> texts(String name) {
                        return List.of();
                    }
                },
                InetAddress::isLoopbackAddress,
                secure.getAddress().getPort(),
                plain.getAddress().getPort(),
                trust);
        return new SiteAudit(fetcher, () -> {}, URI.create(PORTAL)).of(HOST, ID, CreditCode.of(USCC));
    }
}
