package org.chengxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis on one port for all its life: it can go and come back, and has forgotten everything then. */
public final class RealRedis implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";

    private final int port;
    private RedisServer server;

    /** Starts it. */
    public RealRedis() {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public String password() {
        return PASSWORD;
    }

    public void start() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("requirepass " + PASSWORD)
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Kills it, and returns when it is gone. */
    public void kill() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("redis")
                        && child.info().commandLine().orElse("").contains(Integer.toString(port)))
                .forEach(child -> {
                    child.destroyForcibly();
                    child.onExit().join();
                });
        close();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
