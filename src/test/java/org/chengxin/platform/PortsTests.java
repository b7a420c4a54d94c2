package org.chengxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

/** A taken port is found before anything is brought up, and told in one line. */
class PortsTests {

    @ParameterizedTest
    @ValueSource(strings = {"server.port", "management.server.port"})
    void aTakenPortIsToldWithItsNumberAndTheSetting(String setting) throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            MockEnvironment environment =
                    new MockEnvironment().withProperty(setting, Integer.toString(other.getLocalPort()));
            assertThatThrownBy(() -> new Ports(environment)).isInstanceOfSatisfying(PortInUseException.class, taken -> {
                var told = new PortInUseAnalyzer().analyze(taken);
                assertThat(told.getDescription()).contains(Integer.toString(other.getLocalPort()), "已被占用", "is in use");
                assertThat(told.getAction()).contains("SERVER_PORT", "CHENGXIN_MANAGEMENT_PORT");
            });
        }
    }
}
