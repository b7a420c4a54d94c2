package org.chengxin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chengxin.TestStore;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.StartupFailure;
import org.chengxin.platform.store.DataDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys over the real store: made, read from a file, changed, and never forgotten. */
class SigningKeysIT {

    private final TestStore store = TestStore.fresh();

    @TempDir
    private Path folder;

    @Test
    void aDevelopmentKeyIsMadeOnceAndMarked() {
        DocumentKey first = keys(null, "", TestKeys.MADE).ofDocuments();
        DocumentKey second = keys(null, "", TestKeys.MADE).ofDocuments();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(first.development()).isTrue();
        assertThat(first.signer()).isEqualTo("信用黄石");
        assertThat(keys(null, "", TestKeys.MADE).all()).singleElement().satisfies(key -> assertThat(key.development())
                .isTrue());
        assertThat(folder.resolve("data/keys/documents.pem")).exists();
    }

    @Test
    void rotatedKeysStayPublishedAndSignNothingLater() {
        SigningKeys keys = keys(null, "", TestKeys.MADE);
        String document = keys.ofDocuments().id();
        String statement = keys.ofStatements().id();
        Instant later = TestKeys.MADE.plusSeconds(3600);
        SigningKeys rotated = keys(null, "", later);
        assertThat(rotated.rotate()).isTrue();
        assertThat(rotated.all()).as("until the portal is started again").allMatch(key -> key.until() == null);
        assertThat(rotated.ofDocuments().id()).isNotEqualTo(document);
        assertThat(rotated.ofStatements().id()).isNotEqualTo(statement);
        List<PublishedKey> all = rotated.all();
        assertThat(all).hasSize(4);
        assertThat(all.subList(0, 2)).allMatch(key -> key.until() == null);
        assertThat(all.subList(2, 4)).extracting(PublishedKey::id).containsExactlyInAnyOrder(document, statement);
        assertThat(all.subList(2, 4)).extracting(PublishedKey::until).containsOnly(later);
    }

    @Test
    void aFileOfTheSettingsIsUsedAndOneThatCannotBeIsSaidInOneLine() throws Exception {
        Path file = folder.resolve("city.p12");
        KeyStore made = KeyStore.getInstance("PKCS12");
        made.load(null, null);
        made.setKeyEntry(
                "city",
                TestKeys.DOCUMENT.key(),
                "secret".toCharArray(),
                TestKeys.DOCUMENT.chain().toArray(Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(file)) {
            made.store(out, "secret".toCharArray());
        }
        DocumentKey used = keys(file, "secret", TestKeys.MADE).ofDocuments();
        assertThat(used.id()).isEqualTo(TestKeys.DOCUMENT.id());
        assertThat(used.development()).isFalse();
        assertThat(keys(file, "secret", TestKeys.MADE).rotate()).isFalse();

        assertThatThrownBy(() -> keys(file, "wrong", TestKeys.MADE).ofDocuments())
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("city.p12");
        assertThatThrownBy(() -> keys(file, "secret", TestKeys.MADE.plusSeconds(86400L * 4000))
                        .ofDocuments())
                .as("a certificate that has run out")
                .isInstanceOf(StartupFailure.class);
        assertThatThrownBy(() ->
                        keys(folder.resolve("none.p12"), "", TestKeys.MADE).ofDocuments())
                .isInstanceOf(StartupFailure.class);
    }

    @Test
    void nodesWithKeysOfTheirOwnStartTogether() throws Exception {
        int nodes = 6;
        ExecutorService starts = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<DocumentKey>> started = IntStream.range(0, nodes)
                    .mapToObj(node -> starts.submit(
                            () -> keys("node" + node, null, "", TestKeys.MADE).ofDocuments()))
                    .toList();
            Set<String> ids = new TreeSet<>();
            for (Future<DocumentKey> start : started) {
                ids.add(start.get(30, TimeUnit.SECONDS).id());
            }
            List<PublishedKey> all = keys(null, "", TestKeys.MADE).all();
            assertThat(all).extracting(PublishedKey::id).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(all.stream().filter(key -> key.until() == null)).hasSize(1);
        } finally {
            starts.shutdownNow();
        }
    }

    private SigningKeys keys(@Nullable Path file, String password, Instant now) {
        return keys("data", file, password, now);
    }

    private SigningKeys keys(String name, @Nullable Path file, String password, Instant now) {
        DataDirectory directory = DataDirectory.open(folder.resolve(name), true);
        return new SigningKeys(
                directory,
                new DocumentKeys(directory, new ChengxinProperties.Keys(file, password, null), "信用黄石"),
                new PublishedKeys(store.jdbc, store.json),
                store.transaction,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
