package org.chengxin.search;

import static org.chengxin.search.Subjects.subject;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the contract suites share: an engine on a fresh folder and short ways to fill and ask it. */
public abstract class SearchEngineContract {

    protected static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    protected static final String GANGBING = "黄石市港饼网络科技有限公司";

    @TempDir
    protected Path folder;

    protected SearchEngine engine;

    /** Opens the engine on a folder; opened again on the same folder it has what was committed. */
    protected abstract SearchEngine open(Path folder);

    @BeforeEach
    void openEngine() {
        engine = open(folder);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    protected void put(Subjects... subjects) {
        List<SubjectDocument> documents =
                Arrays.stream(subjects).map(Subjects::build).toList();
        engine.apply(new IndexBatch(documents, List.of(), List.of(), List.of(), "1", 0));
        engine.flush();
    }

    protected void put(Records... records) {
        List<RecordDocument> documents =
                Arrays.stream(records).map(Records::build).toList();
        engine.apply(new IndexBatch(List.of(), List.of(), documents, List.of(), "1", 0));
        engine.flush();
    }

    protected SearchPage<SubjectHit> find(String text) {
        return engine.subjects(SubjectQuery.of(text, 10), NOW);
    }

    protected List<String> names(String text) {
        return find(text).items().stream().map(SubjectHit::name).toList();
    }

    protected SubjectHit first(String text) {
        return find(text).items().get(0);
    }

    /** The names a made-up city would have around the one looked for. */
    protected void putCity() {
        put(
                subject("a1", GANGBING)
                        .uscc("91420202MA4F0K8H7X")
                        .alias("港饼优选")
                        .formerly("黄石磁湖糕点铺")
                        .site("www.gangbing.example.cn")
                        .site("https://shop100.market.example.com/index.htm")
                        .representative("柯港生"),
                subject("a2", "黄石市磁湖电子商务有限公司").uscc("91420200MA4F1C2D3E"),
                subject("a3", "大冶市港湾物流有限公司").region("420281"),
                subject("a4", "武汉网络科技有限公司").region("420100"),
                subject("a5", "黄石宏达建筑工程有限公司"),
                subject("a6", "重庆宏达建材有限公司").region("500000"),
                subject("a7", "长沙银行股份有限公司").region("430100"),
                subject("a8", "阳新县柯港村种养专业合作社").region("420222"),
                subject("a9", "黄石港区张记小吃店").kind("individual-business").region("420202"));
    }

    protected static SubjectQuery filtered(String text, Set<String> kinds, Set<String> regions, Set<String> statuses) {
        return new SubjectQuery(
                text, kinds, regions, statuses, Set.of(), Set.of(), SubjectQuery.Sort.RELEVANCE, 10, null);
    }

    /** Records that say something, the best first. */
    protected static RecordQuery saying(String text) {
        return new RecordQuery(text, RecordFilter.NONE, RecordQuery.Sort.RELEVANCE, 10, null);
    }

    protected List<String> ids(RecordQuery query) {
        return engine.records(query, NOW).items().stream().map(RecordHit::id).toList();
    }

    protected static SubjectQuery with(String text, Set<String> lists, Set<String> recordTypes) {
        return new SubjectQuery(
                text, Set.of(), Set.of(), Set.of(), lists, recordTypes, SubjectQuery.Sort.RELEVANCE, 10, null);
    }
}
