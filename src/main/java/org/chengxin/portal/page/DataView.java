package org.chengxin.portal.page;

import java.util.List;

/**
 * What the data are: sources with their freshness, rules of publication, record types and their fields.
 *
 * @param log how far the transparency log is, in words
 */
public record DataView(List<SourceLine> sources, List<RuleLine> rules, List<TypeLine> types, String log) {

    /** A source. */
    public record SourceLine(String name, String kind, String freshness, String records) {}

    /**
     * A dated rule of publication.
     *
     * @param types the record types it governs, in words
     * @param force since and until when it is in force, in words
     * @param terms how long records are public, in words, one for each level
     */
    public record RuleLine(
            String code,
            String name,
            String basis,
            String types,
            String force,
            List<String> terms,
            List<String> remarks) {}

    /** A record type with its rule and fields. */
    public record TypeLine(
            String code,
            String name,
            String polarity,
            String section,
            String standard,
            String shown,
            List<FieldLine> fields) {}

    /** A field; {@code shown} says what the public sees of it. */
    public record FieldLine(String label, String name, String kind, String shown) {}
}
