package org.chengxin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a portal publishes, from its address or from a file that was saved of it. */
final class PublishedText {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Room for the hashes of several million documents. */
    private static final int LARGEST = 64 << 20;

    private PublishedText() {}

    /**
     * The text.
     *
     * @param place {@code http://}, {@code https://} or a file
     * @throws UncheckedIOException when it cannot be had, or is larger than anything a portal publishes
     */
    static String of(String place) {
        try {
            return place.matches("(?i)https?://.*") ? fetched(URI.create(place)) : Files.readString(Path.of(place));
        } catch (IOException failure) {
            throw new UncheckedIOException(place + ": " + failure.getMessage(), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    private static String fetched(URI address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            if (bytes.length > LARGEST) {
                throw new IOException("more than " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
