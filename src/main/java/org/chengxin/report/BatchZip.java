package org.chengxin.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chengxin.proof.Manifest;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the ZIP of a batch piece by piece: the reports, as they are, in the order of the rows, then the manifest and its signed
 * statement. Written again it has the same bytes, as long as its reports hold. Holds one report at a time. Not for several threads
 * at once.
 */
final class BatchZip {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(piece);
    private final List<Map<String, Object>> manifest = new ArrayList<>();
    private final ReportBatch batch;
    private final LocalDateTime local;
    private final DocumentStatements statements;
    /** When the last of its reports was issued, or ceased to be kept. */
    private Instant written;
    /** Of the report that ends first. */
    private @Nullable Instant end;

    /**
     * Nothing is written yet.
     *
     * @param zone in which its files tell when the batch was asked for
     */
    BatchZip(ReportBatch batch, ZoneId zone, DocumentStatements statements) {
        this.batch = batch;
        this.written = batch.createdAt();
        this.local = LocalDateTime.ofInstant(batch.createdAt(), zone);
        this.statements = statements;
    }

    /** The bytes that come with a row; none when there is no report of it. */
    byte[] add(BatchRow row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("row", row.place());
        told.put("subject", row.subject());
        told.put("state", row.state() == null ? "" : row.state().code());
        if (row.number() != null) {
            told.put("number", row.number());
        }
        manifest.add(told);
        Instant at = row.at();
        if (at != null && at.isAfter(written)) {
            written = at;
        }
        byte[] file = row.file();
        if (file == null) {
            return new byte[0];
        }
        String name = String.format("%04d-%s.pdf", row.place(), row.number());
        told.put("file", name);
        told.put("sha256", HexFormat.of().formatHex(Sha256.of(file)));
        Instant until = row.validUntil();
        if (until != null) {
            told.put("validUntil", until.toString());
            end = end == null || until.isBefore(end) ? until : end;
        }
        write(name, file);
        return taken();
    }

    /** The bytes that end it: what came of each row, that this portal says so, and the directory of the files. */
    byte[] end() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("batch", batch.id());
        told.put("language", batch.language().toLanguageTag());
        told.put("createdAt", batch.createdAt().toString());
        told.put("writtenAt", written.toString());
        told.put("rows", manifest);
        byte[] whole = JSON.writeValueAsBytes(told);
        write(Manifest.FILE, whole);
        write(
                Manifest.STATEMENT,
                statements.of(batch, Sha256.of(whole), written, end).getBytes(StandardCharsets.US_ASCII));
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return taken();
    }

    private void write(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        // PDF is compressed already
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(local);
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] taken() {
        byte[] taken = piece.toByteArray();
        piece.reset();
        return taken;
    }
}
