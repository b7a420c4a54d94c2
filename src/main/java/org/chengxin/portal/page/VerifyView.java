package org.chengxin.portal.page;

import java.util.Arrays;
import java.util.List;
import org.chengxin.catalog.DocumentKind;
import org.jspecify.annotations.Nullable;

/**
 * The page to check a document, and what came of it.
 *
 * @param number as typed, blank for none
 * @param result what came of it, null while nothing was asked
 * @param failures what is wrong with what was given, empty for nothing
 */
public record VerifyView(String number, @Nullable Result result, List<InputFailure> failures) {

    /** What the script of the page may find off line ({@code verify.ts}). */
    public static final List<String> OFFLINE = List.of(
            "genuine",
            "superseded",
            "ended",
            "altered",
            "foreign",
            "unsigned",
            "unreadable",
            "number",
            "receipt",
            "receiptAlone",
            "batch",
            "impossible");

    /** What it tells of it. */
    public static final List<String> FACTS = List.of(
            "document",
            "subject",
            "code",
            "number",
            "issuedAt",
            "past",
            "part",
            "some",
            "end",
            "list",
            "key",
            "signer",
            "request",
            "answer",
            "batch",
            "reports");

    /** What the script of the page may find of the transparency log ({@code log.ts}). */
    public static final List<String> LOG = List.of(
            "signed",
            "unsigned",
            "grown",
            "rewritten",
            "shorter",
            "keptForeign",
            "keptUnreadable",
            "included",
            "absent",
            "notIncluded",
            "impossible");

    /** What it tells of it. */
    public static final List<String> LOG_FACTS = List.of("size", "at", "root", "added", "number", "position");

    /** Kinds of document, as statements name them. */
    public static final List<String> DOCUMENTS =
            Arrays.stream(DocumentKind.values()).map(DocumentKind::code).toList();

    /** Key of the {@code title} or {@code text} of one of {@link #OFFLINE}. */
    public static String offline(String verdict, String part) {
        return "verify.offline." + verdict + "." + part;
    }

    /** Key of the {@code title} or {@code text} of one of {@link #LOG}. */
    public static String log(String verdict, String part) {
        return "verify.log." + verdict + "." + part;
    }

    /** Key of the label of one of {@link #LOG_FACTS}. */
    public static String logFact(String name) {
        return "verify.log.fact." + name;
    }

    /** Key of the name of one of {@link #DOCUMENTS}. */
    public static String document(String kind) {
        return "document." + kind;
    }

    /** Key of the label of one of {@link #FACTS}. */
    public static String fact(String name) {
        return "verify.fact." + name;
    }

    /**
     * What is said of a document.
     *
     * @param state as {@link org.chengxin.report.Verification#code}
     * @param facts number, subject and time, only of a current one
     * @param profileHref where its subject is found, null when not current
     */
    public record Result(
            String state, String title, String text, List<ProfileView.Fact> facts, @Nullable String profileHref) {}
}
