package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.search.SubjectQuery.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Laws between look-ups of subjects on random corpora, whatever the engine; a failure prints its seed. */
public abstract class SubjectLawsContractTests extends SearchEngineContract {

    /** Folder of the engine that is compared with another. */
    protected static final String FRESH = "fresh";

    private static final int SUBJECTS = 260;
    private static final int QUERIES = 24;
    private static final String BRANDS = "宏达鑫源恒信瑞丰金桥华兴天成港饼磁湖云蓝楚东优品铜草花仙岛黄石银行重庆长沙";
    private static final String[][] PLACES = {
        {"黄石市", "420200"}, {"黄石港区", "420202"}, {"大冶市", "420281"}, {"武汉市", "420100"}, {"", "420204"}, {"湖北", "420222"}
    };
    private static final String[] TRADES = {"网络科技", "商贸", "食品", "建筑工程", "小吃", "电子商务", ""};
    private static final String[] FORMS = {"有限公司", "有限责任公司", "股份有限公司", "店", "商行", "专业合作社"};
    private static final String[] STATUSES = {"active", "active", "closed", "revoked"};
    private static final String[] KINDS = {"enterprise", "individual-business", "shop"};
    private static final String[] LISTS = {"red", "abnormal"};

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    /** What the engine was told last of each subject. */
    private final Map<String, SubjectDocument> corpus = new TreeMap<>();

    @BeforeEach
    void putCorpus() {
        for (int i = 0; i < SUBJECTS; i++) {
            SubjectDocument made = made("x" + i);
            corpus.put(made.id(), made);
        }
        apply(engine, List.copyOf(corpus.values()), List.of());
    }

    private static void apply(SearchEngine engine, List<SubjectDocument> documents, List<String> gone) {
        engine.apply(new IndexBatch(documents, gone, List.of(), List.of(), "1", 0));
        engine.flush();
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private String brand() {
        return random.ints(2 + random.nextInt(2), 0, BRANDS.length())
                .mapToObj(at -> BRANDS.substring(at, at + 1))
                .reduce("", String::concat);
    }

    private SubjectDocument made(String id) {
        String[] place = one(PLACES);
        Subjects made = subject(id, place[0] + brand() + one(TRADES) + one(FORMS))
                .region(place[1])
                .kind(one(KINDS))
                .status(one(STATUSES));
        if (random.nextInt(4) == 0) {
            made.formerly(one(PLACES)[0] + brand() + one(TRADES) + one(FORMS));
        }
        if (random.nextInt(4) == 0) {
            made.alias(brand());
        }
        if (random.nextInt(6) == 0 && !corpus.isEmpty()) {
            made.branchOf("x" + random.nextInt(corpus.size()));
        }
        if (random.nextInt(3) == 0) {
            made.list(one(LISTS), NOW.toEpochMilli() - 1 + random.nextInt(3));
            made.record("penalty", NOW.toEpochMilli() - 1 + random.nextInt(3));
        }
        return made.build();
    }

    private SubjectDocument any() {
        return List.copyOf(corpus.values()).get(random.nextInt(corpus.size()));
    }

    /** What somebody may type: a brand, part of a name, a whole one, one with a slip. */
    private String text() {
        String name = any().name();
        int from = random.nextInt(name.length() - 1);
        return switch (random.nextInt(5)) {
            case 0 -> brand();
            case 1 -> name;
            case 2 -> name.substring(from, from + 2 + random.nextInt(name.length() - from - 1));
            case 3 -> new StringBuilder(name).deleteCharAt(from).toString();
            default -> one(PLACES)[0] + brand() + one(TRADES);
        };
    }

    private record Filters(Set<String> kinds, Set<String> regions, Set<String> statuses, Set<String> lists) {

        static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of());

        SubjectQuery of(String text, Sort sort, int size, @Nullable String cursor) {
            return new SubjectQuery(text, kinds, regions, statuses, lists, Set.of(), sort, size, cursor);
        }
    }

    private Filters filters() {
        return new Filters(
                random.nextBoolean() ? Set.of() : Set.of(one(KINDS)),
                random.nextBoolean() ? Set.of() : Set.of(one(PLACES)[1]),
                random.nextBoolean() ? Set.of() : Set.of(one(STATUSES)),
                random.nextInt(4) > 0 ? Set.of() : Set.of(one(LISTS)));
    }

    /** All hits in order, walked in pages of a size. */
    private List<SubjectHit> walked(String text, Filters filters, Sort sort, int size) {
        List<SubjectHit> hits = new ArrayList<>();
        String cursor = null;
        do {
            SearchPage<SubjectHit> page = engine.subjects(filters.of(text, sort, size, cursor), NOW);
            hits.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        return hits;
    }

    private static List<String> ids(List<SubjectHit> hits) {
        return hits.stream().map(SubjectHit::id).toList();
    }

    /** Hits, and those that are counted with them. */
    private Set<String> withBranches(List<SubjectHit> hits) {
        Set<String> ids = new HashSet<>(ids(hits));
        corpus.values().stream()
                .filter(branch -> branch.branchOf() != null && ids(hits).contains(branch.branchOf()))
                .forEach(branch -> ids.add(branch.id()));
        return ids;
    }

    private String told(String text) {
        return "seed=" + seed + " " + text;
    }

    @Test
    void aFilterNeverAddsHits() {
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 6 == 0 ? "" : text();
            Filters filters = filters();
            SearchPage<SubjectHit> all = engine.subjects(Filters.NONE.of(text, Sort.RELEVANCE, 1, null), NOW);
            SearchPage<SubjectHit> some = engine.subjects(filters.of(text, Sort.RELEVANCE, 1, null), NOW);
            assertThat(some.total().value())
                    .as(told(text + " " + filters))
                    .isLessThanOrEqualTo(all.total().value());
            List<SubjectHit> narrowed = walked(text, filters, Sort.RELEVANCE, 50);
            found += narrowed.size();
            assertThat(withBranches(walked(text, Filters.NONE, Sort.RELEVANCE, 50)))
                    .as(told(text + " " + filters))
                    .containsAll(ids(narrowed));
            assertThat(narrowed)
                    .as(told(text + " " + filters))
                    .allMatch(hit -> filters.kinds.isEmpty() || filters.kinds.contains(hit.kind()))
                    .allMatch(hit -> filters.statuses.isEmpty() || filters.statuses.contains(hit.status()));
        }
        assertThat(found).as(told("")).isPositive();
    }

    @Test
    void withoutItsFormACompanyIsStillFound() {
        for (int i = 0; i < QUERIES; i++) {
            SubjectDocument subject = any();
            for (String form : FORMS) {
                if (subject.name().endsWith(form)) {
                    String bare = subject.name().substring(0, subject.name().length() - form.length());
                    assertThat(withBranches(walked(bare, Filters.NONE, Sort.RELEVANCE, 100)))
                            .as(told(bare + " of " + subject))
                            .contains(subject.id());
                    break;
                }
            }
        }
    }

    /** All that an answer says but for what was typed. */
    private List<Object> said(String text) {
        SearchPage<SubjectHit> page = engine.subjects(Filters.NONE.of(text, Sort.RELEVANCE, 100, null), NOW);
        return List.of(
                page.items(), page.total(), page.facets(), page.understood().as());
    }

    @Test
    void scriptWidthAndBracketsMakeNoDifference() {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 3 == 0 ? "（" + one(PLACES)[0] + "）" + brand() + "TCL2" : text();
            List<Object> usual = said(text);
            assertThat(said(ZhConverterUtil.toTraditional(text)))
                    .as(told("traditional " + text))
                    .isEqualTo(usual);
            assertThat(said(wide(text))).as(told("wide " + text)).isEqualTo(usual);
            assertThat(said(text.replace('（', '(').replace('）', ')')))
                    .as(told("brackets " + text))
                    .isEqualTo(usual);
            assertThat(said("  " + text + "\u3000"))
                    .as(told("blanks around " + text))
                    .isEqualTo(usual);
        }
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        for (char c : text.toCharArray()) {
            wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }

    @Test
    void pagesWalkedAreOneBigPage() {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 4 == 0 ? "" : text();
            Filters filters = i % 2 == 0 ? Filters.NONE : filters();
            Sort sort = Sort.values()[random.nextInt(Sort.values().length)];
            List<SubjectHit> big = walked(text, filters, sort, 100);
            int size = 11 + random.nextInt(60);
            List<SubjectHit> walked = walked(text, filters, sort, size);
            assertThat(ids(walked))
                    .as(told(text + " " + filters + " by " + size))
                    .doesNotHaveDuplicates()
                    .isEqualTo(ids(big));
            assertThat(walked).as(told(text + " " + filters)).isEqualTo(big);
        }
    }

    @Test
    void filtersInAnotherOrderAreTheSameQuery() {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 4 == 0 ? "" : text();
            Filters one = ordered(false);
            Filters other = ordered(true);
            SearchPage<SubjectHit> first = engine.subjects(one.of(text, Sort.RELEVANCE, 3, null), NOW);
            SearchPage<SubjectHit> second = engine.subjects(other.of(text, Sort.RELEVANCE, 3, null), NOW);
            assertThat(second.items()).as(told(text)).isEqualTo(first.items());
            assertThat(second.facets()).as(told(text)).isEqualTo(first.facets());
            if (first.cursor() != null) {
                assertThat(engine.subjects(other.of(text, Sort.RELEVANCE, 3, first.cursor()), NOW)
                                .items())
                        .as(told(text))
                        .isEqualTo(engine.subjects(one.of(text, Sort.RELEVANCE, 3, first.cursor()), NOW)
                                .items());
            }
        }
    }

    private static Filters ordered(boolean backwards) {
        return new Filters(
                inOrder(List.of("enterprise", "individual-business"), backwards),
                inOrder(List.of("420202", "420281", "420100", "420222"), backwards),
                inOrder(List.of("active", "closed"), backwards),
                Set.of());
    }

    private static Set<String> inOrder(List<String> values, boolean backwards) {
        List<String> ordered = new ArrayList<>(values);
        if (backwards) {
            Collections.reverse(ordered);
        }
        return new LinkedHashSet<>(ordered);
    }

    @Test
    void aChangedIndexAnswersAsAFreshOneOfTheSameDocuments() {
        for (int round = 0; round < 6; round++) {
            List<SubjectDocument> changed = new ArrayList<>();
            Set<String> gone = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                String id = "x" + random.nextInt(SUBJECTS + 40);
                if (random.nextInt(3) == 0) {
                    gone.add(id);
                } else {
                    changed.add(made(id));
                }
            }
            Map<String, SubjectDocument> last = new HashMap<>();
            changed.forEach(document -> last.put(document.id(), document));
            last.keySet().removeAll(gone);
            corpus.putAll(last);
            gone.forEach(corpus::remove);
            apply(engine, List.copyOf(last.values()), List.copyOf(gone));
        }
        try (SearchEngine fresh = open(folder.resolve(FRESH))) {
            apply(fresh, List.copyOf(corpus.values()), List.of());
            sameSubjects(fresh);
            try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
                rebuild.apply(new IndexBatch(List.copyOf(corpus.values()), List.of(), List.of(), List.of(), "2", 0));
                rebuild.settle();
                rebuild.swap();
            }
            sameAnswers(fresh);
        }
    }

    /** How rare a word is may lag behind changes until the next rebuild; who is there, and under which name, may not. */
    private void sameSubjects(SearchEngine fresh) {
        assertThat(engine.size()).as(told("size")).isEqualTo(fresh.size());
        for (int i = 0; i < QUERIES; i++) {
            SubjectQuery query = filters().of("", one(Sort.values()), 100, null);
            assertSame(fresh, query, "changed");
        }
        corpus.values().forEach(subject -> {
            SubjectHit first = engine.subjects(SubjectQuery.of(subject.name(), 1), NOW)
                    .items()
                    .get(0);
            assertThat(first.name()).as(told(subject.name())).isEqualTo(subject.name());
        });
    }

    private void assertSame(SearchEngine fresh, SubjectQuery query, String how) {
        SearchPage<SubjectHit> mine = engine.subjects(query, NOW);
        SearchPage<SubjectHit> its = fresh.subjects(query, NOW);
        assertThat(ids(mine.items())).as(told(how + " " + query)).isEqualTo(ids(its.items()));
        assertThat(mine.total()).as(told(how + " " + query)).isEqualTo(its.total());
        assertThat(mine.facets()).as(told(how + " " + query)).isEqualTo(its.facets());
    }

    private void sameAnswers(SearchEngine fresh) {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 6 == 0 ? "" : text();
            assertSame(fresh, filters().of(text, Sort.RELEVANCE, 20, null), "rebuilt");
            assertThat(engine.suggest(text, 5, NOW)).as(told("suggest " + text)).isEqualTo(fresh.suggest(text, 5, NOW));
        }
    }
}
