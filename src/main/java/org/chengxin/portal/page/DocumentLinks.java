package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.report.Purpose;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;

/** Where the documents on a subject are downloaded. */
final class DocumentLinks {

    private final PageRequest request;
    private final Words words;

    DocumentLinks(PageRequest request) {
        this.request = request;
        this.words = request.words();
    }

    /**
     * Those of a profile.
     *
     * @param sites hosts whose proofs hold
     */
    ProfileView.Documents of(String subject, Catalog catalog, Labels labels, List<String> sites) {
        List<ProfileView.Link> links = new ArrayList<>();
        links.add(link(subject, DocumentKind.IDENTITY, Map.of(), ""));
        links.add(link(subject, DocumentKind.RED_LIST, Map.of(), ""));
        sites.forEach(site -> links.add(link(subject, DocumentKind.SITE, Map.of("site", site), site)));
        Map<String, String> areas = new LinkedHashMap<>();
        catalog.types().stream()
                .filter(type -> type.publication().shown())
                .map(RecordType::section)
                .sorted()
                .forEach(section -> areas.put(Codes.of(section), labels.section(section)));
        return new ProfileView.Documents(
                report(subject),
                path(subject, DocumentKind.CREDIT_QUERY),
                areas.entrySet().stream()
                        .map(area -> new RegisterView.Option(area.getKey(), area.getValue(), false))
                        .toList(),
                Purpose.codes().stream()
                        .map(purpose -> new RegisterView.Option(purpose, words.get("purpose." + purpose), false))
                        .toList(),
                links);
    }

    /** The document of one record; null when its type has none of its own. */
    ProfileView.@Nullable Link of(Archive.RecordView record) {
        return record.type().document() == DocumentKind.COMMITMENT
                ? link(record.subjectId(), DocumentKind.COMMITMENT, Map.of("record", record.id()), "")
                : null;
    }

    private ProfileView.Link link(String subject, DocumentKind kind, Map<String, String> query, String about) {
        return new ProfileView.Link(
                request.href(path(subject, kind), query), words.get("document." + kind.code()), about);
    }

    /** Path of the credit report, in no language. */
    static String report(String subject) {
        return "/api/v1/subjects/" + subject + "/report.pdf";
    }

    private static String path(String subject, DocumentKind kind) {
        return "/api/v1/subjects/" + subject + "/certificates/" + kind.code() + ".pdf";
    }
}
