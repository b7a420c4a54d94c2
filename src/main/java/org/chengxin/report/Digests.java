package org.chengxin.report;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.chengxin.record.Archive;
import org.chengxin.shared.Sha256;
import org.chengxin.site.SiteProofs;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what of an archive a document shows, independent of language, layout and moment. */
final class Digests {

    private Digests() {}

    /**
     * The same as long as a new document would say the same of the subject. Order of records and branches does not count; each part
     * is written with its length, so that no two contents run together.
     */
    static byte[] of(Archive archive, SiteProofs.@Nullable Proof proof) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            subject(out, archive.subject());
            List<Archive.RecordView> records = archive.records().stream()
                    .sorted(Comparator.comparing(Archive.RecordView::id))
                    .toList();
            out.writeInt(records.size());
            for (Archive.RecordView record : records) {
                record(out, record);
            }
            List<Archive.Relation> branches = archive.branches().stream()
                    .sorted(Comparator.comparing(Archive.Relation::id))
                    .toList();
            out.writeInt(branches.size());
            for (Archive.Relation branch : branches) {
                texts(out, branch.id(), branch.name(), branch.region(), branch.records());
            }
            Archive.Relation company = archive.company();
            texts(out, company == null ? null : company.name());
            if (proof != null) {
                texts(out, proof.host(), proof.method(), proof.since());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Sha256.of(bytes.toByteArray());
    }

    private static void subject(DataOutputStream out, Archive.SubjectView subject) throws IOException {
        texts(
                out,
                subject.id(),
                subject.kind().code(),
                subject.name(),
                subject.uscc(),
                subject.region(),
                subject.address(),
                subject.status().code(),
                subject.representative(),
                subject.registeredOn(),
                subject.capital(),
                subject.industry(),
                subject.scope());
        List<String> identifiers =
                subject.identifiers().stream().map(Identifier::key).sorted().toList();
        texts(out, identifiers.toArray());
        List<OtherName> names = subject.names().stream()
                .sorted(Comparator.comparing(OtherName::kind).thenComparing(OtherName::name))
                .toList();
        out.writeInt(names.size());
        for (OtherName name : names) {
            texts(out, name.kind().name(), name.name(), name.until());
        }
    }

    private static void record(DataOutputStream out, Archive.RecordView record) throws IOException {
        texts(
                out,
                record.id(),
                record.type().code(),
                record.title(),
                record.documentNumber(),
                record.authority(),
                record.decidedOn(),
                record.validUntil(),
                record.level(),
                record.publicUntil(),
                record.source());
        out.writeInt(record.values().size());
        for (Archive.Value value : record.values()) {
            texts(out, value.field().name(), value.text());
        }
    }

    private static void texts(DataOutputStream out, @Nullable Object... values) throws IOException {
        out.writeInt(values.length);
        for (Object value : values) {
            if (value == null) {
                out.writeInt(-1);
            } else {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        }
    }
}
