package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no honest client sends, through every door of the running portal, on bare sockets so that nothing mends it first. */
@ExtendWith(OutputCaptureExtension.class)
class HostileIT extends PortalTest {

    private static final int REQUESTS = Integer.getInteger("test.requests", 600);
    private static final long HEAP_GROWTH = 150L << 20;
    private static final Duration LOGGED_WITHIN = Duration.ofSeconds(60);

    @Test
    void nothingBreaksThePortal(CapturedOutput output) throws Exception {
        long seed = Long.getLong("test.seed", new Random().nextLong());
        System.out.println("seed=" + seed);
        List<HostileRequests.Door> doors = doors().stream()
                .map(door -> new HostileRequests.Door(door.method().name(), through(door), door.consumes()))
                .toList();
        List<String> wrong = new ArrayList<>();
        awaitLog();
        for (HostileRequests.Door door : doors) {
            if (door.method().equals("GET") && !door.path().matches(".*/(CX)?0{16}")) {
                // the lists and batches open to holders of a key only, no site of the seed is proved, and a fragment is
                // for a page
                int honest = door.path().matches("/api/v1/(lists|report-batches)/.*")
                        ? 401
                        : door.path().matches(".*/certificates/site\\.pdf|/widget/v1/badge/.*\\.html") ? 400 : 200;
                int answered = http().get()
                        .uri(door.path())
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value();
                assertThat(answered).as(door.path()).isEqualTo(honest);
            }
        }
        HostileRequests requests = new HostileRequests(new Random(seed), port, cursors());
        Map<String, Integer> statuses = new TreeMap<>();
        ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        long before = heap();
        try {
            for (int i = 0; i < REQUESTS; i++) {
                HostileRequests.Sent request = requests.next(doors.get(i % doors.size()));
                HostileAnswer answer = HostileAnswer.to(request, port);
                statuses.merge(answer.outcome(), 1, Integer::sum);
                String complaint = answer.complaint(request);
                if (!complaint.isEmpty()) {
                    wrong.add(complaint + " <- " + request.what() + ": " + request.start());
                }
            }
        } finally {
            ResourceLeakDetector.setLevel(level);
        }
        System.out.println(REQUESTS + " requests, answers " + statuses);
        assertThat(wrong).as("seed=" + seed).isEmpty();
        assertThat(statuses).as("many are understood, many refused").containsKeys("200", "400", "404", "405", "414");
        assertThat(heap() - before)
                .as("bytes of heap that stayed, seed=" + seed)
                .isLessThan(HEAP_GROWTH);
        assertThat(output.getAll()).as("seed=" + seed).doesNotContain("LEAK:", "OutOfMemoryError", " failed\n");
        assertThat(get("/api/v1/subjects?q=港饼").at("/items")).isNotEmpty();
    }

    /** Proofs are there once something of the seed has entered the log. */
    private void awaitLog() throws InterruptedException {
        long until = System.nanoTime() + LOGGED_WITHIN.toNanos();
        while (get("/api/v1/log/head").get("size").asLong() == 0) {
            assertThat(System.nanoTime()).as("log filled in time").isLessThan(until);
            Thread.sleep(50);
        }
    }

    /** Such as the portal gives out, to be bent. */
    private List<String> cursors() {
        return Stream.of("/api/v1/subjects?size=1", "/api/v1/records?size=1", "/api/v1/subjects?size=1&q=黄石")
                .map(list -> get(list).get("cursor").asString())
                .toList();
    }

    @Test
    void halfOpenRequestsKeepNobodyOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket("localhost", port);
                slow.add(socket);
                String head = i % 2 == 0
                        ? "GET /search?q=a HTTP/1.1\r\nHost: localhost\r\nX-"
                        : "POST /verify HTTP/1.1\r\n"
                                + "Host: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n--";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            for (String page : List.of("/", "/search?q=港饼", "/api/v1/subjects?q=港饼", "/statistics")) {
                assertThat(bytes(page, 200)).isNotEmpty();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
