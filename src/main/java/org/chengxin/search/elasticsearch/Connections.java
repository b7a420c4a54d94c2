package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;

/** Opens the client of a cluster: where, as whom, and whom to trust. */
final class Connections {

    /** Requests to one node at once; more wait for a connection. */
    private static final int PER_NODE = 64;

    private Connections() {}

    /** @throws IllegalArgumentException naming the setting when its certificates cannot be read */
    static ElasticsearchAsyncClient open(ElasticsearchSettings settings) {
        HttpHost[] nodes = settings.urls().stream()
                .map(url -> HttpHost.create(url.toString()))
                .toArray(HttpHost[]::new);
        SSLContext trust = settings.ca() == null ? null : trusting(settings.ca());
        RestClient rest = RestClient.builder(nodes)
                .setRequestConfigCallback(config -> config.setConnectTimeout(
                                (int) settings.connectTimeout().toMillis())
                        .setConnectionRequestTimeout(
                                (int) settings.searchTimeout().toMillis())
                        .setSocketTimeout((int) settings.writeTimeout().toMillis()))
                .setHttpClientConfigCallback(http -> {
                    if (trust != null) {
                        http.setSSLContext(trust);
                    }
                    return authenticated(http, settings)
                            .setMaxConnPerRoute(PER_NODE)
                            .setMaxConnTotal(PER_NODE * nodes.length);
                })
                .setDefaultHeaders(headers(settings))
                .build();
        return new ElasticsearchAsyncClient(new RestClientTransport(rest, new Jackson3JsonpMapper()));
    }

    private static Header[] headers(ElasticsearchSettings settings) {
        return settings.apiKey() == null
                ? new Header[0]
                : new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, "ApiKey " + settings.apiKey())};
    }

    private static HttpAsyncClientBuilder authenticated(HttpAsyncClientBuilder http, ElasticsearchSettings settings) {
        if (settings.user() != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    AuthScope.ANY, new UsernamePasswordCredentials(settings.user(), settings.password()));
            http.setDefaultCredentialsProvider(credentials);
        }
        return http;
    }

    private static SSLContext trusting(Path ca) {
        try (InputStream in = Files.newInputStream(ca)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + number++, one);
            }
            if (number == 0) {
                throw new IllegalArgumentException("ca");
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("ca", e);
        }
    }
}
