package org.chengxin.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.chengxin.ChengxinApplication;
import org.chengxin.PortalTest;
import org.chengxin.cli.ChengxinCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The log through HTTP and the command line, over the seed, as somebody who trusts nobody reads it. */
class LogDoorIT extends PortalTest {

    @Autowired
    private Sequencer sequencer;

    @TempDir
    private Path folder;

    @Test
    void aPublishedRecordIsProvenAndTheLogOnlyGrows() throws Exception {
        sequencer.run();
        JsonNode head = get("/api/v1/log/head");
        long size = head.get("size").asLong();
        assertThat(size).isPositive();
        String record =
                get("/api/v1/records?size=1&type=penalty").at("/items/0/id").asString();
        JsonNode proof = get("/api/v1/log/proofs?record=" + record);
        JsonNode entry = proof.get("entry");
        assertThat(LogEntry.commitment(
                        bytes(proof.get("salt")), proof.get("content").asString()))
                .isEqualTo(bytes(entry.get("commitment")));
        String leaf = String.join(
                "\n",
                "chengxin-log-v1",
                entry.get("op").asString(),
                entry.get("at").asString(),
                entry.get("commitment").asString());
        assertThat(Merkle.included(
                        Merkle.leaf(leaf.getBytes(StandardCharsets.UTF_8)),
                        entry.get("position").asLong(),
                        proof.at("/head/size").asLong(),
                        list(proof.get("path")),
                        bytes(proof.at("/head/root"))))
                .isTrue();

        byte[] report = http().get()
                .uri("/api/v1/subjects/91420202MA44G5GY9R/report.pdf")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(report).isNotEmpty();
        sequencer.run();
        JsonNode later = get("/api/v1/log/head");
        assertThat(later.get("size").asLong()).isGreaterThan(size);
        JsonNode growth = get("/api/v1/log/consistency?first=" + size + "&second=" + later.get("size"));
        assertThat(Merkle.grown(
                        size,
                        bytes(head.get("root")),
                        later.get("size").asLong(),
                        bytes(later.get("root")),
                        list(growth.get("path"))))
                .isTrue();
        assertThat(get("/api/v1/log/entries?size=1").get("cursor").asString()).isEqualTo("1");
        assertThat(body("/about/data?lang=en")).contains("Transparency log");

        Path kept = Files.writeString(folder.resolve("head.json"), head.toString());
        assertThat(check(kept)).isZero();
        Path forged = Files.writeString(
                folder.resolve("forged.json"),
                head.toString().replaceFirst("(\"statement\":\"[^\"]*)...\"", "$1AAA\""));
        assertThat(check(forged)).isEqualTo(3);
    }

    private int check(Path head) {
        return ChengxinCommand.run(
                ChengxinApplication.class,
                new String[] {"log", "check", "--portal", "http://localhost:" + port + "/", "--head", head.toString()});
    }

    @Test
    void whatIsNotThereOrCannotBeIsSaid() {
        for (String gone : List.of(
                "proofs?record=nobody",
                "proofs?document=CX1",
                "proofs?entry=999999999",
                "consistency?first=0&second=999999999",
                "consistency?first=2&second=1")) {
            http().get().uri("/api/v1/log/" + gone).exchange().expectStatus().isNotFound();
        }
        for (String wrong : List.of("proofs?entry=-1", "entries?cursor=x", "consistency?first=0", "head?x=1")) {
            http().get().uri("/api/v1/log/" + wrong).exchange().expectStatus().isBadRequest();
        }
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getUrlDecoder().decode(text.asString());
    }

    private static List<byte[]> list(JsonNode path) {
        List<byte[]> hashes = new ArrayList<>();
        path.forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }
}
