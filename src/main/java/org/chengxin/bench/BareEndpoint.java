package org.chengxin.bench;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.io.PrintWriter;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The ceiling: a WebFlux endpoint that only says hello, in a process of its own as the portal is. */
public final class BareEndpoint {

    static final String PATH = "/hello";

    private BareEndpoint() {}

    /** Serves until the process is stopped. */
    public static void serve(int port, PrintWriter out) {
        var hello =
                RouterFunctions.route(GET(PATH), request -> ServerResponse.ok().bodyValue("hello"));
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(hello)))
                .bindNow();
        out.println("listening on " + server.port());
        out.flush();
        server.onDispose().block();
    }
}
