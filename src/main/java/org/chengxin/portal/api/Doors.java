package org.chengxin.portal.api;

import static org.chengxin.portal.api.ApiParameter.amount;
import static org.chengxin.portal.api.ApiParameter.code;
import static org.chengxin.portal.api.ApiParameter.codes;
import static org.chengxin.portal.api.ApiParameter.count;
import static org.chengxin.portal.api.ApiParameter.cursor;
import static org.chengxin.portal.api.ApiParameter.date;
import static org.chengxin.portal.api.ApiParameter.language;
import static org.chengxin.portal.api.ApiParameter.moment;
import static org.chengxin.portal.api.ApiParameter.regions;
import static org.chengxin.portal.api.ApiParameter.size;
import static org.chengxin.portal.api.ApiParameter.text;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.chengxin.access.ApiKeyFilter;
import org.chengxin.access.Scope;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.lists.Restriction;
import org.chengxin.report.Purpose;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SubjectQuery;
import org.chengxin.shared.Codes;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** All operations of the API with their parameters; what is known of types and lists comes from the catalogue. */
final class Doors {

    private static final String TEXT = "What is remembered: a name or a part of it, a former or short name, pinyin or "
            + "its initials, a code, a domain or shop link, a pasted invoice block or share text. Of a plain name the "
            + "first " + SubjectQuery.MAX_TEXT + " characters count. Without it the answer browses. Numbers of persons "
            + "are recognised, not searched and not said back.";
    private static final String REGION =
            "Division codes (GB/T 2260) or functional zones; a code covers what lies below it, `420200` all of its "
                    + "districts.";

    private static final String RECORD_TEXT =
            "Full text over the public facts of records, their document number (文号, in any brackets), deciding body (short "
                    + "and former names too) and the subject's name. Words parted by blanks must all be there (of four or more "
                    + "three quarters), a `\"quoted phrase\"` as it is, `-word` and `-\"phrase\"` must not. Any text is taken; of "
                    + "it the first " + SubjectQuery.MAX_TEXT
                    + " characters count. Numbers of persons are recognised, not "
                    + "searched and not said back.";

    final Door subjects;
    final Door suggest;
    final Door match;
    final Door subject;
    final Door subjectRecords;
    final Door restrictions;
    final Door restrictionBatch;
    final Door redList;
    final Door redListChanges;
    final Door records;
    final Door record;
    final Door recordTypes;
    final Door report;
    final Door creditQuery;
    final Door identityResult;
    final Door siteResult;
    final Door commitmentDocument;
    final Door redListResult;
    final Door documentQueue;
    final Door reportBatch;
    final Door reportBatchState;
    final Door reportBatchFile;
    final Door reportBatchEnd;
    final Door receipt;
    final Door verification;
    final Door verifyFile;
    final Door logHead;
    final Door logEntries;
    final Door logInclusion;
    final Door logConsistency;
    private final Door keys;
    private final Door revocations;

    private final Regions regions;
    private final Clock clock;
    private final ZoneId zone;

    Doors(Catalog catalog, Regions regions, Clock clock, ZoneId zone) {
        this.regions = regions;
        this.clock = clock;
        this.zone = zone;
        List<String> types = shown(catalog).stream().map(RecordType::code).toList();
        List<String> lists = lists(catalog);
        List<String> kinds =
                Arrays.stream(SubjectKind.values()).map(SubjectKind::code).toList();
        List<String> statuses =
                Arrays.stream(SubjectStatus.values()).map(SubjectStatus::code).toList();
        ApiParameter asOf = moment(
                "asOf",
                "What had been published at that moment and may still be shown: a date, meaning its end, or an instant. "
                        + "Not later than now.");
        ApiParameter type = codes("type", types, "Record types.");
        subjects = door(
                "subjects",
                false,
                text("q", TEXT),
                codes("kind", kinds, "Kinds of subject."),
                regions("region", REGION),
                codes("list", lists, "Only subjects with an entry in force on one of these lists."),
                codes("recordType", types, "Only subjects with a record of one of these types in publication."),
                codes("status", statuses, "Registration status."),
                code(
                        "sort",
                        valuesOf(SubjectQuery.Sort.values()),
                        "relevance",
                        "Order of the items; the id is always the last key."),
                size(SubjectQuery.MAX_SIZE, 20),
                cursor());
        suggest =
                door("suggest", false, text("q", "What has been typed so far.").asRequired(), size(20, 8));
        match = posted("match", false);
        subject = door("subject", true, asOf);
        subjectRecords = door("subjectRecords", true, type, asOf, size(SubjectQuery.MAX_SIZE, 20), cursor());
        restrictions = door(
                "restrictions",
                true,
                codes(
                        Restriction.PURPOSE,
                        Restriction.purposes(catalog.require(Restriction.TYPE)),
                        "Only measures applied to one of these."));
        restrictionBatch = posted("restrictionBatch", false).forKeysOf(Scope.RESTRICTIONS);
        redList = door("redList", false, size(500, 200), cursor()).forKeysOf(Scope.RED_LIST);
        redListChanges = door(
                        "redListChanges",
                        false,
                        text("after", "`timepoint` of the whole, or of the changes read before.")
                                .asRequired(),
                        size(500, 200))
                .forKeysOf(Scope.RED_LIST);
        records = door(
                "records",
                false,
                text("q", RECORD_TEXT),
                type,
                codes("polarity", valuesOf(Polarity.values()), "Whether records speak for or against their subject."),
                codes("list", lists, "Only entries of these lists."),
                regions("region", REGION + " Place of the subject."),
                text("authority", "Exact name of the deciding body, as the `authority` facet gives it."),
                code(
                        "state",
                        valuesOf(RecordFilter.Validity.values()),
                        null,
                        "Whether what a record says is in force today or its validity (有效期) has passed; both without it."),
                date("from", "Decided on this day or later."),
                date("to", "Decided on this day or earlier."),
                date("publishedFrom", "In publication since this day or later."),
                date("publishedTo", "In publication since this day or earlier."),
                amount("minAmount", "One of its sums of money is this many yuan or more."),
                amount("maxAmount", "One of its sums of money is this many yuan or less; the same sum as `minAmount`."),
                code(
                        "sort",
                        valuesOf(RecordQuery.Sort.values()),
                        "relevance",
                        "Order of the items: the best first, decided last first, or published last first. Without a text the "
                                + "best are those decided last; the id is the last key."),
                size(SubjectQuery.MAX_SIZE, 20),
                cursor());
        record = door("record", true);
        recordTypes = door("recordTypes", false);
        report = document(
                "report",
                false,
                codes("section", sections(catalog), "Sections it tells of, and says so; without it all."),
                asOf,
                code("purpose", Purpose.codes(), null, "What it is for, printed as stated by the reader."));
        creditQuery = document(
                "creditQuery",
                true,
                codes(
                        "type",
                        types,
                        "Types of record to ask for; with `section` those of the sections too, without both all."),
                codes("section", sections(catalog), "Areas of credit information to ask for."),
                date("from", "Decided on this day or later; what has no date of decision always counts."),
                date("to", "Decided on this day or earlier."));
        identityResult = document("identityResult", false);
        siteResult = document(
                "siteResult",
                false,
                text("site", "Domain of the subject, checked here.").asRequired());
        commitmentDocument = document(
                "commitmentDocument",
                false,
                text("record", "Id of the record of the commitment.").asRequired());
        redListResult = document("redListResult", true);
        reportBatch = posted("reportBatch", false).forKeysOf(Scope.REPORTS);
        reportBatchState = posted("reportBatchState", true).forKeysOf(Scope.REPORTS);
        reportBatchFile = posted("reportBatchFile", true).forKeysOf(Scope.REPORTS);
        reportBatchEnd = posted("reportBatchEnd", true).forKeysOf(Scope.REPORTS);
        receipt = posted("receipt", true);
        documentQueue = posted("documentQueue", false);
        verification = posted("verification", false);
        verifyFile = posted("verifyFile", false);
        logHead = door("logHead", false);
        logEntries = door(
                "logEntries",
                false,
                size(1000, 100),
                text("cursor", "`cursor` of the answer before, for the entries that follow: a position, always good."));
        logInclusion = door(
                "logInclusion",
                true,
                text("record", "Id of a record in publication."),
                text("document", "Number of an issued document."),
                count("entry", "0", "Position of an entry."));
        logConsistency = door(
                "logConsistency",
                true,
                count("first", null, "Size of the earlier head.").asRequired(),
                count("second", null, "Size of the later head.").asRequired());
        keys = published("keys");
        revocations = published("revocations");
    }

    List<Door> all() {
        return List.of(
                subjects,
                suggest,
                match,
                subject,
                subjectRecords,
                restrictions,
                restrictionBatch,
                redList,
                redListChanges,
                records,
                record,
                recordTypes,
                report,
                creditQuery,
                identityResult,
                siteResult,
                commitmentDocument,
                redListResult,
                documentQueue,
                reportBatch,
                reportBatchState,
                reportBatchFile,
                reportBatchEnd,
                receipt,
                verification,
                verifyFile,
                logHead,
                logEntries,
                logInclusion,
                logConsistency,
                keys,
                revocations);
    }

    /** Reads a request at a door; throws a 400 problem that names what cannot be used. */
    ApiQuery read(Door door, ServerHttpRequest request) {
        return ApiQuery.read(request, door, regions, clock, zone);
    }

    /** Reads a request at a door that opens to holders of a key; throws a 401 or 403 problem when it came without. */
    ApiQuery enter(Door door, ServerWebExchange exchange) {
        ApiKeyFilter.require(Objects.requireNonNull(door.scope()), exchange);
        return read(door, exchange.getRequest());
    }

    /** Types the public sees. */
    static List<RecordType> shown(Catalog catalog) {
        return catalog.types().stream()
                .filter(type -> type.publication().shown())
                .toList();
    }

    static List<String> lists(Catalog catalog) {
        return shown(catalog).stream()
                .map(RecordType::list)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<String> sections(Catalog catalog) {
        return shown(catalog).stream()
                .map(type -> Codes.of(type.section()))
                .distinct()
                .toList();
    }

    private static List<String> valuesOf(Enum<?>[] values) {
        return Arrays.stream(values).map(Codes::of).toList();
    }

    private static Door door(String id, boolean finds, ApiParameter... parameters) {
        List<ApiParameter> all = new ArrayList<>(List.of(parameters));
        all.add(language());
        return new Door(id, finds, false, true, false, List.copyOf(all), null);
    }

    /** An operation whose answers are not kept; it takes a language. */
    private static Door posted(String id, boolean finds) {
        return new Door(id, finds, false, false, false, List.of(language()), null);
    }

    /** A document on a subject; it takes a language. */
    private static Door document(String id, boolean rests, ApiParameter... parameters) {
        List<ApiParameter> all = new ArrayList<>(List.of(parameters));
        all.add(language());
        return new Door(id, true, rests, false, false, List.copyOf(all), null);
    }

    /** A file that is published beside the API. */
    private static Door published(String id) {
        return new Door(id, false, false, false, true, List.of(), null);
    }
}
