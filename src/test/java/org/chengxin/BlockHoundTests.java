package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** BlockHound is on: a door that blocks its event loop fails, the same work on a thread for it does not. */
class BlockHoundTests {

    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private DisposableServer server;

    private static String slow() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done";
    }

    @BeforeEach
    void serve() {
        var doors = RouterFunctions.route()
                .GET("/on-the-loop", request -> answer(Mono.fromSupplier(BlockHoundTests::slow)))
                .GET(
                        "/beside-it",
                        request -> answer(
                                Mono.fromSupplier(BlockHoundTests::slow).subscribeOn(Schedulers.boundedElastic())))
                .build();
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(doors)))
                .bindNow();
    }

    private Mono<ServerResponse> answer(Mono<String> work) {
        return work.doOnError(failures::add).flatMap(text -> ServerResponse.ok().bodyValue(text));
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private int status(String path) throws Exception {
        URI address = URI.create("http://localhost:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aDoorThatBlocksItsEventLoopFails() throws Exception {
        assertThat(status("/on-the-loop")).isEqualTo(500);
        assertThat(failures).singleElement().isInstanceOf(BlockingOperationError.class);
    }

    @Test
    void theSameWorkOnAThreadForItDoesNot() throws Exception {
        assertThat(status("/beside-it")).isEqualTo(200);
        assertThat(failures).isEmpty();
    }
}
