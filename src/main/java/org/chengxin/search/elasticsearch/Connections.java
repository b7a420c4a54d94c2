package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.nio.reactor.IOReactorConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;

/** Opens the client of a cluster: where, as whom, and whom to trust. */
final class Connections {

    /** Requests to one node at once; more wait for a connection. */
    private static final int PER_NODE = 64;

    /** So often it is looked whether a node is silent for too long; the client's own second is too late for who waits. */
    private static final IOReactorConfig LOOKING =
            IOReactorConfig.custom().setSelectInterval(100).build();

    private Connections() {}

    /** @throws IllegalArgumentException naming the setting when its certificates cannot be read */
    static ElasticsearchAsyncClient open(ElasticsearchSettings settings) {
        HttpHost[] nodes = settings.urls().stream()
                .map(url -> HttpHost.create(url.toString()))
                .toArray(HttpHost[]::new);
        SSLContext trust = settings.ca() == null ? null : trusting(settings.ca());
        RestClient rest = RestClient.builder(nodes)
                .setRequestConfigCallback(config -> config(config, settings))
                .setHttpClientConfigCallback(http -> {
                    if (trust != null) {
                        http.setSSLContext(trust);
                    }
                    return http.setDefaultIOReactorConfig(LOOKING)
                            .setMaxConnPerRoute(PER_NODE)
                            .setMaxConnTotal(PER_NODE * nodes.length);
                })
                .setDefaultHeaders(headers(settings))
                .build();
        return new ElasticsearchAsyncClient(new RestClientTransport(rest, new Jackson3JsonpMapper()));
    }

    /** The same client for what somebody waits for: of several nodes one that is silent for half of the time is passed over. */
    static ElasticsearchAsyncClient impatient(ElasticsearchAsyncClient client, ElasticsearchSettings settings) {
        if (settings.urls().size() == 1 || !(client._transport().options() instanceof RestClientOptions options)) {
            return client;
        }
        RequestConfig config = config(RequestConfig.custom(), settings)
                .setSocketTimeout((int) settings.searchTimeout().toMillis() / 2)
                .build();
        return client.withTransportOptions(new RestClientOptions(
                options.restClientRequestOptions().toBuilder()
                        .setRequestConfig(config)
                        .build(),
                options.keepResponseBodyOnException()));
    }

    private static RequestConfig.Builder config(RequestConfig.Builder config, ElasticsearchSettings settings) {
        return config.setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setConnectionRequestTimeout((int) settings.searchTimeout().toMillis())
                .setSocketTimeout((int) settings.writeTimeout().toMillis())
                // a cluster sends nobody elsewhere, and who is elsewhere must not learn the key
                .setRedirectsEnabled(false);
    }

    /** With the first request already; the client's own basic authentication knows ASCII only. */
    private static Header[] headers(ElasticsearchSettings settings) {
        String who;
        if (settings.apiKey() != null) {
            who = "ApiKey " + settings.apiKey();
        } else if (settings.user() != null) {
            byte[] pair = (settings.user() + ':' + settings.password()).getBytes(StandardCharsets.UTF_8);
            who = "Basic " + Base64.getEncoder().encodeToString(pair);
        } else {
            return new Header[0];
        }
        return new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, who)};
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
