package org.chengxin.report;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads documents with libraries that did not write them. */
public final class PdfReading {

    private PdfReading() {}

    public static String text(byte[] pdf) {
        return pages(pdf, 1, Integer.MAX_VALUE);
    }

    static String page(byte[] pdf, int page) {
        return pages(pdf, page, page);
    }

    private static String pages(byte[] pdf, int from, int to) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\f\n");
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document).replace('\u00A0', ' ');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int pageCount(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** Bookmarks with their level as leading blanks and the page they lead to. */
    static List<String> bookmarks(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> found = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                found.add(item.getTitle() + " " + pageOf(document, item));
                item.children().forEach(child -> found.add("  " + child.getTitle() + " " + pageOf(document, child)));
            }
            return found;
        }
    }

    private static int pageOf(PDDocument document, PDOutlineItem item) {
        try {
            return document.getPages().indexOf(item.findDestinationPage(document)) + 1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<PDFont> fonts(byte[] pdf, PDDocument document) throws Exception {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    /** What the QR code in a part of a page says, as a scanner at 300 dpi reads it; the part in fractions of the page. */
    static String code(byte[] pdf, int page, double x, double y, double width, double height) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage whole = new PDFRenderer(document).renderImageWithDPI(page - 1, 300, ImageType.RGB);
            BufferedImage part = whole.getSubimage(
                    (int) (x * whole.getWidth()), (int) (y * whole.getHeight()), (int) (width * whole.getWidth()), (int)
                            (height * whole.getHeight()));
            int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
            RGBLuminanceSource source = new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
