package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Clients that hold connections without use are let go after the times of the settings, and keep nobody out meanwhile. */
@ApiTest
@TestPropertySource(
        properties = {"chengxin.web.request-head=2s", "chengxin.web.silence=2s", "chengxin.web.request-body=4s"})
class SlowClientsTests {

    private static final String POST =
            "POST /api/v1/subjects/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient client;

    @Test
    void dozensOfHalfOpenRequestsAreClosedWhileOthersAreAnswered() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            sockets.add(open(
                    switch (i % 4) {
                        case 0 -> "";
                        case 1 -> "GET /api/v1/subj";
                        case 2 -> POST + "Content-Length: 5000\r\n\r\n{\"queries\":";
                        default -> POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":";
                    }));
        }
        client.get().uri("/api/v1/subjects?q=x").exchange().expectStatus().isOk();
        for (Socket socket : sockets) {
            awaitClosed(socket);
        }
    }

    @Test
    void aHeadThatComesByteByByteIsCutOff() throws Exception {
        drip(open("GET /api/v1/subjects HTTP/1.1\r\nX-A: "));
    }

    @Test
    void aBodyThatComesByteByByteIsCutOff() throws Exception {
        drip(open(POST + "Content-Length: 5000\r\n\r\n"));
    }

    /** More bytes for ever, each well within the time allowed for silence. */
    private static void drip(Socket socket) throws Exception {
        try (socket) {
            for (int i = 0; i < 60; i++) {
                socket.getOutputStream().write('x');
                Thread.sleep(250);
            }
        } catch (SocketException closed) {
            return;
        }
        throw new AssertionError("still open after 15 s");
    }

    private Socket open(String start) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void awaitClosed(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(20_000);
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).doesNotStartWith("HTTP/1.1 5");
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }
}
