package org.chengxin.portal.page;

import java.util.List;

/** What the data are: sources with their freshness, rules of publication, record types and their fields. */
public record DataView(List<SourceLine> sources, List<TypeLine> types) {

    /** A source. */
    public record SourceLine(String name, String kind, String freshness, String records) {}

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
