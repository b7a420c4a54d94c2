package org.chengxin.portal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.record.Archive;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says to machines in the terms of schema.org (JSON-LD): registered facts that the page itself shows, never
 * records. Texts are safe to stand in a {@code script} element as they are.
 */
final class LinkedData {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GOVERNMENT_CODE = "11";

    private final Site site;

    LinkedData(Site site) {
        this.site = site;
    }

    /**
     * A subject as an organisation; null for natural persons. Of an individual business only what names it is said: its
     * address may be a home.
     */
    @Nullable
    String organisation(Archive.SubjectView subject) {
        if (subject.kind().naturalPerson()) {
            return null;
        }
        @Nullable String code = subject.uscc() == null ? null : subject.uscc().value();
        boolean government = code != null && code.startsWith(GOVERNMENT_CODE);
        Map<String, Object> said = start(government ? "GovernmentOrganization" : "Organization");
        said.put("@id", site.url() + "/s/" + subject.id());
        said.put("url", site.url() + "/s/" + subject.id());
        said.put("name", subject.name());
        if (code != null) {
            said.put("legalName", subject.name());
            said.put("identifier", Map.of("@type", "PropertyValue", "propertyID", "统一社会信用代码", "value", code));
        }
        put(
                said,
                "alternateName",
                subject.names().stream()
                        .filter(name -> name.kind() != OtherName.Kind.FORMER)
                        .map(OtherName::name)
                        .toList());
        if (subject.address() != null && subject.kind() != SubjectKind.INDIVIDUAL_BUSINESS) {
            said.put(
                    "address",
                    Map.of("@type", "PostalAddress", "streetAddress", subject.address(), "addressCountry", "CN"));
        }
        put(
                said,
                "sameAs",
                subject.identifiers().stream()
                        .filter(identifier -> identifier.scheme().site())
                        .map(Identifier::value)
                        .map(Formats::siteAddress)
                        .toList());
        return text(said);
    }

    /** The statistics as a data set with one file for each table. */
    String dataset(String name, String description, List<String> files, Words words) {
        Map<String, Object> said = start("Dataset");
        said.put("name", name);
        said.put("description", description);
        said.put("url", site.url() + "/statistics");
        said.put("inLanguage", words.tag());
        said.put("isAccessibleForFree", true);
        said.put("license", site.url() + "/about/data#licence");
        said.put(
                "creator",
                Map.of(
                        "@type",
                        "Organization",
                        "name",
                        site.hostedBy().isBlank() ? site.name().in(words.locale()) : site.hostedBy()));
        said.put(
                "distribution",
                files.stream()
                        .map(file -> Map.of(
                                "@type", "DataDownload", "encodingFormat", "text/csv", "contentUrl", site.url() + file))
                        .toList());
        return text(said);
    }

    private static Map<String, Object> start(String type) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", type);
        return said;
    }

    private static void put(Map<String, Object> said, String property, List<String> values) {
        if (!values.isEmpty()) {
            said.put(property, values);
        }
    }

    /** In JSON this sign stands only inside strings; escaped, no text ends the element or opens a comment in it. */
    private static String text(Map<String, Object> said) {
        return JSON.writeValueAsString(said).replace("<", "\\u003c");
    }
}
