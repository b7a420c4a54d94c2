package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the API's answers. Field names are a promise. What may be absent is {@code null}, never left out, so that
 * readers see every field.
 */
final class Answers {

    private Answers() {}

    @Schema(description = "A page of subjects.")
    record SubjectList(
            List<SubjectItem> items,
            @Schema(description = "All hits, branches that are grouped under their company included.") Total total,
            @Schema(description = "Asks for the next page; null on the last one.") @Nullable String cursor,
            @Schema(
                            description =
                                    "Counts over all hits: `kind`, `region`, `status`, `list`, `recordType` to their values, most frequent first. More facets may come.")
                    Map<String, List<FacetValue>> facets,
            @Schema(description = "The sources an answer covers, so that an empty one says what was looked at.")
                    List<Coverage> coverage,
            Understood understood,
            @Schema(
                            description =
                                    "When nothing was found, subjects in publication whose name is merely like the one asked for, at most five, best first; never natural persons. They are no hits and in no count.")
                    List<NearItem> near,
            @Schema(
                            description =
                                    "When many hits bear nearly the same name as the first, how many and what tells them apart; else null.")
                    @Nullable
                    SameNames sameNames,
            @Schema(
                            description =
                                    "Whose the address is that `q` holds; null when it holds none, or while that cannot be told.")
                    @Nullable
                    SiteItem site,
            @Schema(
                            description =
                                    "True while the search engine does not answer: only subjects whose whole name, code or id was typed are found then, and more may match.")
                    boolean limited) {}

    @Schema(description = "Whose a site is.")
    record SiteItem(
            @Schema(description = "The address as it was read.") String address,
            @Schema(
                            description =
                                    "`bound`: of these subjects; `under`: below a site of theirs and bound to nobody itself; `looks-like`: bound to nobody and like a site of theirs, beware of phishing; `unknown`. More may come.")
                    String verdict,
            @Schema(description = "The same in words.") String note,
            List<SiteOwner> subjects) {}

    @Schema(description = "A subject with the site in question.")
    record SiteOwner(
            SubjectReference subject,
            @Schema(description = "Its site, without a scheme.") String site,
            @Schema(
                            description =
                                    "How it is known to be its site: `registered` with a source of the portal, by the register of the `platform` it is on, or proved by a `dns` record, a `file` or a `meta` element. More may come.")
                    String proof,
            @Schema(description = "Since when the portal has it so.") @Nullable Instant since,
            @Schema(
                            description =
                                    "In what the address is like the site: `inside`, `homoglyph`, `ending`, `added`, `pinyin`, `spelling`; null when it is not merely like it. More may come.")
                    @Nullable
                    String likeness) {}

    @Schema(description = "A subject whose name is like the one asked for.")
    record NearItem(String id, String name, @Nullable String uscc, @Nullable String region, SubjectLabels labels) {}

    @Schema(description = "Subjects of nearly the same name.")
    record SameNames(Total total, @Schema(description = "How to tell them apart, in words.") String note) {}

    @Schema(description = "A subject found, with the evidence for it.")
    record SubjectItem(
            String id,
            String name,
            @Nullable String uscc,
            String kind,
            @Nullable String region,
            String status,
            @Schema(description = "Lists with an entry in force now.") List<String> lists,
            @Schema(description = "Record type to the number of records in publication.") Map<String, Integer> counts,
            @Schema(description = "Branches and outlets that match too and are grouped under this subject.")
                    long branches,
            @Schema(description = "Orders the items of one answer; means nothing across answers.") double score,
            @Schema(description = "Why it was found, strongest first.") List<Evidence> matched,
            List<Piece> highlight,
            @Schema(description = "The codes of this item in the language of the answer.") SubjectLabels labels) {}

    @Schema(description = "Codes in words.")
    record SubjectLabels(String kind, @Nullable String region, String status) {}

    @Schema(description = "One part of the query or name and how it agreed.")
    record Evidence(String part, String how, String text) {}

    @Schema(description = "A run of text; marked when the query matched it.")
    record Piece(String text, boolean marked) {}

    @Schema(description = "How many there are.")
    record Total(long value, @Schema(description = "`eq`: exactly that many; `gte`: at least.") String relation) {}

    @Schema(description = "A value of a facet.")
    record FacetValue(String value, String label, long count) {}

    @Schema(description = "A source of the portal.")
    record Coverage(
            @Schema(description = "Name of the source.") String source,
            String code,
            @Schema(description = "When it was last taken in; null for never.") @Nullable Instant asOf,
            @Schema(description = "Records of it in publication.") long records) {}

    @Schema(description = "What the query was taken for.")
    record Understood(
            String as,
            @Schema(description = "The text that was searched after cleaning; empty when nothing may be searched.")
                    String searched,
            @Schema(description = "Division recognised in the query.") @Nullable String region,
            @Schema(description = "Why nothing was searched, in words.") @Nullable String note) {}

    @Schema(description = "Who is meant by each query.")
    record MatchResults(
            @Schema(description = "The keys of the request to their answers.") Map<String, MatchResult> results) {}

    @Schema(description = "Who may be meant by one query.")
    record MatchResult(
            @Schema(description = "Whether the first candidate is surely the one; `false` asks for a look of your own.")
                    boolean match,
            @Schema(description = "The likeliest first; natural persons are never among them.")
                    List<MatchCandidate> candidates) {}

    @Schema(description = "A subject that may be meant.")
    record MatchCandidate(
            String id,
            String name,
            @Nullable String uscc,
            @Schema(description = "Orders the candidates of one query; means nothing across queries.") double score,
            @Schema(description = "What agrees with the query, strongest first.") List<Evidence> matched) {}

    @Schema(description = "Subjects offered while typing.")
    record SuggestionList(
            List<SuggestionItem> items,
            @Schema(
                            description =
                                    "True while the search engine does not answer: only subjects whose whole name, code or id was typed are offered then.")
                    boolean limited) {}

    @Schema(description = "A subject offered while typing.")
    record SuggestionItem(
            String id,
            String name,
            @Nullable String uscc,
            @Nullable String region,
            @Schema(description = "The region in words: tells those of one name apart.") @Nullable String place,
            List<Piece> highlight) {}

    @Schema(description = "A subject and what it is known by. Its records are at `/subjects/{id}/records`.")
    record SubjectProfile(
            @Schema(description = "Immutable id; `/subjects/{x}` takes a current USCC too and answers with it.")
                    String id,
            String name,
            @Nullable String uscc,
            @Schema(description = "`valid`, or `mismatch`: a check character disagrees, a department vouches for it.")
                    @Nullable
                    String usccStatus,
            String kind,
            @Nullable String region,
            String status,
            @Nullable String address,
            @Nullable String representative,
            @Nullable LocalDate registeredOn,
            @Nullable String capital,
            @Nullable String industry,
            @Nullable String scope,
            List<IdentifierItem> identifiers,
            List<NameItem> names,
            @Schema(description = "The company it is a branch of, or that operates it.") @Nullable Related company,
            List<Related> branches,
            List<String> lists,
            @Schema(description = "Record type to the number of records in publication.") Map<String, Long> counts,
            @Schema(description = "The moment that was asked for; null for now.") @Nullable Instant asOf,
            List<Coverage> coverage,
            SubjectLabels labels) {}

    @Schema(description = "An older code, a domain or a shop link.")
    record IdentifierItem(String scheme, String value) {}

    @Schema(description = "A name beside the registered one.")
    record NameItem(
            String kind,
            String name,
            @Schema(description = "Last day it held; null when not known or in use.") @Nullable LocalDate until) {}

    @Schema(description = "A subject tied to this one.")
    record Related(
            String id,
            String name,
            @Nullable String region,
            @Schema(description = "Its records in publication.") int records) {}

    @Schema(description = "A subject, in short.")
    record SubjectReference(String id, String name) {}

    @Schema(description = "Records of one subject: by type, newest decision first.")
    record SubjectRecordList(
            List<CreditRecordItem> items,
            Total total,
            @Schema(description = "Asks for the next page; null on the last one.") @Nullable String cursor) {}

    @Schema(name = "CreditRecord", description = "A credit record (信用记录) as the public may see it.")
    record CreditRecordItem(
            String id,
            SubjectReference subject,
            String type,
            String typeName,
            String polarity,
            @Schema(description = "The list it is an entry of.") @Nullable String list,
            String title,
            @Nullable String documentNumber,
            @Nullable String authority,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            @Schema(description = "Publication level.") @Nullable String level,
            Instant publicFrom,
            @Schema(description = "Moment from which on it is not public any more; null for an open end.") @Nullable
                    Instant publicUntil,
            @Schema(description = "Code of the source that stated it.") String source,
            int version,
            @Schema(
                            description =
                                    "The fields of its type that have a value, after the type's schema `RecordData-{type}`. Types not known yet may come.")
                    Map<String, Object> data,
            @Schema(description = "The fields of `data` in words.") Map<String, FieldLabel> labels) {}

    @Schema(description = "A field in the language of the answer.")
    record FieldLabel(
            String name, @Schema(description = "The value in words, when it is a code.") @Nullable String value) {}

    @Schema(description = "A page of records.")
    record RecordList(
            List<RecordItem> items,
            Total total,
            @Schema(description = "Asks for the next page; null on the last one.") @Nullable String cursor,
            @Schema(
                            description =
                                    "Counts over all hits: `type`, `polarity`, `authority`, `year`, `region` to their values, most frequent first. More facets may come.")
                    Map<String, List<FacetValue>> facets,
            List<Coverage> coverage,
            Understood understood) {}

    @Schema(description = "A record found; whole at `/records/{id}`.")
    record RecordItem(
            String id,
            SubjectReference subject,
            String type,
            String typeName,
            String title,
            @Nullable String documentNumber,
            @Nullable String authority,
            @Nullable LocalDate decidedOn,
            @Schema(description = "Day on which it came into publication.") LocalDate publishedOn,
            @Schema(
                            description =
                                    "Whether its document number is the one asked for, however its brackets are written; false when it is merely like it.")
                    boolean exact,
            @Schema(description = "Orders the items of one answer; 0 when browsing or sorted by date.") double score,
            @Schema(description = "The title in pieces.") List<Piece> highlight,
            @Schema(description = "Where else it was found, the best first, at most three; empty when browsing.")
                    List<Snippet> matched) {}

    @Schema(description = "The part of a field around what was asked for.")
    record Snippet(
            String field,
            @Schema(description = "The field in words.") String label,
            @Schema(description = "The part in pieces; `…` stands for what was left out before or after it.")
                    List<Piece> pieces) {}

    @Schema(description = "The record types, in their order.")
    record RecordTypeList(List<RecordTypeItem> items) {}

    @Schema(name = "RecordType", description = "A record type of the catalogue.")
    record RecordTypeItem(
            String code,
            String name,
            String polarity,
            @Schema(description = "The standard or rule whose fields it follows.") String standard,
            @Nullable String list,
            @Schema(description = "Section of a profile or report it stands in.") String section,
            @Schema(description = "Fields the public sees, in their order.") List<FieldItem> fields,
            @Schema(description = "JSON Schema (2020-12) of `data` of its records.") Map<String, Object> schema) {}

    @Schema(description = "A field of a record type.")
    record FieldItem(
            String name,
            String label,
            String kind,
            @Schema(description = "Whether its value is shown in part only.") boolean masked,
            @Schema(description = "Codes of the field to their names; empty when it is none.")
                    Map<String, String> options) {}
}
