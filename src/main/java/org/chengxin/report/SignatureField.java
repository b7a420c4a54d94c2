package org.chengxin.report;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfFormField;
import com.lowagie.text.pdf.PdfIndirectReference;
import com.lowagie.text.pdf.PdfLiteral;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Locale;
import org.chengxin.proof.DocumentSigner;

/**
 * The signature of a document (ISO 32000-1, 12.8): room for it is left while the file is written and filled afterwards, so that
 * a file is written once and signed whole.
 */
final class SignatureField {

    private static final String NAME = "Signature";
    private static final int BYTE_RANGE = 48;
    private static final int SIGNATURES_EXIST = 1;
    private static final int APPEND_ONLY = 2;
    private static final float PADDING = 12;
    private static final float LEADING = 16;

    private final PdfWriter writer;
    private final DocumentSigner signer;
    private final Instant at;
    private final PdfLiteral byteRange = new PdfLiteral(BYTE_RANGE);
    private final PdfLiteral contents;
    private final PdfIndirectReference dictionary;

    SignatureField(PdfWriter writer, DocumentSigner signer, Instant at) {
        this.writer = writer;
        this.signer = signer;
        this.at = at;
        this.contents = new PdfLiteral(2 + 2 * signer.longest());
        this.dictionary = writer.getPdfIndirectReference();
        PdfDictionary signature = new PdfDictionary(PdfName.SIG);
        signature.put(PdfName.FILTER, PdfName.ADOBE_PPKLITE);
        signature.put(PdfName.SUBFILTER, PdfName.ADBE_PKCS7_DETACHED);
        signature.put(PdfName.BYTERANGE, byteRange);
        signature.put(PdfName.CONTENTS, contents);
        signature.put(PdfName.M, new PdfDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC))));
        signature.put(PdfName.NAME, new PdfString(signer.signer(), PdfString.TEXT_UNICODE));
        try {
            writer.addToBody(signature, dictionary, false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Shows on the current page who signed and when; a development key is said to be one. */
    void show(Prose prose, Words words, Rectangle place) {
        PdfFormField field = PdfFormField.createSignature(writer);
        field.setWidget(place, null);
        field.setFlags(PdfAnnotation.FLAGS_PRINT | PdfAnnotation.FLAGS_LOCKED);
        field.setFieldName(NAME);
        field.setPage();
        field.put(PdfName.V, dictionary);
        field.setAppearance(PdfAnnotation.APPEARANCE_NORMAL, panel(prose, words, place.getWidth(), place.getHeight()));
        writer.setSigFlags(SIGNATURES_EXIST | APPEND_ONLY);
        writer.addAnnotation(field);
    }

    private PdfTemplate panel(Prose prose, Words words, float width, float height) {
        PdfTemplate panel = writer.getDirectContent().createTemplate(width, height);
        panel.setColorFill(Palette.QUIET);
        panel.rectangle(0, 0, width, height);
        panel.fill();
        panel.setColorFill(Palette.VERMILION);
        panel.rectangle(0, 0, 2.4f, height);
        panel.fill();
        Phrase text = new Phrase();
        prose.append(text, words.of("signature.heading") + "\n", Style.STATE);
        prose.append(text, words.of("signature.signer", signer.signer()) + "\n", Style.CELL);
        prose.append(text, words.of("signature.time", words.second(at)) + "\n", Style.CELL);
        if (signer.development()) {
            prose.append(text, words.of("signature.development"), Style.WARNING);
        }
        ColumnText column = new ColumnText(panel);
        column.setSimpleColumn(text, PADDING, 2, width - PADDING, height - 2, LEADING, Element.ALIGN_LEFT);
        column.go();
        return panel;
    }

    /** The file with its signature in the room that was left for it. */
    byte[] sign(byte[] file) {
        int from = Math.toIntExact(contents.getPosition());
        int to = from + contents.getPosLength();
        put(file, byteRange, String.format(Locale.ROOT, "[0 %d %d %d]", from, to, file.length - to));
        byte[] signature = signer.sign(
                at, new DocumentSigner.Part(file, 0, from), new DocumentSigner.Part(file, to, file.length - to));
        String hex = HexFormat.of().formatHex(signature);
        put(file, contents, "<" + hex + "0".repeat(contents.getPosLength() - 2 - hex.length()) + ">");
        return file;
    }

    private static void put(byte[] file, PdfLiteral room, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > room.getPosLength()) {
            throw new IllegalStateException("the room left in the file is too small");
        }
        System.arraycopy(bytes, 0, file, Math.toIntExact(room.getPosition()), bytes.length);
    }
}
