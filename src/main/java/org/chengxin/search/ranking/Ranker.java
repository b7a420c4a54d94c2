package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.search.SearchExplanation;
import org.chengxin.search.ranking.Ranked.Reason;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.Divisions;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts.Place;
import org.chengxin.search.text.SiteTerms;
import org.jspecify.annotations.Nullable;

/** Orders candidates of one query, on one state of the index, by how much of the query and of the name explain each other. */
public final class Ranker {

    /** A hit explains about half of the query. */
    public static final double HIT = 0.42;
    /** What the query says counts more than what it leaves out: people shorten. */
    static final float QUERY_SHARE = 0.72f;

    static final float NAME_SHARE = 1 - QUERY_SHARE;
    /** Cost of each jump in the order, see {@link CharacterAligner}. */
    static final float BROKEN = 0.03f;
    /** A true prefix beats brevity: 大冶市三进 goes on as 三进进出口贸易. */
    private static final float PREFIX_OF_NAME = 0.08f;

    private static final float PREFIX_OF_BRAND = 0.07f;
    /** The query in one piece, but not where a name or a brand begins. */
    private static final float WITHIN = 0.02f;
    /** Whole names lie above all that is merely alike. */
    private static final double SAME_NAME = 1.2;

    private static final double SAME_OTHER_NAME = 1.15;
    /** From here on the name is worth telling beside what agreed better. */
    private static final double WORTH_TELLING = 0.6;
    /** An old or short name that agrees in part is weaker than the current name that does. */
    private static final double OTHER_NAME = 0.92;
    /** A full name of a person: below a company that bears the name as its brand, above chance. */
    private static final double REPRESENTATIVE = 0.9;
    /** Some people are called like a place: 黄石 is rather the city. */
    private static final double NAMED_LIKE_A_PLACE = 0.5;

    /** In the place that was named, though the name says another or none. */
    private static final float PLACED = 0.9f;

    private static final double SITE = 1;
    private static final double HOST = 0.9;
    private static final double SITE_START = 0.7;

    private final QueryForm query;
    private final ReadQuery read;
    private final Rarity rarity;
    private final String home;
    /** Those ranked before, by id: the ways of one look-up bring much the same. */
    private final Map<String, Ranked> known = new HashMap<>();

    /** @param home code prefix of the portal's own region, for ties */
    public Ranker(ReadQuery read, Rarity rarity, String home) {
        this.read = read;
        this.query = new QueryForm(read, rarity);
        this.rarity = rarity;
        this.home = home;
    }

    /** Scores and orders; candidates that have nothing to do with the query score 0 and stand last. */
    public List<Ranked> rank(List<Candidate> candidates) {
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            ranked.add(known.computeIfAbsent(candidate.id(), id -> rank(candidate)));
        }
        ranked.sort(this::compare);
        return ranked;
    }

    /** What the score of a candidate of this query is made of; the sum is the score, which is never below 0. */
    public List<SearchExplanation.Points> points(Ranked ranked) {
        Reason reason = ranked.reason();
        double start =
                reason.form() == null || reason.alignment() == null ? 0 : start(reason.form(), reason.alignment());
        return Breakdown.of(query, ranked, reason.part().equals("name") ? 1 : OTHER_NAME, start);
    }

    /** Better score first, then in business, then local, then by id. */
    private int compare(Ranked one, Ranked other) {
        // scores that differ by less than a thousandth say the same
        int order = Long.compare(Math.round(other.score() * 1000), Math.round(one.score() * 1000));
        if (order == 0) {
            order = Boolean.compare(isActive(other.candidate()), isActive(one.candidate()));
        }
        if (order == 0) {
            order = Boolean.compare(
                    isHome(other.candidate().region()), isHome(one.candidate().region()));
        }
        return order == 0 ? one.candidate().id().compareTo(other.candidate().id()) : order;
    }

    private static boolean isActive(Candidate candidate) {
        return candidate.status().equals("active");
    }

    private boolean isHome(@Nullable String region) {
        return region != null && !home.isEmpty() && region.startsWith(home);
    }

    private Ranked rank(Candidate candidate) {
        Ranked best = new Ranked(candidate, 0, Reason.whole("name", candidate.name(), "partial"));
        if (read.code() != null) {
            best = better(best, byCode(candidate, read.code()));
        }
        if (read.site() != null) {
            best = better(best, bySite(candidate, read.site()));
        }
        if (query.length > 0 && read.site() == null) {
            best = better(best, byShop(candidate));
        }
        Ranked named = query.length > 0 ? byName(candidate, candidate.name(), "name") : null;
        if (query.length > 0) {
            best = better(best, named);
            for (String former : candidate.formerNames()) {
                best = better(best, byName(candidate, former, "formerName"));
            }
            for (String alias : candidate.aliases()) {
                // part of an exchange code names nobody
                if (CodeTerms.exchangeCode(alias) == null) {
                    best = better(best, byName(candidate, alias, "alias"));
                }
            }
        }
        double person = isPlaceOnly() ? NAMED_LIKE_A_PLACE : REPRESENTATIVE;
        if (read.person() && best.score() < person) {
            for (String representative : candidate.representatives()) {
                if (FoldedText.of(representative).text().equals(read.text().text())) {
                    best = better(
                            best,
                            new Ranked(candidate, person, Reason.whole("representative", representative, "exact")));
                }
            }
        }
        if (named == null || named.equals(best) || named.score() < WORTH_TELLING) {
            return best;
        }
        return new Ranked(candidate, best.score(), best.reason(), named.reason());
    }

    private boolean isPlaceOnly() {
        return !read.places().isEmpty() && read.roles().stream().allMatch(role -> role == ReadQuery.Role.REGION);
    }

    private static Ranked better(Ranked old, @Nullable Ranked other) {
        return other != null && other.score() > old.score() ? other : old;
    }

    private static @Nullable Ranked byCode(Candidate candidate, String typed) {
        String text = candidate.uscc() == null ? "" : candidate.uscc();
        double best = CodeLikeness.of(typed, text);
        for (String code : candidate.codes()) {
            double alike = CodeLikeness.of(typed, code);
            if (alike > best) {
                best = alike;
                text = code;
            }
        }
        for (String alias : candidate.aliases()) {
            // exchange codes are kept as aliases
            if (CodeTerms.fold(alias).equals(typed) || typed.equals(CodeTerms.exchangeCode(alias))) {
                return new Ranked(candidate, SAME_OTHER_NAME, Reason.whole("alias", alias, "exact"));
            }
        }
        String how = best == 1 ? "exact" : best > 0.75 ? "prefix" : best > 0.65 ? "partial" : "fuzzy";
        return best == 0 ? null : new Ranked(candidate, best, Reason.whole("code", text, how));
    }

    /** By the number or name of a shop on its platform, typed as it is. */
    private @Nullable Ranked byShop(Candidate candidate) {
        for (String site : candidate.sites()) {
            if (FoldedText.of(site).text().equals(read.text().text())) {
                return new Ranked(candidate, SITE, Reason.whole("site", site, "exact"));
            }
        }
        return null;
    }

    private static @Nullable Ranked bySite(Candidate candidate, String typed) {
        Ranked best = null;
        for (String site : candidate.sites()) {
            List<String> terms = SiteTerms.of(site);
            double score = terms.get(0).equals(typed)
                    ? SITE
                    : typed.startsWith(terms.get(0)) ? HOST + 0.05 : terms.contains(SiteTerms.host(typed)) ? HOST : 0;
            if (score == 0 && terms.stream().anyMatch(term -> term.startsWith(typed))) {
                score = SITE_START;
            }
            if (score > 0 && (best == null || score > best.score())) {
                String how = score == SITE ? "exact" : score == SITE_START ? "prefix" : "partial";
                best = new Ranked(candidate, score, Reason.whole("site", site, how));
            }
        }
        return best;
    }

    private @Nullable Ranked byName(Candidate candidate, String name, String part) {
        NameForm form = new NameForm(name, rarity);
        if (form.length == 0) {
            return null;
        }
        Alignment alignment = aligned(form, query.letterRuns);
        boolean current = part.equals("name");
        if (read.isWhole(form.text.text())) {
            return new Ranked(
                    candidate, current ? SAME_NAME : SAME_OTHER_NAME, new Reason(part, name, "exact", form, alignment));
        }
        double score = score(candidate, form, alignment);
        if (!query.letterWords.isEmpty()) {
            Alignment apart = aligned(form, query.letterWords);
            // in the order of the name they are better explained as one run
            apart.broken++;
            double anew = score(candidate, form, apart);
            if (anew > score) {
                alignment = apart;
                score = anew;
            }
        }
        return new Ranked(
                candidate, current ? score : score * OTHER_NAME, new Reason(part, name, null, form, alignment));
    }

    private Alignment aligned(NameForm form, List<LetterRun> runs) {
        Alignment alignment = new Alignment(query.length, form.length);
        CharacterAligner.align(query, form, alignment);
        for (LetterRun run : runs) {
            LetterAligner.align(run, form, alignment);
        }
        return alignment;
    }

    private double score(Candidate candidate, NameForm form, Alignment alignment) {
        for (Place place : read.places()) {
            if (isIn(candidate, form, place)) {
                for (int q = place.from(); q < Math.min(place.to(), query.length); q++) {
                    alignment.query[q] = Math.max(alignment.query[q], PLACED);
                }
            }
        }
        float explained = 0;
        for (int q = 0; q < query.length; q++) {
            explained += alignment.query[q] * query.weights[q];
        }
        float covered = 0;
        float all = 0;
        for (int n = 0; n < form.length; n++) {
            covered += alignment.name[n] * form.weights[n];
            all += form.weights[n];
        }
        float score = QUERY_SHARE * explained / Math.max(query.total, 1e-6f)
                + NAME_SHARE * covered / Math.max(all, 1e-6f)
                - BROKEN * alignment.broken
                + start(form, alignment);
        return Math.max(0, score);
    }

    /** Whether the subject lies in a place, by its code or by its name. */
    private static boolean isIn(Candidate candidate, NameForm form, Place place) {
        String region = candidate.region();
        for (String wanted : place.codes()) {
            if (region != null && Divisions.prefix(region).startsWith(wanted)) {
                return true;
            }
            for (Place named : form.parts.places()) {
                if (named.codes().stream().anyMatch(code -> code.startsWith(wanted))) {
                    return true;
                }
            }
        }
        return false;
    }

    private float start(NameForm form, Alignment alignment) {
        int brand = form.parts.afterRegion();
        if (!query.letterRuns.isEmpty()) {
            return alignment.from[0] == 0 || alignment.from[brand] == 0 ? PREFIX_OF_BRAND : 0;
        }
        int at = form.text.text().indexOf(query.text.text());
        if (at <= 0) {
            return at == 0 ? PREFIX_OF_NAME : 0;
        }
        boolean natural = at <= brand || form.text.breakBefore(at);
        return natural ? PREFIX_OF_BRAND : WITHIN;
    }
}
