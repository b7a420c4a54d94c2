package org.chengxin.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in the ZIP of a batch, read while it arrives (PKWARE APPNOTE 4.3): files that are stored one after the other, as the portal
 * writes them, and a directory at the end that names exactly these, so that every program unpacks the same. Any other ZIP is none of
 * a batch. Nothing is unpacked, and of the documents only digests are kept: however large or hostile a file is, it takes no more
 * than a megabyte or two. Not safe for several threads at once.
 */
public final class BatchFiles {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int SIGNATURE_BYTES = 4;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;

    /** The one bit of a head that says nothing of how a file is stored: that its name is in UTF-8. */
    private static final int UTF_8 = 1 << 11;

    private static final int LONGEST_HEAD = 1024;

    /** Bytes of a manifest of the most rows, and some. */
    private static final int LARGEST_MANIFEST = 1 << 20;

    private static final int MOST_FILES = Manifest.MOST_DOCUMENTS + 2;

    /** What of a file the directory says again. */
    private record Place(long offset, int length) {}

    private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> documents = new TreeMap<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final MessageDigest digest = Sha256.start();
    private byte[] manifest = {};
    private String statement = "";
    /** Where the head begins that arrives, or the one after the file that arrives. */
    private long at;
    /** The file that arrives, null between two. */
    private @Nullable String name;
    /** How much of it is to come. */
    private int missing;

    /** Files that the directory has named so far, and its bytes. */
    private int listed;

    private int directory;
    private boolean begun;
    private boolean whole;
    private boolean broken;

    /** Takes the next part, all of it. */
    public void add(ByteBuffer part) {
        try {
            while (!broken && part.hasRemaining()) {
                if (name == null) {
                    head(part);
                } else {
                    file(name, part);
                }
            }
        } catch (NoBatch otherwise) {
            broken = true;
        }
    }

    /** Whether what arrived so far begins as the ZIP of a batch does. */
    public boolean isBatch() {
        return begun;
    }

    /** Files but for the manifest and its statement. */
    public int count() {
        return documents.size();
    }

    /** The statement of the manifest, empty when there is none or this is not, to its end, the ZIP of a batch. */
    String statement() {
        return whole && !broken ? statement : "";
    }

    private void head(ByteBuffer part) throws NoBatch {
        require(!whole);
        int wanted = wanted();
        copy(part, wanted - head.position(), head::put);
        // once more of it is there, it may say that it is longer
        if (head.position() == wanted && wanted == wanted()) {
            int signature = head.getInt(0);
            switch (signature) {
                case LOCAL -> local();
                case CENTRAL -> central();
                default -> end();
            }
            head.clear();
        }
    }

    /** Length of the head that arrives, as far as it can be told yet. */
    private int wanted() throws NoBatch {
        int has = head.position();
        if (has < SIGNATURE_BYTES) {
            return SIGNATURE_BYTES;
        }
        int length =
                switch (head.getInt(0)) {
                    case LOCAL -> has < LOCAL_BYTES ? LOCAL_BYTES : LOCAL_BYTES + number(26) + number(28);
                    case CENTRAL ->
                        has < CENTRAL_BYTES ? CENTRAL_BYTES : CENTRAL_BYTES + number(28) + number(30) + number(32);
                    case END -> END_BYTES;
                    default -> 0;
                };
        require(length > 0 && length <= LONGEST_HEAD);
        return length;
    }

    /** A file begins. */
    private void local() throws NoBatch {
        begun = true;
        String file = text(LOCAL_BYTES, number(26));
        int length = stored(6, 18);
        require(listed == 0 && places.size() < MOST_FILES && places.put(file, new Place(at, length)) == null);
        at += head.position() + (long) length;
        name = file;
        missing = length;
        if (length == 0) {
            ended(file);
        }
    }

    /** The directory names the next file. */
    private void central() throws NoBatch {
        listed++;
        directory += head.position();
        Place place = new Place(Integer.toUnsignedLong(head.getInt(42)), stored(8, 20));
        require(place.equals(places.remove(text(CENTRAL_BYTES, number(28)))));
    }

    /** It ends, in one piece and without a comment, with how many files it has named in how many bytes, and where. */
    private void end() throws NoBatch {
        require(begun && places.isEmpty() && number(4) == 0 && number(6) == 0);
        require(number(8) == listed && number(10) == listed && head.getInt(12) == directory);
        require(Integer.toUnsignedLong(head.getInt(16)) == at && number(20) == 0);
        whole = true;
    }

    /** Length of a file, once its head says that it is stored as it is: not compressed, not encrypted, no length after it. */
    private int stored(int flags, int sizes) throws NoBatch {
        int length = head.getInt(sizes);
        require((number(flags) & ~UTF_8) == 0
                && number(flags + 2) == 0
                && length >= 0
                && length == head.getInt(sizes + 4));
        return length;
    }

    private void file(String file, ByteBuffer part) throws NoBatch {
        boolean said = file.equals(Manifest.FILE) || file.equals(Manifest.STATEMENT);
        require(!said || missing <= LARGEST_MANIFEST);
        missing -= copy(part, missing, said ? this::keep : digest::update);
        if (missing == 0) {
            ended(file);
        }
    }

    private void keep(ByteBuffer part) {
        while (part.hasRemaining()) {
            kept.write(part.get());
        }
    }

    private void ended(String file) {
        switch (file) {
            case Manifest.FILE -> manifest = kept.toByteArray();
            case Manifest.STATEMENT ->
                statement = kept.toString(StandardCharsets.US_ASCII).strip();
            default -> documents.put(file, HexFormat.of().formatHex(digest.digest()));
        }
        kept.reset();
        name = null;
    }

    /** Hands over what there is of a length, and tells how much. */
    private static int copy(ByteBuffer from, int length, Consumer<ByteBuffer> to) {
        int there = Math.min(length, from.remaining());
        to.accept(from.slice(from.position(), there));
        from.position(from.position() + there);
        return there;
    }

    private int number(int position) {
        return Short.toUnsignedInt(head.getShort(position));
    }

    private String text(int from, int length) {
        return new String(head.array(), from, length, StandardCharsets.UTF_8);
    }

    private static void require(boolean so) throws NoBatch {
        if (!so) {
            throw new NoBatch();
        }
    }

    /** Whether the manifest is the one of a digest, and the other files are those that it names, unchanged, and no more. */
    boolean wholeAs(byte[] signed) {
        return Arrays.equals(Sha256.of(manifest), signed) && documents.equals(named());
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

    /** What arrives is not the ZIP of a batch. */
    private static final class NoBatch extends Exception {

        private static final long serialVersionUID = 1;

        NoBatch() {
            super("no ZIP of a batch", null, false, false);
        }
    }
}
