package org.chengxin.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Checks documents and statements with nothing but published keys and, where there is one, the list of revocations: no store, no
 * network. The page {@code /verify} does the same in a browser, with the same verdicts.
 */
public final class OfflineCheck {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final List<PublishedKey> keys;
    private final @Nullable RevocationList revocations;
    private final Instant now;

    /**
     * A check as of now.
     *
     * @param keys all of the portal, see {@link PublishedKey#ofKeySet}
     * @param revocations the list as the portal signs it, null for none
     * @throws IllegalArgumentException when the list is signed by none of the keys
     */
    public OfflineCheck(List<PublishedKey> keys, @Nullable String revocations, Instant now) {
        this.keys = List.copyOf(keys);
        this.revocations = revocations == null ? null : RevocationList.read(revocations.strip(), this.keys);
        this.now = now;
    }

    /** What is to be said of it. */
    public enum State {
        /** Signed by the portal, unchanged, and as far as the list of revocations goes it still holds. */
        GENUINE,
        /** Genuine, but information was updated since. */
        SUPERSEDED,
        /** Genuine, but the end that it states itself has come. */
        ENDED,
        /** Signed by the portal and changed afterwards. */
        ALTERED,
        /** Signed by a key that is none of the portal's, or was not any more. */
        FOREIGN,
        /** There is no signature that can be read. */
        UNSIGNED
    }

    /**
     * What was found.
     *
     * @param claims what the statement says that was signed, named as in RFC 7519 where it has a name; empty where none was
     * @param signer of a foreign document, as its certificate says, which anybody can write; else null
     * @param development whether nobody vouches for the key of the statement; null where there is none
     * @param listed moment of the list of revocations, null when there was none
     */
    public record Verdict(
            State state,
            Map<String, Object> claims,
            @Nullable String signer,
            @Nullable Boolean development,
            @Nullable Instant listed) {

        /** The number it states, empty when it states none. */
        public String number() {
            return claims.get("jti") instanceof String text ? text : "";
        }

        /** The moment it states, that of the epoch when it states none. */
        public Instant at() {
            return Jws.moment(claims, "iat", Instant.EPOCH);
        }
    }

    /** A document (PDF), or a text that ends with a statement: the content of a QR code, a receipt, a head of the log. */
    public Verdict of(byte[] content) {
        if (!startsWith(content, PDF)) {
            String text = new String(content, StandardCharsets.UTF_8).strip();
            Matcher statement = Jws.FORM.matcher(text.substring(text.indexOf('#') + 1));
            return statement.matches() ? stated(statement.group()) : verdict(State.UNSIGNED);
        }
        DocumentCheck.Finding found = DocumentCheck.of(content, keys);
        if (found instanceof DocumentCheck.Finding.Genuine) {
            return DocumentCheck.statement(content).map(this::stated).orElseGet(() -> verdict(State.GENUINE));
        }
        if (found instanceof DocumentCheck.Finding.Foreign foreign) {
            return new Verdict(State.FOREIGN, Map.of(), foreign.signer(), null, listed());
        }
        return verdict(found instanceof DocumentCheck.Finding.Altered ? State.ALTERED : State.UNSIGNED);
    }

    /**
     * The ZIP of a batch: genuine while its manifest is signed, the files are those that it names, unchanged, and none of them is on
     * the list.
     *
     * @param files what was read of it, to its end
     */
    public Verdict of(BatchFiles files) {
        if (!Jws.FORM.matcher(files.statement()).matches()) {
            return verdict(State.UNSIGNED);
        }
        Verdict stated = stated(files.statement());
        if (stated.claims().isEmpty()) {
            return stated;
        }
        if (!Manifest.KIND.equals(stated.claims().get("knd")) || !files.wholeAs(digest(stated.claims()))) {
            return verdict(State.ALTERED);
        }
        return revocations != null && files.numbers().stream().anyMatch(revocations::has)
                ? new Verdict(State.SUPERSEDED, stated.claims(), null, stated.development(), listed())
                : stated;
    }

    private static byte[] digest(Map<String, Object> claims) {
        return claims.get("dig") instanceof String text ? Encoding.bytes(text) : new byte[0];
    }

    private Verdict stated(String statement) {
        Jws jws = Jws.open(statement, keys);
        PublishedKey key = jws.key();
        if (key == null) {
            return verdict(jws.state() == Jws.State.ALTERED ? State.ALTERED : State.FOREIGN);
        }
        return new Verdict(standing(jws), jws.claims(), null, key.development(), listed());
    }

    private State standing(Jws jws) {
        if (revocations != null && revocations.has(jws.text("jti"))) {
            return State.SUPERSEDED;
        }
        return now.isBefore(Jws.moment(jws.claims(), "exp", Instant.MAX)) ? State.GENUINE : State.ENDED;
    }

    private Verdict verdict(State state) {
        return new Verdict(state, Map.of(), null, null, listed());
    }

    private @Nullable Instant listed() {
        return revocations == null ? null : revocations.asOf();
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
