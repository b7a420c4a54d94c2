package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.SubjectHit.Evidence;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.Divisions;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.SiteTerms;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate agrees with a match query, part by part.
 *
 * @param ranked how its names resemble the one asked for
 * @param carries how it carries the name asked for, as a whole
 */
record Agreement(
        Candidate candidate, Ranked ranked, Carries carries, Said code, Said region, Said representative, Said site) {

    /** What a part of the query says of a candidate. */
    enum Said {
        SAME,
        DIFFERENT,
        /** The query or the subject does not tell. */
        UNKNOWN
    }

    /** How a subject carries a whole name, strongest first. Width, case, brackets, blanks and 繁體 make no difference. */
    enum Carries {
        /** Its registered name. */
        NOW,
        /** Its registered name without the form: 黄石市港饼网络科技. */
        WITHOUT_FORM,
        /** A name it had. */
        FORMERLY,
        FORMERLY_WITHOUT_FORM,
        /** A short name, brand or name of a shop of it. */
        ALIAS,
        NOT
    }

    /** Length of an organisation code (GB 11714), which is part of a USCC. */
    private static final int ORGANISATION_CODE = 9;

    private static final int ORGANISATION_CODE_AT = 8;
    /** Stands for what is not shown of a person's name. */
    private static final String MASK = "*";

    static Agreement of(MatchQuery query, MatchReading reading, Ranked ranked) {
        Candidate candidate = ranked.candidate();
        return new Agreement(
                candidate,
                ranked,
                carries(reading, candidate),
                code(reading.code(), candidate),
                region(query.region(), candidate),
                representative(query.representative(), candidate),
                site(reading.site(), candidate));
    }

    private static Carries carries(MatchReading reading, Candidate candidate) {
        if (reading.written().isEmpty()) {
            return Carries.NOT;
        }
        String now = FoldedText.of(candidate.name()).text();
        if (now.equals(reading.written())) {
            return Carries.NOW;
        }
        if (reading.completed().contains(now)) {
            return Carries.WITHOUT_FORM;
        }
        Carries best = Carries.NOT;
        for (String name : candidate.formerNames()) {
            String former = FoldedText.of(name).text();
            if (former.equals(reading.written())) {
                return Carries.FORMERLY;
            }
            best = reading.completed().contains(former) ? Carries.FORMERLY_WITHOUT_FORM : best;
        }
        boolean alias = candidate.aliases().stream()
                .anyMatch(name -> FoldedText.of(name).text().equals(reading.written()));
        return best == Carries.NOT && alias ? Carries.ALIAS : best;
    }

    private static Said code(@Nullable String typed, Candidate candidate) {
        if (typed == null) {
            return Said.UNKNOWN;
        }
        String own = candidate.uscc() == null ? "" : CodeTerms.fold(candidate.uscc());
        boolean organisationCode = typed.length() == ORGANISATION_CODE && own.startsWith(typed, ORGANISATION_CODE_AT);
        boolean older =
                candidate.codes().stream().anyMatch(code -> CodeTerms.fold(code).equals(typed));
        if (own.equals(typed) || organisationCode || older) {
            return Said.SAME;
        }
        return own.isEmpty() ? Said.UNKNOWN : Said.DIFFERENT;
    }

    /** By the subject's own place; where that is not known, by the places in its name. */
    private static Said region(@Nullable String typed, Candidate candidate) {
        if (typed == null) {
            return Said.UNKNOWN;
        }
        String wanted = Divisions.prefix(typed);
        if (candidate.region() != null) {
            return within(wanted, Divisions.prefix(candidate.region()));
        }
        Said said = Said.UNKNOWN;
        for (NameParts.Place place :
                NameParts.of(FoldedText.of(candidate.name())).places()) {
            for (String code : place.codes()) {
                Said one = within(wanted, code);
                said = said == Said.SAME || one == Said.UNKNOWN ? said : one;
            }
        }
        return said;
    }

    private static Said within(String wanted, String own) {
        // the wider place says less, not something else
        return own.startsWith(wanted) ? Said.SAME : wanted.startsWith(own) ? Said.UNKNOWN : Said.DIFFERENT;
    }

    private static Said representative(@Nullable String typed, Candidate candidate) {
        List<String> shown = candidate.representatives().stream()
                .filter(name -> !name.contains(MASK))
                .toList();
        String wanted = typed == null ? "" : FoldedText.of(typed).text();
        if (wanted.isEmpty() || shown.isEmpty()) {
            return Said.UNKNOWN;
        }
        return shown.stream().anyMatch(name -> FoldedText.of(name).text().equals(wanted)) ? Said.SAME : Said.DIFFERENT;
    }

    /** A subject has as many sites as it likes: another one says nothing. */
    private static Said site(@Nullable String typed, Candidate candidate) {
        return typed != null
                        && candidate.sites().stream()
                                .anyMatch(site -> SiteTerms.of(site).get(0).equals(typed))
                ? Said.SAME
                : Said.UNKNOWN;
    }

    /** What tells apart those who carry one name. */
    private List<Said> settling() {
        return List.of(code, region, representative, site);
    }

    boolean anySame() {
        return settling().contains(Said.SAME);
    }

    boolean anyDifferent() {
        return settling().contains(Said.DIFFERENT);
    }

    /** How many more parts beside name and code agree than disagree. */
    int balance() {
        int balance = 0;
        for (Said said : List.of(region, representative, site)) {
            balance += said == Said.SAME ? 1 : said == Said.DIFFERENT ? -1 : 0;
        }
        return balance;
    }

    /** What agrees, strongest first. */
    List<Evidence> evidence(MatchQuery query) {
        List<Evidence> evidence = new ArrayList<>();
        if (code == Said.SAME) {
            evidence.add(new Evidence("code", "exact", codeText(query)));
        }
        if (ranked.score() >= Ranker.HIT) {
            ranked.evidence().stream().filter(one -> !evidence.contains(one)).forEach(evidence::add);
        }
        if (representative == Said.SAME) {
            evidence.add(new Evidence("representative", "exact", Objects.requireNonNull(query.representative())));
        }
        if (site == Said.SAME) {
            evidence.add(new Evidence("site", "exact", Objects.requireNonNull(query.domain())));
        }
        if (region == Said.SAME && candidate.region() != null) {
            evidence.add(new Evidence("region", "exact", candidate.region()));
        }
        return List.copyOf(evidence);
    }

    private String codeText(MatchQuery query) {
        String typed = CodeTerms.fold(Objects.requireNonNull(query.uscc()));
        return candidate.codes().stream()
                .filter(code -> CodeTerms.fold(code).equals(typed))
                .findFirst()
                .orElse(candidate.uscc() == null ? typed : candidate.uscc());
    }
}
