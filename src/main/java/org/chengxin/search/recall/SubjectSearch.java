package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.Ranked;
import org.chengxin.search.ranking.Ranker;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.ranking.SameNames;
import org.chengxin.search.reading.PersonNames;
import org.chengxin.search.recall.Found.Grouped;
import org.jspecify.annotations.Nullable;

/** Answers one look-up of subjects on one state of the index. */
public final class SubjectSearch {

    /** More candidates cost time: what recall puts beyond is hardly ever the one, as ties go to the shorter name. */
    static final int WINDOW = 64;
    /**
     * Below this the strict way has not found what was meant, and the wide one is tried: misspelt pinyin that finds
     * something at 0.91 was at times better explained by another name.
     */
    static final double GOOD = 0.93;
    /**
     * The same for characters only, whose wide way finds no better once the strict one has found so much: of 623 questions
     * between the two marks it did so for one.
     */
    private static final double GOOD_CHARACTERS = 0.8;
    /** The wide way has to be better by this much: its hits are a rescue, those of the strict way a meaning. */
    private static final double LEAD = 0.01;
    /** A branch that is not better than its company by this much stands for the company. */
    private static final double OWN_PLACE = 0.03;
    /** Parts that many names share. */
    private static final Set<String> COMMON = Set.of("region", "industry", "form");
    /** Some of them may be people, who are not offered. */
    private static final int NEAREST = 20;
    /** Two of one name are told apart at a glance. */
    private static final int MANY = 3;

    /** Codes that agree up to a slip score this at most. */
    private static final double FUZZY_CODE = 0.65;

    private final SubjectState state;
    private final SubjectQuery query;
    private final ReadQuery read;
    private final Ranker ranker;
    private final long now;
    private final Trail trail;
    /** Score of the last one ranked, which those in recall order do not exceed. */
    private double lowest;

    /**
     * Begins a look-up.
     *
     * @param read the text of the query, read
     * @param home code prefix of the portal's own region, for ties
     * @param now epoch milliseconds
     */
    public SubjectSearch(SubjectState state, SubjectQuery query, ReadQuery read, String home, long now) {
        this(state, query, read, new Ranker(read, state.rarity(), home), now, Trail.NONE);
    }

    SubjectSearch(SubjectState state, SubjectQuery query, ReadQuery read, Ranker ranker, long now, Trail trail) {
        this.state = state;
        this.query = query;
        this.read = read;
        this.ranker = ranker;
        this.now = now;
        this.trail = trail;
    }

    private record Placed(SubjectFace brought, Ranked ranked) {

        String id() {
            return ranked.candidate().id();
        }

        double score() {
            return ranked.score();
        }
    }

    /** A page of hits, from a place counted from 0. */
    public SearchPage<SubjectHit> page(int offset, int size, CursorWriter cursors) throws IOException {
        Found found = find();
        List<Grouped> shown = found.slice(offset, size);
        lowest = found.lowest();
        int next = offset + shown.size();
        Understanding understood = understood(found);
        long total = found.total();
        return new SearchPage<>(
                hits(shown),
                new SearchPage.Total(total, SearchPage.Relation.EQ),
                found.beyond() == null
                        ? FacetCounts.of(found.all(), now)
                        : found.beyond().facets(),
                understood,
                next < found.places() && !shown.isEmpty() ? cursors.write(next) : null,
                total == 0 ? hits(near(understood)) : List.of(),
                sameNames(found),
                false);
    }

    /** What is like the words, though not enough to be a hit. People are not guessed at. */
    List<Grouped> near(Understanding understood) throws IOException {
        boolean person = understood.as() == As.PERSON || understood.as().personal();
        Recall wide = person || !read.hasWords() ? null : new SubjectRecall(state.counts(), read).wide();
        return wide == null
                ? List.of()
                : ranked(Way.NEAR, wide).ranked().stream()
                        .filter(SubjectSearch::sharesMoreThanPlaceAndTrade)
                        .limit(NEAREST)
                        .toList();
    }

    private static boolean sharesMoreThanPlaceAndTrade(Grouped grouped) {
        return grouped.ranked() != null
                && grouped.ranked().evidence().stream().anyMatch(evidence -> !COMMON.contains(evidence.part()));
    }

    private static SearchPage.@Nullable Total sameNames(Found found) throws IOException {
        int same = SameNames.count(found.ranked().stream()
                .map(Grouped::ranked)
                .filter(Objects::nonNull)
                .toList());
        boolean more = found.places() > found.ranked().size();
        return same < MANY ? null : new SearchPage.Total(same, more ? SearchPage.Relation.GTE : SearchPage.Relation.EQ);
    }

    /** What only the answer tells: digits nobody has as a code are a parcel's; a name no company bears is a person's. */
    Understanding understood(Found found) throws IOException {
        Understanding taken = read.understanding();
        if (taken.as() == As.PARCEL && found.total() > 0) {
            return new Understanding(As.CODE, taken.searched(), taken.region());
        }
        Ranked best = found.ranked().isEmpty() ? null : found.ranked().get(0).ranked();
        boolean named = found.total() > 0
                && (best == null
                        || best.evidence().stream()
                                .noneMatch(evidence -> evidence.part().equals("representative")));
        boolean person = taken.as() == As.NAME && !named && PersonNames.isShaped(taken.searched());
        return person ? new Understanding(As.PERSON, taken.searched(), null) : taken;
    }

    Found find() throws IOException {
        boolean ranks = !query.text().isBlank() && query.sort() == SubjectQuery.Sort.RELEVANCE;
        return ranks && query.filters() ? narrowed() : lookUp();
    }

    /**
     * What a filter leaves of the hits there are without it. The way is chosen without it: a filter that leaves nothing must
     * not make hits of what would be none.
     */
    private Found narrowed() throws IOException {
        SubjectQuery open = SubjectQuery.of(query.text(), query.size());
        Found all = new SubjectSearch(state, open, read, ranker, now, trail).lookUp();
        Way way = all.way();
        if (way == null || all.total() == 0) {
            return Found.nothing();
        }
        SubjectRecall recall = new SubjectRecall(state.counts(), read);
        return switch (way) {
            case DIRECT -> ranked(way, Objects.requireNonNull(recall.direct()));
            case STRICT -> ranked(way, recall.strict());
            case WIDE, NEAR ->
                ranked(
                        way,
                        new Recall.AtLeast(
                                2,
                                List.of(
                                        Objects.requireNonNull(recall.wide()),
                                        Recall.subjects(all.all().stream()
                                                .map(hit -> hit.candidate().id())
                                                .toList()))));
        };
    }

    private Found lookUp() throws IOException {
        boolean browse = query.text().isBlank();
        if (!browse && read.isEmpty()) {
            return Found.nothing();
        }
        if (browse || query.sort() != SubjectQuery.Sort.RELEVANCE) {
            return sorted(browse ? new Recall.All() : recall());
        }
        SubjectRecall recall = new SubjectRecall(state.counts(), read);
        Recall direct = recall.direct();
        if (direct != null) {
            Found found = ranked(Way.DIRECT, direct);
            boolean sure = isSure(found);
            if ((sure && found.total() > 0) || !read.hasWords()) {
                return sure ? found : Found.nothing();
            }
        }
        Found found = ranked(Way.STRICT, recall.strict());
        if (found.best() >= (read.hasLetters() ? GOOD : GOOD_CHARACTERS)) {
            return found;
        }
        Recall wide = recall.wide();
        if (wide == null) {
            return found;
        }
        Found wider = ranked(Way.WIDE, wide);
        return found.best() + LEAD >= wider.best() ? found : wider;
    }

    /** A barcode or parcel number that is merely like a code is none. */
    private boolean isSure(Found found) {
        As as = read.understanding().as();
        return (as != As.BARCODE && as != As.PARCEL) || found.best() > FUZZY_CODE;
    }

    private Recall recall() throws IOException {
        SubjectRecall recall = new SubjectRecall(state.counts(), read);
        Recall direct = recall.direct();
        return direct != null ? direct : recall.strict();
    }

    /** Candidates in order of rank. */
    private Found ranked(Way way, Recall recall) throws IOException {
        SubjectState.Answer answer = state.ask(recall, query, now, SubjectQuery.Sort.RELEVANCE);
        Map<String, SubjectFace> window = new LinkedHashMap<>();
        answer.slice(0, way.window)
                .forEach(brought -> window.put(brought.candidate().id(), brought));
        boolean whole = way.rescue || answer.total() <= way.window;
        List<Ranked> candidates =
                ranker.rank(window.values().stream().map(SubjectFace::candidate).toList());
        trail.tried(way, recall, answer.total(), candidates);
        List<Placed> ranked = new ArrayList<>();
        for (Ranked one : candidates) {
            if (!whole || one.score() >= way.least) {
                ranked.add(new Placed(
                        Objects.requireNonNull(window.get(one.candidate().id())), one));
            }
        }
        List<Grouped> grouped = group(ranked);
        return whole
                ? new Found(grouped, ranked.stream().map(Placed::brought).toList(), null, 0, way)
                : new Found(grouped, List.of(), answer, window.size(), way);
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
                .map(placed -> new Grouped(placed.brought, placed.ranked, branches.getOrDefault(placed.id(), 0L)))
                .toList();
    }

    private Found sorted(Recall recall) throws IOException {
        SubjectQuery.Sort order =
                query.sort() == SubjectQuery.Sort.REGISTERED ? SubjectQuery.Sort.REGISTERED : SubjectQuery.Sort.NAME;
        return new Found(List.of(), List.of(), state.ask(recall, query, now, order), 0, null);
    }

    private List<SubjectHit> hits(List<Grouped> shown) throws IOException {
        List<SubjectHit> hits = new ArrayList<>();
        for (Grouped grouped : shown) {
            hits.add(hit(grouped));
        }
        return hits;
    }

    private SubjectHit hit(Grouped grouped) throws IOException {
        SubjectFace face = grouped.brought();
        Candidate candidate = face.candidate();
        Ranked ranked = grouped.ranked() != null || query.text().isBlank()
                ? grouped.ranked()
                : ranker.rank(List.of(candidate)).get(0);
        return new SubjectHit(
                candidate.id(),
                candidate.name(),
                candidate.uscc(),
                face.kind(),
                candidate.region(),
                candidate.status(),
                face.listsInForce(now),
                face.recordsInForce(now),
                grouped.branches(),
                grouped.ranked() != null
                        ? grouped.ranked().score()
                        : ranked == null ? 0 : Math.min(ranked.score(), lowest),
                ranked == null ? List.of() : ranked.evidence(),
                ranked == null ? List.of(new SubjectHit.Piece(candidate.name(), false)) : ranked.highlight());
    }
}
