package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Records.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chengxin.search.RecordFilter.Validity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Laws between look-ups of records on random corpora, whatever the engine; a failure prints its seed. */
public abstract class RecordLawsContractTests extends SearchEngineContract {

    private static final int RECORDS = 90;
    private static final int QUERIES = 60;
    private static final String LETTERS = "虚假宣传刷单炒信食品药评价直播罚款";
    private static final String[] RUNS = {"2024", "a", "12", "（", "，", "”", " "};
    private static final String[] AUTHORITIES = {"黄石市市场监督管理局", "黄石市工商行政管理局", "大冶市人民法院"};
    private static final String[] TYPES = {"penalty", "permit", "supervision"};
    private static final String[] POLARITIES = {"negative", "neutral", "negative"};

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void putCorpus() {
        List<Records> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            int type = random.nextInt(TYPES.length);
            Records one = record("x" + i)
                    .type(TYPES[type], POLARITIES[type])
                    .title(text(1 + random.nextInt(4)))
                    .region(random.nextBoolean() ? "420202" : "420281")
                    .says("facts", text(random.nextInt(40)))
                    .says("content", text(random.nextInt(20)))
                    .inForceUntil(random.nextBoolean() ? Long.MAX_VALUE : end())
                    .publicUntil(random.nextInt(5) > 0 ? Long.MAX_VALUE : end());
            if (random.nextInt(5) > 0) {
                one.authority(AUTHORITIES[random.nextInt(AUTHORITIES.length)]);
            }
            if (random.nextInt(5) > 0) {
                one.decided(LocalDate.of(2020 + random.nextInt(6), 1 + random.nextInt(12), 1)
                        .toString());
            }
            one.published(LocalDate.of(2020 + random.nextInt(6), 1 + random.nextInt(12), 2)
                    .toString());
            for (int sums = random.nextInt(3); sums > 0; sums--) {
                one.amount(String.valueOf(random.nextInt(1000)));
            }
            records.add(one);
        }
        put(records.toArray(Records[]::new));
    }

    private long end() {
        return NOW.toEpochMilli() - 2 + random.nextInt(5);
    }

    private String text(int length) {
        return random.ints(length, 0, LETTERS.length() + 3)
                .mapToObj(
                        at -> at < LETTERS.length() ? LETTERS.substring(at, at + 1) : RUNS[random.nextInt(RUNS.length)])
                .collect(Collectors.joining());
    }

    /** A word without operators that folds to something. */
    private String word() {
        return random.ints(1 + random.nextInt(4), 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private Set<String> all(String text, RecordFilter filter) {
        SearchPage<RecordHit> page = engine.records(
                new RecordQuery(text, filter, RecordQuery.Sort.RELEVANCE, SubjectQuery.MAX_SIZE, null), NOW);
        Set<String> ids = page.items().stream().map(RecordHit::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(page.total().value()).as("seed %d, %s", seed, text).isEqualTo(ids.size());
        return ids;
    }

    private Set<String> all(String text) {
        return all(text, RecordFilter.NONE);
    }

    private RecordFilter filter() {
        LocalDate from = LocalDate.of(2020 + random.nextInt(6), 1, 1);
        return new RecordFilter(
                null,
                random.nextBoolean() ? Set.of() : Set.of(TYPES[random.nextInt(TYPES.length)]),
                random.nextBoolean() ? Set.of() : Set.of(POLARITIES[random.nextInt(POLARITIES.length)]),
                Set.of(),
                random.nextBoolean() ? Set.of() : Set.of("420281"),
                random.nextBoolean() ? null : AUTHORITIES[random.nextInt(AUTHORITIES.length)],
                random.nextBoolean() ? null : Validity.values()[random.nextInt(2)],
                random.nextBoolean() ? null : from,
                random.nextBoolean() ? null : from.plusYears(3),
                random.nextInt(4) > 0 ? null : from.minusYears(1),
                random.nextInt(4) > 0 ? null : from.plusYears(4),
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(500)),
                random.nextBoolean() ? null : BigDecimal.valueOf(500 + random.nextInt(500)));
    }

    @Test
    void aFilterNeverAddsHits() {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 3 == 0 ? "" : word();
            RecordFilter filter = filter();
            assertThat(all(text)).as("seed %d, %s, %s", seed, text, filter).containsAll(all(text, filter));
        }
    }

    @Test
    void aPhraseIsAmongItsWords() {
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            String word = word();
            Set<String> phrase = all("\"" + word + "\"");
            found += phrase.size();
            assertThat(all(word)).as("seed %d, %s", seed, word).containsAll(phrase);
        }
        assertThat(found).as("seed %d", seed).isPositive();
    }

    @Test
    void withAndWithoutAPhraseIsAllThereIs() {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 4 == 0 ? "" : word() + (i % 4 == 1 ? " " + word() : "");
            String phrase = "\"" + word() + "\"";
            Set<String> with = all((text + " " + phrase).strip());
            Set<String> without = all((text + " -" + phrase).strip());
            Set<String> both = new HashSet<>(with);
            both.retainAll(without);
            assertThat(both).as("seed %d, %s %s", seed, text, phrase).isEmpty();
            with.addAll(without);
            assertThat(with).as("seed %d, %s %s", seed, text, phrase).isEqualTo(all(text));
        }
    }

    @Test
    void eachFurtherWordOfThreeNarrows() {
        for (int i = 0; i < QUERIES; i++) {
            String one = word();
            String two = one + " " + word();
            String three = two + " " + word();
            assertThat(all(one)).as("seed %d, %s", seed, two).containsAll(all(two));
            assertThat(all(two)).as("seed %d, %s", seed, three).containsAll(all(three));
        }
    }

    @Test
    void facetsCountTheHits() {
        for (int i = 0; i < QUERIES; i++) {
            String text = i % 3 == 0 ? "" : word();
            SearchPage<RecordHit> page = engine.records(
                    new RecordQuery(text, RecordFilter.NONE, RecordQuery.Sort.RELEVANCE, SubjectQuery.MAX_SIZE, null),
                    NOW);
            Map<String, Long> types =
                    page.items().stream().collect(Collectors.groupingBy(RecordHit::type, Collectors.counting()));
            assertThat(page.facets().get("type"))
                    .as("seed %d, %s", seed, text)
                    .allSatisfy(value -> assertThat(value.count()).isEqualTo(types.get(value.value())))
                    .hasSize(types.size());
            for (SearchPage.FacetValue type : page.facets().get("type")) {
                assertThat(all(text, RecordFilter.ofTypes(Set.of(type.value()))))
                        .as("seed %d, %s, %s", seed, text, type)
                        .hasSize((int) type.count());
            }
        }
    }

    @Test
    void pagesWalkedAreOneBigPage() {
        for (int i = 0; i < QUERIES / 3; i++) {
            String text = i % 3 == 0 ? "" : word();
            RecordFilter filter = i % 2 == 0 ? RecordFilter.NONE : filter();
            RecordQuery.Sort sort = RecordQuery.Sort.values()[random.nextInt(RecordQuery.Sort.values().length)];
            int size = 1 + random.nextInt(20);
            List<String> big = ids(new RecordQuery(text, filter, sort, SubjectQuery.MAX_SIZE, null));
            List<String> walked = new ArrayList<>();
            String cursor = null;
            do {
                SearchPage<RecordHit> page = engine.records(new RecordQuery(text, filter, sort, size, cursor), NOW);
                page.items().forEach(hit -> walked.add(hit.id()));
                cursor = page.cursor();
            } while (cursor != null);
            assertThat(walked)
                    .as("seed %d, %s, %s, %s", seed, text, filter, sort)
                    .isEqualTo(big);
        }
    }
}
