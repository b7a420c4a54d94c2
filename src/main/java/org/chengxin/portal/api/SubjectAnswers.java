package org.chengxin.portal.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chengxin.portal.api.Answers.Coverage;
import org.chengxin.portal.api.Answers.Evidence;
import org.chengxin.portal.api.Answers.FacetValue;
import org.chengxin.portal.api.Answers.IdentifierItem;
import org.chengxin.portal.api.Answers.MatchCandidate;
import org.chengxin.portal.api.Answers.MatchResult;
import org.chengxin.portal.api.Answers.NameItem;
import org.chengxin.portal.api.Answers.NearItem;
import org.chengxin.portal.api.Answers.Piece;
import org.chengxin.portal.api.Answers.Related;
import org.chengxin.portal.api.Answers.SameNames;
import org.chengxin.portal.api.Answers.SiteItem;
import org.chengxin.portal.api.Answers.SiteOwner;
import org.chengxin.portal.api.Answers.SubjectItem;
import org.chengxin.portal.api.Answers.SubjectLabels;
import org.chengxin.portal.api.Answers.SubjectList;
import org.chengxin.portal.api.Answers.SubjectProfile;
import org.chengxin.portal.api.Answers.SubjectReference;
import org.chengxin.portal.api.Answers.SuggestionItem;
import org.chengxin.portal.api.Answers.SuggestionList;
import org.chengxin.portal.api.Answers.Total;
import org.chengxin.portal.api.Answers.Understood;
import org.chengxin.record.Archive;
import org.chengxin.record.Archive.SubjectView;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.Suggestions;
import org.chengxin.search.Understanding;
import org.chengxin.shared.Codes;
import org.chengxin.site.Whose;
import org.chengxin.subject.Identifier;
import org.jspecify.annotations.Nullable;

/** Builds the answers about subjects in one language. */
final class SubjectAnswers {

    private final ApiWords words;

    SubjectAnswers(ApiWords words) {
        this.words = words;
    }

    SubjectList list(SearchPage<SubjectHit> page, List<Coverage> coverage, @Nullable Whose whose, Locale language) {
        return new SubjectList(
                page.items().stream().map(hit -> item(hit, language)).toList(),
                total(page.total()),
                page.cursor(),
                facets(page.facets(), language),
                coverage,
                understood(page.understood(), language),
                page.near().stream().map(hit -> near(hit, language)).toList(),
                page.sameNames() == null
                        ? null
                        : new SameNames(total(page.sameNames()), words.sameNames(page.sameNames(), language)),
                whose == null ? null : site(whose, language),
                page.limited());
    }

    private SiteItem site(Whose whose, Locale language) {
        return new SiteItem(
                whose.address(),
                whose.verdict().code(),
                words.site(whose, language),
                whose.owners().stream()
                        .map(owner -> new SiteOwner(
                                new SubjectReference(owner.subject(), owner.name()),
                                owner.site(),
                                owner.proof(),
                                owner.since(),
                                owner.how() == null ? null : owner.how().code()))
                        .toList());
    }

    private NearItem near(SubjectHit hit, Locale language) {
        return new NearItem(
                hit.id(),
                hit.name(),
                hit.uscc(),
                hit.region(),
                labels(hit.kind(), hit.region(), hit.status(), language));
    }

    private SubjectItem item(SubjectHit hit, Locale language) {
        return new SubjectItem(
                hit.id(),
                hit.name(),
                hit.uscc(),
                hit.kind(),
                hit.region(),
                hit.status(),
                hit.lists(),
                hit.counts(),
                hit.branches(),
                hit.score(),
                evidence(hit.matched()),
                pieces(hit.highlight()),
                labels(hit.kind(), hit.region(), hit.status(), language));
    }

    private static List<Evidence> evidence(List<SubjectHit.Evidence> matched) {
        return matched.stream()
                .map(one -> new Evidence(one.part(), one.how(), one.text()))
                .toList();
    }

    MatchResult match(MatchAnswer answer) {
        return new MatchResult(
                answer.match(),
                answer.candidates().stream()
                        .map(one -> new MatchCandidate(
                                one.id(), one.name(), one.uscc(), one.score(), evidence(one.matched())))
                        .toList());
    }

    SuggestionList suggestions(Suggestions suggestions, Locale language) {
        return new SuggestionList(
                suggestions.items().stream()
                        .map(one -> new SuggestionItem(
                                one.id(),
                                one.name(),
                                one.uscc(),
                                one.region(),
                                words.place(one.region(), language),
                                pieces(one.highlight())))
                        .toList(),
                suggestions.limited());
    }

    SubjectProfile profile(Archive archive, @Nullable Instant asOf, List<Coverage> coverage, Locale language) {
        SubjectView subject = archive.subject();
        return new SubjectProfile(
                subject.id(),
                subject.name(),
                subject.uscc() == null ? null : subject.uscc().value(),
                subject.uscc() == null ? null : Codes.of(subject.uscc().status()),
                subject.kind().code(),
                subject.region(),
                subject.status().code(),
                subject.address(),
                subject.representative(),
                subject.registeredOn(),
                subject.capital(),
                subject.industry(),
                subject.scope(),
                identifiers(subject),
                subject.names().stream()
                        .map(name -> new NameItem(Codes.of(name.kind()), name.name(), name.until()))
                        .toList(),
                archive.company() == null ? null : related(archive.company()),
                archive.branches().stream().map(SubjectAnswers::related).toList(),
                lists(archive),
                archive.counts(),
                asOf,
                coverage,
                labels(subject.kind().code(), subject.region(), subject.status().code(), language));
    }

    private static List<IdentifierItem> identifiers(SubjectView subject) {
        return subject.identifiers().stream()
                .filter(identifier -> identifier.scheme() != Identifier.Scheme.IDENTITY_HASH)
                .map(identifier -> new IdentifierItem(identifier.scheme().code(), identifier.value()))
                .toList();
    }

    private static List<String> lists(Archive archive) {
        return archive.records().stream()
                .map(record -> record.type().list())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Related related(Archive.Relation relation) {
        return new Related(relation.id(), relation.name(), relation.region(), relation.records());
    }

    private SubjectLabels labels(String kind, @Nullable String region, String status, Locale language) {
        return new SubjectLabels(
                words.kind(kind, language), words.place(region, language), words.status(status, language));
    }

    Understood understood(Understanding understanding, Locale language) {
        String as = Codes.of(understanding.as());
        // whatever the engine says, an identity number is not said back
        String searched = understanding.repeatable(understanding.searched());
        return new Understood(as, searched, understanding.region(), words.note(as, language));
    }

    Map<String, List<FacetValue>> facets(Map<String, List<SearchPage.FacetValue>> facets, Locale language) {
        Map<String, List<FacetValue>> named = new LinkedHashMap<>();
        facets.forEach((facet, values) -> named.put(
                facet,
                values.stream()
                        .map(value -> new FacetValue(
                                value.value(), words.facet(facet, value.value(), language), value.count()))
                        .toList()));
        return named;
    }

    static Total total(SearchPage.Total total) {
        return new Total(total.value(), Codes.of(total.relation()));
    }

    static List<Piece> pieces(List<SubjectHit.Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Piece(piece.text(), piece.marked()))
                .toList();
    }
}
