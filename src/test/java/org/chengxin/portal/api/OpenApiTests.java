package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API against the golden file; {@code -Dgolden.rewrite=true} writes it anew. */
@ApiTest
class OpenApiTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/openapi.json");

    @Autowired
    WebTestClient client;

    @Test
    void theDescriptionIsTheGoldenOne() throws IOException {
        JsonMapper pretty =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        String described = pretty.writeValueAsString(pretty.readTree(client.mutate()
                        .responseTimeout(Duration.ofSeconds(30))
                        .build()
                        .get()
                        .uri("/api/v1/openapi.json")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()))
                + "\n";
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, described);
        }
        assertThat(described)
                .as("changed on purpose? write it anew with -Dgolden.rewrite=true and read the diff")
                .isEqualTo(Files.readString(GOLDEN));
    }
}
