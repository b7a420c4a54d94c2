package org.chengxin.widget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.chengxin.shared.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The script of the widget in every version this portal ever served: a version is named after its content, so an address
 * with a version means one file for ever, also after the portal has a newer one.
 */
public final class WidgetScript {

    /** Filled in with what the city's configuration decides. */
    private static final String REGISTER = "__REGISTER__";

    static final Duration MOVING = Duration.ofMinutes(10);
    private static final String FOR_EVER = Reply.kept(Duration.ofDays(365)) + ", immutable";
    private static final MediaType TYPE = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private static final String MAJOR = "1-";
    private static final int DIGITS = 12;
    private static final Pattern FILE = Pattern.compile("chengxin-([0-9a-z-]{1,40})\\.js");

    private final Map<String, File> versions = new ConcurrentHashMap<>();
    private final String current;

    /** One version, as it is and in gzip: two representations. */
    record File(Reply plain, Reply compressed) {

        File keptFor(String kept) {
            return new File(plain.keptFor(kept), compressed.keptFor(kept));
        }
    }

    private WidgetScript(String current) {
        this.current = current;
    }

    /**
     * Keeps the script of this build among those of builds before.
     *
     * @param folder where they are kept
     * @param register address of the enterprise register of the city's province
     */
    static WidgetScript open(Path folder, String register) {
        try (InputStream in = WidgetScript.class.getResourceAsStream("/widget/chengxin.js")) {
            if (in == null) {
                throw new IllegalStateException("no /widget/chengxin.js on the class path: the frontend was not built");
            }
            byte[] script = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(REGISTER, register)
                    .getBytes(StandardCharsets.UTF_8);
            String version = MAJOR + HexFormat.of().formatHex(Sha256.of(script)).substring(0, DIGITS);
            WidgetScript scripts = new WidgetScript(version);
            scripts.keep(folder, version, script);
            try (Stream<Path> kept = Files.list(folder)) {
                for (Path file : kept.toList()) {
                    Matcher name = FILE.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        scripts.add(name.group(1), Files.readAllBytes(file));
                    }
                }
            }
            return scripts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void keep(Path folder, String version, byte[] script) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("chengxin-" + version + ".js");
        if (!Files.exists(file)) {
            // half of a file must not be taken for one
            Path half = Files.createTempFile(folder, "half", null);
            Files.write(half, script);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void add(String version, byte[] script) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(script);
        }
        versions.put(
                version,
                new File(
                        Reply.of(TYPE, script, FOR_EVER, HttpHeaders.ACCEPT_ENCODING),
                        Reply.of(TYPE, compressed.toByteArray(), FOR_EVER, HttpHeaders.ACCEPT_ENCODING)
                                .with(HttpHeaders.CONTENT_ENCODING, "gzip")));
    }

    /** The version of this build. */
    public String version() {
        return current;
    }

    /** Value of {@code integrity} for the version of this build (Subresource Integrity). */
    public String integrity() {
        byte[] script = file(current).orElseThrow().plain().body();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(script);
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-384", impossible);
        }
    }

    /** The version of this build under the address that moves with it. */
    File moving() {
        return file(current).orElseThrow().keptFor(Reply.kept(MOVING));
    }

    /** A version under its own address. */
    Optional<File> file(String version) {
        return Optional.ofNullable(versions.get(version));
    }
}
