package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.lucene.SubjectFields.SubjectFace;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.Ranked;
import org.chengxin.search.ranking.Ranker;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.ranking.SameNames;
import org.chengxin.search.reading.PersonNames;
import org.jspecify.annotations.Nullable;

/** Answers one look-up of subjects on one state of the index. */
final class SubjectSearch {

    /** More candidates cost time and lose a little: what recall puts beyond is hardly ever the one. */
    static final int WINDOW = 150;
    /** Below this the strict way has not found what was meant, and the wide one is tried. */
    static final double GOOD = 0.93;
    /** A short query that many names hold in full: there is nothing to rescue. */
    private static final double BROAD = 0.8;
    /** The wide way has to be better by this much: its hits are a rescue, those of the strict way a meaning. */
    private static final double LEAD = 0.01;
    /** A branch that is not better than its company by this much stands for the company. */
    private static final double OWN_PLACE = 0.03;
    /** Below this a name shares a syllable or a word of trade, and would puzzle. */
    private static final double NEAR = 0.25;
    /** Parts that many names share. */
    private static final Set<String> COMMON = Set.of("region", "industry", "form");
    /** Some of them may be people, who are not offered. */
    private static final int NEAREST = 20;
    /** Two of one name are told apart at a glance. */
    private static final int MANY = 3;

    /** Codes that agree up to a slip score this at most. */
    private static final double FUZZY_CODE = 0.65;

    private static final List<String> KEYWORD_FACETS = List.of("kind", "region", "status");

    private final IndexSearcher searcher;
    private final SubjectQuery query;
    private final ReadQuery read;
    private final Ranker ranker;
    private final long now;
    /** Hits up to the end of the page asked for. */
    private int needed;
    /** Score of the last one ranked, which those in recall order do not exceed. */
    private double lowest;

    SubjectSearch(Snapshot snapshot, SubjectQuery query, ReadQuery read, String home, long now) {
        this.searcher = snapshot.searcher();
        this.query = query;
        this.read = read;
        this.ranker = new Ranker(read, snapshot.rarity(), home);
        this.now = now;
    }

    /**
     * Hits in order.
     *
     * @param ranked the first ones, branches grouped under their company
     * @param rest documents that follow in recall order, at least as many as are needed
     * @param all every hit, grouped or not: what total and facets count
     */
    private record Found(List<Grouped> ranked, int[] rest, int[] all) {

        static final Found NOTHING = new Found(List.of(), new int[0], new int[0]);

        /** Whether something stands at a place, counted from 0. */
        boolean reaches(int place) {
            return place < ranked.size() + rest.length;
        }

        Grouped at(int place) {
            return place < ranked.size() ? ranked.get(place) : new Grouped(rest[place - ranked.size()], null, 0);
        }
    }

    private record Placed(int document, Ranked ranked) {

        String id() {
            return ranked.candidate().id();
        }

        double score() {
            return ranked.score();
        }
    }

    private record Grouped(int document, @Nullable Ranked ranked, long branches) {}

    SearchPage<SubjectHit> page(int offset, int size, CursorWriter cursors) throws IOException {
        needed = offset + size;
        Found found = find();
        List<Grouped> shown = new ArrayList<>();
        for (int i = offset; found.reaches(i) && shown.size() < size; i++) {
            shown.add(found.at(i));
        }
        lowest = found.ranked.isEmpty() ? 0 : score(found.ranked.get(found.ranked.size() - 1));
        int next = offset + shown.size();
        Understanding understood = understood(found);
        return new SearchPage<>(
                hits(shown),
                new SearchPage.Total(found.all.length, SearchPage.Relation.EQ),
                facets(found.all),
                understood,
                found.reaches(next) && !shown.isEmpty() ? cursors.write(next) : null,
                found.all.length == 0 ? hits(near(understood)) : List.of(),
                sameNames(found));
    }

    /** What is like the words, though not enough to be a hit. People are not guessed at. */
    private List<Grouped> near(Understanding understood) throws IOException {
        boolean person = understood.as() == As.PERSON || understood.as().personal();
        Query wide = person || !read.hasWords() ? null : new SubjectRecall(searcher, read).wide();
        return wide == null
                ? List.of()
                : ranked(wide, true, NEAR).ranked.stream()
                        .filter(SubjectSearch::sharesMoreThanPlaceAndTrade)
                        .limit(NEAREST)
                        .toList();
    }

    private static boolean sharesMoreThanPlaceAndTrade(Grouped grouped) {
        return grouped.ranked != null
                && grouped.ranked.evidence().stream().anyMatch(evidence -> !COMMON.contains(evidence.part()));
    }

    private static SearchPage.@Nullable Total sameNames(Found found) {
        int same = SameNames.count(found.ranked.stream()
                .map(grouped -> grouped.ranked)
                .filter(Objects::nonNull)
                .map(ranked -> ranked.candidate().name())
                .toList());
        boolean more = found.rest.length > 0;
        return same < MANY ? null : new SearchPage.Total(same, more ? SearchPage.Relation.GTE : SearchPage.Relation.EQ);
    }

    /** What only the answer tells: digits nobody has as a code are a parcel's; a name no company bears is a person's. */
    private Understanding understood(Found found) {
        Understanding taken = read.understanding();
        if (taken.as() == As.PARCEL && found.all.length > 0) {
            return new Understanding(As.CODE, taken.searched(), taken.region());
        }
        Ranked best = found.ranked.isEmpty() ? null : found.ranked.get(0).ranked;
        boolean named = found.all.length > 0
                && (best == null
                        || best.evidence().stream()
                                .noneMatch(evidence -> evidence.part().equals("representative")));
        boolean person = taken.as() == As.NAME && !named && PersonNames.isShaped(taken.searched());
        return person ? new Understanding(As.PERSON, taken.searched(), null) : taken;
    }

    /** Writes the cursor of the page that starts at an offset. */
    interface CursorWriter {
        String write(int offset) throws IOException;
    }

    private Found find() throws IOException {
        boolean browse = query.text().isBlank();
        if (!browse && read.isEmpty()) {
            return Found.NOTHING;
        }
        if (browse || query.sort() != SubjectQuery.Sort.RELEVANCE) {
            return sorted(browse ? SubjectFilters.all() : recall());
        }
        SubjectRecall recall = new SubjectRecall(searcher, read);
        Query direct = recall.direct();
        if (direct != null) {
            Found found = ranked(direct, false, Ranker.HIT);
            boolean sure = isSure(found);
            if ((sure && found.all.length > 0) || !read.hasWords()) {
                return sure ? found : Found.NOTHING;
            }
        }
        Query strict = recall.strict();
        Found found = strict == null ? null : ranked(strict, false, Ranker.HIT);
        if (found != null && best(found) >= (found.all.length > WINDOW && !read.hasLetters() ? BROAD : GOOD)) {
            return found;
        }
        Query wide = recall.wide();
        if (wide == null) {
            return found == null ? Found.NOTHING : found;
        }
        Found wider = ranked(wide, true, Ranker.HIT);
        return found != null && best(found) + LEAD >= best(wider) ? found : wider;
    }

    /** A barcode or parcel number that is merely like a code is none. */
    private boolean isSure(Found found) {
        As as = read.understanding().as();
        return (as != As.BARCODE && as != As.PARCEL) || best(found) > FUZZY_CODE;
    }

    private Query recall() throws IOException {
        SubjectRecall recall = new SubjectRecall(searcher, read);
        Query direct = recall.direct();
        Query strict = direct != null ? direct : recall.strict();
        return strict == null ? new MatchNoDocsQuery() : strict;
    }

    private static double best(Found found) {
        return found.ranked.isEmpty() ? 0 : score(found.ranked.get(0));
    }

    private static double score(Grouped grouped) {
        return grouped.ranked == null ? 0 : grouped.ranked.score();
    }

    /**
     * Candidates in order of rank.
     *
     * @param windowOnly whether what lies beyond the window is no hit: the wide recall is a rescue, not a meaning
     * @param least score of what is one
     */
    private Found ranked(Query recall, boolean windowOnly, double least) throws IOException {
        Hits hits = Hits.of(searcher, SubjectFilters.under(recall, query, now));
        int[] window = hits.best(WINDOW);
        Map<String, Integer> documents = new HashMap<>();
        List<Candidate> candidates = Faces.read(searcher, window, (document, bytes) -> {
            Candidate candidate = SubjectFace.read(bytes).candidate();
            documents.put(candidate.id(), document);
            return candidate;
        });
        boolean whole = windowOnly || hits.size() <= WINDOW;
        List<Placed> ranked = new ArrayList<>();
        for (Ranked one : ranker.rank(candidates)) {
            if (!whole || one.score() >= least) {
                ranked.add(new Placed(
                        Objects.requireNonNull(documents.get(one.candidate().id())), one));
            }
        }
        List<Grouped> grouped = group(ranked);
        if (whole) {
            int[] all = ranked.stream().mapToInt(Placed::document).sorted().toArray();
            return new Found(grouped, new int[0], all);
        }
        // grouping takes at most the window away, and one more tells whether a page follows
        int[] ordered = hits.best(needed + WINDOW + 1);
        int[] rest = Arrays.copyOfRange(ordered, window.length, ordered.length);
        return new Found(grouped, rest, hits.documents());
    }

    /** Branches that stand behind their company are counted with it; one that stands before it is what was asked for. */
    private static List<Grouped> group(List<Placed> ranked) {
        Map<String, Placed> byId = new HashMap<>();
        ranked.forEach(placed -> byId.put(placed.id(), placed));
        Map<String, Long> branches = new HashMap<>();
        List<Placed> shown = new ArrayList<>();
        for (Placed placed : ranked) {
            String company = placed.ranked.candidate().branchOf();
            Placed parent = company == null ? null : byId.get(company);
            boolean ownPlace = parent == null || placed.score() > parent.score() + OWN_PLACE;
            Placed standing = ownPlace && !branches.containsKey(company) ? placed : parent;
            if (standing != null && branches.putIfAbsent(standing.id(), 0L) == null) {
                shown.add(standing);
            }
            if (standing != null && !standing.equals(placed)) {
                branches.merge(standing.id(), 1L, Long::sum);
            }
        }
        return shown.stream()
                .map(placed -> new Grouped(placed.document, placed.ranked, branches.getOrDefault(placed.id(), 0L)))
                .toList();
    }

    private Found sorted(Query recall) throws IOException {
        SortField id = new SortField("sortId", SortField.Type.STRING);
        SortField registered = new SortedNumericSortField("registeredOn", SortField.Type.LONG, true);
        registered.setMissingValue(Long.MIN_VALUE);
        Sort sort = query.sort() == SubjectQuery.Sort.REGISTERED
                ? new Sort(registered, id)
                : new Sort(new SortField("sortName", SortField.Type.STRING), id);
        Query filtered = SubjectFilters.under(recall, query, now);
        int[] all = Hits.of(searcher, filtered).documents();
        if (all.length == 0) {
            return Found.NOTHING;
        }
        var top = searcher.search(
                filtered, new TopFieldCollectorManager(sort, Math.min(all.length, needed + 1), Integer.MAX_VALUE));
        int[] rest = Arrays.stream(top.scoreDocs).mapToInt(hit -> hit.doc).toArray();
        return new Found(List.of(), rest, all);
    }

    private Map<String, List<FacetValue>> facets(int[] documents) throws IOException {
        Map<String, List<FacetValue>> facets =
                new LinkedHashMap<>(Facets.keywords(searcher, documents, KEYWORD_FACETS));
        facets.put("list", Facets.inForce(searcher, documents, SubjectFields.LIST_ENDS, now));
        facets.put("recordType", Facets.inForce(searcher, documents, SubjectFields.RECORD_ENDS, now));
        return facets;
    }

    private List<SubjectHit> hits(List<Grouped> shown) throws IOException {
        int[] documents = shown.stream().mapToInt(Grouped::document).toArray();
        List<SubjectFace> faces = Faces.read(searcher, documents, (document, bytes) -> SubjectFace.read(bytes));
        List<SubjectHit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            hits.add(hit(shown.get(i), faces.get(i)));
        }
        return hits;
    }

    private SubjectHit hit(Grouped grouped, SubjectFace face) throws IOException {
        Candidate candidate = face.candidate();
        Ranked ranked = grouped.ranked != null || query.text().isBlank()
                ? grouped.ranked
                : ranker.rank(List.of(candidate)).get(0);
        return new SubjectHit(
                candidate.id(),
                candidate.name(),
                candidate.uscc(),
                face.kind(),
                candidate.region(),
                candidate.status(),
                List.copyOf(Facets.inForce(searcher, grouped.document, SubjectFields.LIST_ENDS, now)
                        .keySet()),
                Facets.inForce(searcher, grouped.document, SubjectFields.RECORD_ENDS, now),
                grouped.branches,
                grouped.ranked != null ? grouped.ranked.score() : ranked == null ? 0 : Math.min(ranked.score(), lowest),
                ranked == null ? List.of() : ranked.evidence(),
                ranked == null ? List.of(new SubjectHit.Piece(candidate.name(), false)) : ranked.highlight());
    }
}
