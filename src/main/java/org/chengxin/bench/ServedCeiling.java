package org.chengxin.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The {@link BareEndpoint} in a process of its own, answering. */
final class ServedCeiling implements AutoCloseable {

    static final List<Load.Request> REQUESTS = List.of(Load.Request.get(BareEndpoint.PATH));
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final URI address;

    private ServedCeiling(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it answers. */
    static ServedCeiling start(Program program) throws IOException, InterruptedException {
        int port = ServedPortal.freePort();
        File output = program.folder().resolve("bare.log").toFile();
        Process process = program.start(output, List.of("bench-bare", Integer.toString(port)));
        ServedCeiling ceiling = new ServedCeiling(process, URI.create("http://127.0.0.1:" + port));
        HttpRequest hello = HttpRequest.newBuilder(ceiling.address.resolve(BareEndpoint.PATH))
                .build();
        while (true) {
            try {
                HttpClient.newHttpClient().send(hello, HttpResponse.BodyHandlers.discarding());
                return ceiling;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IOException("the bare endpoint did not start", notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    URI address() {
        return address;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        Processes.stop(process, STOP_SECONDS);
    }
}
