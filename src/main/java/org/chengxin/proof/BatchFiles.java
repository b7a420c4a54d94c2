package org.chengxin.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chengxin.shared.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in the ZIP of a batch, one file in memory at a time.
 *
 * @param manifest as it stands there, empty without one
 * @param statement of the manifest, empty without one
 * @param documents SHA-256 in hexadecimal of each other file, by name
 * @param once whether no two files share a name
 */
record BatchFiles(byte[] manifest, String statement, Map<String, String> documents, boolean once) {

    /** Bytes of one file; a document is far smaller. */
    private static final int LARGEST = 16 << 20;

    /**
     * Reads the files that the directory of a ZIP names, as programs that unpack it do.
     *
     * @throws IOException when it cannot be read, or a file is larger than any of a batch
     */
    static BatchFiles in(ZipFile zip) throws IOException {
        byte[] manifest = {};
        String statement = "";
        Map<String, String> documents = new TreeMap<>();
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        for (ZipEntry entry : entries) {
            byte[] content = content(zip, entry);
            switch (entry.getName()) {
                case Manifest.FILE -> manifest = content;
                case Manifest.STATEMENT -> statement = new String(content, StandardCharsets.US_ASCII).strip();
                default -> documents.put(entry.getName(), HexFormat.of().formatHex(Sha256.of(content)));
            }
        }
        long names = entries.stream().map(ZipEntry::getName).distinct().count();
        return new BatchFiles(manifest, statement, documents, names == entries.size());
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException(entry.getName() + " is larger than any file of a batch");
            }
            return content;
        }
    }

    /** Whether the manifest is the one of a digest, and the other files are those that it names, unchanged, and no more. */
    boolean wholeAs(byte[] digest) {
        return once && Arrays.equals(Sha256.of(manifest), digest) && documents.equals(named());
    }

    private Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode row : rows()) {
            if (row.has("file")) {
                named.put(row.path("file").asString(""), row.path("sha256").asString(""));
            }
        }
        return named;
    }

    /** Numbers of the documents that it names. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (JsonNode row : rows()) {
            if (row.has("file")) {
                numbers.add(row.path("number").asString(""));
            }
        }
        return numbers;
    }

    private JsonNode rows() {
        try {
            return JsonMapper.shared().readTree(manifest).path("rows");
        } catch (JacksonException noManifest) {
            return JsonMapper.shared().createArrayNode();
        }
    }
}
