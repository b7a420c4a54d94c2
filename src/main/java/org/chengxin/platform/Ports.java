package org.chengxin.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The ports the portal will listen on; looked at first, before the store and all that hangs on it is brought up. */
@Component
@ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
public final class Ports {

    private static final List<String> SETTINGS = List.of("server.port", "management.server.port");

    /** Fails with {@link PortInUseException} when somebody listens on one of them. */
    Ports(Environment environment) {
        for (String setting : SETTINGS) {
            int port = environment.getProperty(setting, Integer.class, 0);
            if (port > 0) {
                requireFree(port);
            }
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new PortInUseException(port, taken);
        }
    }
}
