package org.chengxin.indexing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.search.ExactLookup;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectHit.Evidence;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.search.ranking.QueryReader;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.text.Divisions;
import org.chengxin.shared.Ids;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import reactor.core.publisher.Mono;

/** Looks subjects up in the store, by indexes it has for its own use: whole names, codes, sites and ids. */
final class StoreLookup implements ExactLookup {

    private static final List<Identifier.Scheme> SCHEMES = Arrays.stream(Identifier.Scheme.values())
            .filter(scheme -> scheme != Identifier.Scheme.IDENTITY_HASH)
            .toList();

    private final SubjectStore subjects;
    private final Archives archives;
    private final StoreCalls store;

    StoreLookup(SubjectStore subjects, Archives archives, StoreCalls store) {
        this.subjects = subjects;
        this.archives = archives;
        this.store = store;
    }

    @Override
    public Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query) {
        return store.call(() -> look(query));
    }

    private SearchPage<SubjectHit> look(SubjectQuery query) {
        ReadQuery read = QueryReader.read(query.text());
        Understanding understood = read.understanding();
        List<SubjectHit> hits = understood.as().personal() ? List.of() : hits(read, query);
        return new SearchPage<>(
                hits,
                new SearchPage.Total(hits.size(), SearchPage.Relation.GTE),
                Map.of(),
                understood,
                null,
                List.of(),
                null,
                true);
    }

    private List<SubjectHit> hits(ReadQuery read, SubjectQuery query) {
        String typed = query.text().strip();
        Set<String> texts = new LinkedHashSet<>();
        texts.add(typed);
        texts.add(read.understanding().searched());
        texts.add(read.text().text());
        if (read.code() != null) {
            texts.add(read.code());
        }
        if (read.site() != null) {
            texts.add(read.site());
        }
        texts.remove("");
        Set<String> names = texts.stream().map(NameKey::of).collect(Collectors.toSet());
        Set<String> identifiers = texts.stream()
                .flatMap(text -> SCHEMES.stream().map(scheme -> new Identifier(scheme, text).key()))
                .collect(Collectors.toSet());
        Set<String> found = new LinkedHashSet<>();
        if (Ids.possible(typed)) {
            subjects.find(typed).map(Subject::id).ifPresent(found::add);
        }
        subjects.matching(texts, identifiers, names).forEach(one -> found.add(one.id()));
        List<SubjectHit> hits = new ArrayList<>();
        for (String id : found.stream().limit(SubjectQuery.MAX_SIZE).toList()) {
            archives.find(id, Audience.PUBLIC, null)
                    .map(archive -> hit(archive, texts, names))
                    // what nobody is shown finds nobody
                    .filter(hit -> !hit.matched().isEmpty() || hit.id().equals(typed))
                    .filter(hit -> passes(hit, query))
                    .ifPresent(hits::add);
        }
        hits.sort(Comparator.comparingDouble(SubjectHit::score).reversed().thenComparing(SubjectHit::id));
        return hits.size() > query.size() ? List.copyOf(hits.subList(0, query.size())) : hits;
    }

    private static SubjectHit hit(Archive archive, Set<String> texts, Set<String> names) {
        Archive.SubjectView subject = archive.subject();
        List<Evidence> matched = evidence(subject, texts, names);
        Map<String, Integer> counts = new TreeMap<>();
        archive.counts().forEach((type, count) -> counts.put(type, Math.toIntExact(count)));
        boolean byName = !matched.isEmpty() && matched.get(0).part().equals("name");
        return new SubjectHit(
                subject.id(),
                subject.name(),
                subject.uscc() == null ? null : subject.uscc().value(),
                subject.kind().code(),
                subject.region(),
                subject.status().code(),
                archive.records().stream()
                        .map(record -> record.type().list())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                counts,
                0,
                byName ? 1 : 0.5,
                matched,
                List.of(new Piece(subject.name(), byName)));
    }

    /** The present name first. */
    private static List<Evidence> evidence(Archive.SubjectView subject, Set<String> texts, Set<String> names) {
        List<Evidence> matched = new ArrayList<>();
        if (names.contains(NameKey.of(subject.name()))) {
            matched.add(new Evidence("name", "exact", subject.name()));
        }
        if (subject.uscc() != null && texts.contains(subject.uscc().value())) {
            matched.add(new Evidence("code", "exact", subject.uscc().value()));
        }
        for (Identifier identifier : subject.identifiers()) {
            if (texts.contains(identifier.value())) {
                matched.add(new Evidence(identifier.scheme().site() ? "site" : "code", "exact", identifier.value()));
            }
        }
        for (OtherName other : subject.names()) {
            if (names.contains(NameKey.of(other.name()))) {
                matched.add(new Evidence(
                        other.kind() == OtherName.Kind.FORMER ? "formerName" : "alias", "exact", other.name()));
            }
        }
        return matched;
    }

    private static boolean passes(SubjectHit hit, SubjectQuery query) {
        return among(query.kinds(), hit.kind())
                && among(query.statuses(), hit.status())
                && (query.lists().isEmpty() || hit.lists().stream().anyMatch(query.lists()::contains))
                && (query.recordTypes().isEmpty()
                        || hit.counts().keySet().stream().anyMatch(query.recordTypes()::contains))
                && (query.regions().isEmpty()
                        || query.regions().stream()
                                .map(Divisions::prefix)
                                .anyMatch(place ->
                                        hit.region() != null && hit.region().startsWith(place)));
    }

    private static boolean among(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
