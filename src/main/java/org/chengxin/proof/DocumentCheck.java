package org.chengxin.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what the signature in a PDF is worth: whether it covers the whole file, whether it holds, and whose it is. */
public final class DocumentCheck {

    /** Where a document of this portal has its signed statement, for checks without any reader of PDF. */
    private static final Pattern STATEMENT =
            Pattern.compile("/ChengxinStatement\\s*\\(([\\w-]{1,200}\\.[\\w-]{1,4000}\\.[\\w-]{1,200})\\)");

    private final Supplier<List<PublishedKey>> keys;

    /** @param keys all keys of this portal, read anew for each file */
    DocumentCheck(Supplier<List<PublishedKey>> keys) {
        this.keys = keys;
    }

    /** What was found; a file that is no PDF is unsigned. Blocks. */
    public Finding of(byte[] file) {
        return of(file, keys.get());
    }

    static Finding of(byte[] file, List<PublishedKey> keys) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Optional<FileSignature> found = FileSignature.in(file, text);
        if (found.isPresent()) {
            FileSignature signature = found.get();
            if (signature.holds()) {
                return keys.stream().anyMatch(signature::isBy)
                        ? new Finding.Genuine()
                        : new Finding.Foreign(signature.signer());
            }
            if (keys.stream().noneMatch(key -> signature.names(key)) && !stated(text, keys)) {
                return new Finding.Foreign(signature.signer());
            }
            return new Finding.Altered();
        }
        return stated(text, keys) ? new Finding.Altered() : new Finding.Unsigned();
    }

    /** Whether the file carries a statement that was signed here. */
    private static boolean stated(String text, List<PublishedKey> keys) {
        return statement(text)
                .filter(statement -> keys.stream().anyMatch(key -> StatementKey.holds(statement, key)))
                .isPresent();
    }

    /** The statement that a file carries, whoever signed it. */
    static Optional<String> statement(byte[] file) {
        return statement(new String(file, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> statement(String text) {
        Matcher statement = STATEMENT.matcher(text);
        return statement.find() ? Optional.of(statement.group(1)) : Optional.empty();
    }

    /** What was found. */
    public sealed interface Finding {

        /** There is no signature that can be read. */
        record Unsigned() implements Finding {}

        /** It was signed here, and something in it was changed, taken away or added afterwards. */
        record Altered() implements Finding {}

        /**
         * The signature is by a key that is none of this portal's, or was not any more when it was made.
         *
         * @param signer who is named by its certificate, which anybody can write; empty when it names nobody
         */
        record Foreign(String signer) implements Finding {}

        /** Signed here, whole and unchanged. */
        record Genuine() implements Finding {}
    }
}
