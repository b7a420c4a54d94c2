package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameTerms;
import org.junit.jupiter.api.Test;

/**
 * Suggestions while a name is typed letter by letter in all ways one may begin to: characters, pinyin, initials, with and
 * without the place. A failure prints its seed.
 */
public abstract class TypingContractTests extends SearchEngineContract {

    private static final int NAMES = 250;
    private static final int TYPED = 40;
    private static final String[][] PLACES = {
        {"黄石市", "420200"}, {"黄石", "420200"}, {"大冶市", "420281"}, {"黄石港区", "420202"}, {"武汉市", "420100"}, {"", "420200"}
    };
    private static final String BRAND = "港岗饼冰宏鸿达长常银记";
    private static final String[] TRADES = {"网络", "网络科技", "科技", "商贸", "建筑工程", "小吃", ""};
    private static final String[] FORMS = {"有限公司", "有限责任公司", "店", "商行", "有限公司大冶分公司"};

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void staysFirstWhileTheSeedsNamesAreTyped() {
        List<SubjectDocument> seeds = SeedSubjects.all();
        putAll(seeds);
        seeds.forEach(this::type);
    }

    @Test
    void staysFirstWhileNamesAmongManyLikeThemAreTyped() {
        List<SubjectDocument> all = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            all.add(anyone("x" + i));
        }
        putAll(all);
        for (int i = 0; i < TYPED; i++) {
            type(all.get(random.nextInt(NAMES)));
        }
    }

    private void putAll(List<SubjectDocument> subjects) {
        engine.apply(new IndexBatch(subjects, List.of(), List.of(), List.of(), "1", 0));
        engine.flush();
    }

    private SubjectDocument anyone(String id) {
        String[] place = any(PLACES);
        StringBuilder name = new StringBuilder(place[0]);
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
            name.append(BRAND.charAt(random.nextInt(BRAND.length())));
        }
        name.append(any(TRADES)).append(any(FORMS));
        Subjects subject = subject(id, name.toString()).region(place[1]);
        if (random.nextInt(8) == 0) {
            subject.status("cancelled");
        }
        if (random.nextInt(8) == 0) {
            subject.formerly(any(PLACES)[0] + BRAND.charAt(random.nextInt(BRAND.length())) + "记" + any(FORMS));
        }
        return subject.build();
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /** Types a name in all ways; once it was offered first it is until the end, where it is offered first in any case. */
    private void type(SubjectDocument subject) {
        for (String typed : NameTerms.starts(subject.name())) {
            boolean first = false;
            for (int end = 1; end <= typed.length(); end++) {
                String soFar = typed.substring(0, end);
                List<Suggestion> offered = engine.suggest(soFar, 8, NOW);
                boolean isFirst = !offered.isEmpty() && offered.get(0).id().equals(subject.id());
                boolean another = !offered.isEmpty()
                        && FoldedText.of(offered.get(0).name()).text().equals(soFar);
                assertThat(isFirst || !first || another)
                        .as(
                                "seed=%d: %s (%s) stays first with %s; offered %s",
                                seed, subject.name(), subject.id(), soFar, offered)
                        .isTrue();
                first |= isFirst;
            }
        }
    }

    @Test
    void offersTheCompanyBeforeItsShop() {
        put(subject("u1", "港饼旗舰店").kind("shop"), subject("u2", GANGBING).uscc("91420202MA4F0K8H7X"));
        assertThat(engine.suggest("gangbing", 8, NOW))
                .extracting(Suggestion::id)
                .containsExactly("u2", "u1");
    }

    @Test
    void tellsApartThoseOfOneName() {
        put(
                subject("t1", "张记小吃店").region("420202").uscc("92420202MA4F0K8H7X"),
                subject("t2", "张记小吃店").region("420281"),
                subject("t3", "张记小吃店").region("420202").uscc("92420202MA4F1C2D3E"));
        assertThat(engine.suggest("zhangji", 8, NOW))
                .hasSize(3)
                .extracting(one -> one.region() + one.uscc())
                .doesNotHaveDuplicates();
    }
}
