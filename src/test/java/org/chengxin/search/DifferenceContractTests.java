package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each {@link EngineDifference} as it is with one engine and with the other: when one is gone, it is to leave the list. */
public abstract class DifferenceContractTests extends SearchEngineContract {

    private static final int MANY = 20_400;
    private static final int BATCH = 1_020;
    private static final int CHANGED = 300;

    /** Whether this is the engine whose answers are as its documents are now, and read in the order of names. */
    protected abstract boolean isByNames();

    @ParameterizedTest
    @EnumSource
    void isAsListed(EngineDifference difference) {
        switch (difference) {
            case MANY_BEGINNINGS -> suggestsOutOfSome();
            case CHANGED_NAMES -> countsNames();
        }
    }

    private void suggestsOutOfSome() {
        // the local ones come last by name, and are spread over the order they are put in
        Set<String> best = Set.copyOf(fill());
        List<String> offered = offered("磁");
        assertThat(offered).hasSize(10).allMatch(name -> name.startsWith("磁"));
        assertThat(offered.stream().anyMatch(best::contains)).isEqualTo(!isByNames());
        assertThat(offered("磁龥")).hasSize(10).allMatch(best::contains);
    }

    private List<String> fill() {
        List<String> best = new ArrayList<>();
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            for (int from = 0; from < MANY; from += BATCH) {
                List<SubjectDocument> some = new ArrayList<>();
                String name = "磁龥" + han(from / BATCH) + "店";
                some.add(subject("best" + from, name).build());
                best.add(name);
                for (int i = from + 1; i < from + BATCH; i++) {
                    some.add(subject("m" + i, "磁" + han(i / 200) + han(i % 200) + "商行")
                            .region("420100")
                            .build());
                }
                rebuild.apply(batch(some));
            }
            rebuild.settle();
            rebuild.swap();
        }
        engine.flush();
        return best;
    }

    private List<String> offered(String typed) {
        return engine.suggest(typed, 10, NOW).stream().map(Suggestion::name).toList();
    }

    private void countsNames() {
        List<SubjectDocument> present = new ArrayList<>(List.of(
                subject("one", "黄石磁湖糕点铺").build(), subject("two", "黄石港湾糕点铺").build()));
        List<SubjectDocument> before = new ArrayList<>(present);
        for (int i = 0; i < CHANGED; i++) {
            before.add(subject("c" + i, "大冶磁湖" + han(i) + "糕点铺").build());
            present.add(
                    subject("c" + i, "大冶" + han(i + CHANGED) + han(i) + "服装厂").build());
        }
        renew(before);
        engine.apply(batch(present));
        engine.flush();
        // Lucene in the process counts when it is opened or has grown
        engine.close();
        engine = open(folder);
        List<Double> changed = scores();
        renew(present);
        assertThat(scores().equals(changed)).isEqualTo(isByNames());
    }

    private void renew(List<SubjectDocument> subjects) {
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            rebuild.apply(batch(subjects));
            rebuild.swap();
        }
        engine.flush();
    }

    /** Of names that agree in part. */
    private List<Double> scores() {
        return Stream.of("磁湖点心铺", "黄石磁湖商行", "磁湖糕饼")
                .flatMap(text -> Stream.concat(find(text).items().stream(), find(text).near().stream()))
                .map(SubjectHit::score)
                .toList();
    }

    private static IndexBatch batch(List<SubjectDocument> subjects) {
        return new IndexBatch(subjects, List.of(), List.of(), List.of(), "1", 0);
    }

    private static char han(int number) {
        return (char) ('一' + number);
    }
}
