package org.chengxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTests {

    @Test
    void ignoresTheForwardedFieldUnlessProxiesAreTrusted() {
        assertThat(new ClientAddress(0).of(request("198.51.100.7", "203.0.113.9")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void takesWhatTheOutermostTrustedProxySaw() {
        String forged = "10.9.9.9, 203.0.113.9, 192.0.2.1";
        assertThat(new ClientAddress(1).of(request("127.0.0.1", forged))).isEqualTo("192.0.2.1");
        assertThat(new ClientAddress(2).of(request("127.0.0.1", forged))).isEqualTo("203.0.113.9");
        assertThat(new ClientAddress(4).of(request("127.0.0.1", forged))).isEqualTo("127.0.0.1");
    }

    @Test
    void oneIpv6NetworkIsOneClient() {
        ClientAddress clients = new ClientAddress(0);
        assertThat(clients.of(request("2001:db8:1:2::5", "")))
                .isEqualTo(clients.of(request("2001:db8:1:2:ffff::1", "")))
                .isNotEqualTo(clients.of(request("2001:db8:1:3::5", "")));
    }

    private static MockServerHttpRequest request(String remote, String forwarded) {
        return MockServerHttpRequest.get("/api/v1/subjects")
                .remoteAddress(new InetSocketAddress(remote, 4711))
                .header("X-Forwarded-For", forwarded)
                .build();
    }
}
