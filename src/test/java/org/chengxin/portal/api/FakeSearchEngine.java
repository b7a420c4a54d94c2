package org.chengxin.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chengxin.search.ExactLookup;
import org.chengxin.search.IndexlessEngine;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SearchPage.Relation;
import org.chengxin.search.SearchPage.Total;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectHit.Evidence;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Suggestion;
import org.chengxin.search.Understanding;
import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;

/** Answers every look-up with one company, and remembers what it was asked. */
final class FakeSearchEngine extends IndexlessEngine {

    static final String IDENTITY_NUMBER = "420281199001011237";
    static final String NEXT = "next-page";

    volatile @Nullable SubjectQuery subjectQuery;
    volatile @Nullable RecordQuery recordQuery;
    final List<MatchQuery> matchQueries = new CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException failure;
    volatile ExactLookup withoutIndex = NO_STORE;

    @Override
    public SearchPage<SubjectHit> subjects(SubjectQuery query, Instant now) {
        subjectQuery = query;
        fail(query.cursor());
        SubjectHit hit = new SubjectHit(
                FakeArchives.COMPANY,
                "黄石市港饼网络科技有限公司",
                FakeArchives.USCC,
                "enterprise",
                "420202",
                "active",
                List.of("red"),
                Map.of("permit", 2),
                1,
                0.875,
                List.of(new Evidence("brand", "pinyin", "港饼")),
                List.of(new Piece("黄石市", false), new Piece("港饼", true), new Piece("网络科技有限公司", false)));
        boolean personal = query.text().contains(IDENTITY_NUMBER);
        return new SearchPage<>(
                personal ? List.of() : List.of(hit),
                new Total(personal ? 0 : 1000, personal ? Relation.EQ : Relation.GTE),
                Map.of(
                        "kind",
                        List.of(new FacetValue("enterprise", 1)),
                        "recordType",
                        List.of(new FacetValue("permit", 1))),
                understanding(query.text()),
                personal ? null : NEXT);
    }

    @Override
    public SearchPage<RecordHit> records(RecordQuery query, Instant now) {
        recordQuery = query;
        fail(query.cursor());
        RecordHit hit = new RecordHit(
                FakeArchives.PERMIT,
                FakeArchives.COMPANY,
                "黄石市港饼网络科技有限公司",
                "permit",
                "食品经营许可证",
                "黄石市市场监督管理局",
                "黄市监许〔2026〕1号",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 4),
                true,
                0,
                List.of(new Piece("食品经营许可证", false)),
                List.of(new RecordHit.Snippet(
                        "authority", List.of(new Piece("黄石市", false), new Piece("市场监督管理局", true)))));
        return new SearchPage<>(
                List.of(hit),
                new Total(1, Relation.EQ),
                Map.of("year", List.of(new FacetValue("2026", 1))),
                understanding(query.text()),
                null);
    }

    @Override
    public MatchAnswer match(MatchQuery query, int limit, Instant now) {
        matchQueries.add(query);
        fail(null);
        MatchAnswer.Candidate company = new MatchAnswer.Candidate(
                FakeArchives.COMPANY,
                "黄石市港饼网络科技有限公司",
                FakeArchives.USCC,
                1.2,
                List.of(new Evidence("name", "exact", "黄石市港饼网络科技有限公司")));
        return new MatchAnswer("黄石市港饼网络科技有限公司".equals(query.name()), List.of(company));
    }

    @Override
    public List<Suggestion> suggest(String text, int size, Instant now) {
        fail(null);
        if (text.contains(IDENTITY_NUMBER)) {
            return List.of();
        }
        return List.of(new Suggestion(
                FakeArchives.COMPANY,
                "黄石市港饼网络科技有限公司",
                FakeArchives.USCC,
                "420202",
                List.of(new Piece("黄石市", false), new Piece("港饼", true))));
    }

    private void fail(@Nullable String cursor) {
        RuntimeException wanted = failure;
        if (wanted != null) {
            throw wanted;
        }
        if (cursor != null && !cursor.equals(NEXT)) {
            throw new InvalidCursorException("not one of ours");
        }
    }

    private static Understanding understanding(String text) {
        return text.contains(IDENTITY_NUMBER)
                // a careless engine: the door must not pass this on
                ? new Understanding(As.IDENTITY_NUMBER, text, null)
                : new Understanding(text.isBlank() ? As.NOTHING : As.NAME, text, null);
    }
}
