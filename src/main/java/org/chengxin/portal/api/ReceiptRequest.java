package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.chengxin.platform.ProblemException;
import tools.jackson.databind.JsonNode;

/** The body of a request for a receipt. */
record ReceiptRequest(URI request, byte[] answerDigest) {

    private static final String REQUEST = "request";
    private static final String DIGEST = "answerDigest";
    private static final int LONGEST = 8000;

    /** The body as it is described; it is read by hand, so that each mistake can be named. */
    @Schema(name = "ReceiptRequest", description = "An answer that you have.")
    record Body(
            @Schema(
                            description = "What was asked: path and query of a GET of the API, as they were sent.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String request,
            @Schema(
                            description = "SHA-256 of the body of the answer, in base64url or hexadecimal.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String answerDigest) {}

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 that names the field that is missing, unknown or cannot be used
     */
    static ReceiptRequest read(byte[] body) {
        JsonNode tree = StrictJson.tree(body, Set.of(REQUEST, DIGEST));
        return new ReceiptRequest(address(text(tree, REQUEST)), digest(text(tree, DIGEST)));
    }

    private static String text(JsonNode tree, String field) {
        JsonNode value = tree.get(field);
        if (value == null) {
            throw ProblemException.invalid(field, "required");
        }
        if (!value.isString()) {
            throw ProblemException.invalid(field, "not-a-text");
        }
        return value.stringValue().strip();
    }

    private static URI address(String written) {
        String address = written.startsWith("GET ") ? written.substring(4).strip() : written;
        if (address.length() > LONGEST) {
            throw ProblemException.invalid(REQUEST, "too-long", LONGEST);
        }
        try {
            URI read = new URI(address);
            if (!read.isAbsolute() && read.getRawAuthority() == null && read.getRawFragment() == null) {
                return new URI(read.toASCIIString());
            }
        } catch (URISyntaxException unreadable) {
            // told below, like what is readable and yet none
        }
        throw ProblemException.invalid(REQUEST, "not-an-address");
    }

    private static byte[] digest(String written) {
        try {
            byte[] digest = written.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(written)
                    : Base64.getUrlDecoder().decode(written);
            if (digest.length == 32) {
                return digest;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below, like one of another length
        }
        throw ProblemException.invalid(DIGEST, "not-a-digest");
    }
}
