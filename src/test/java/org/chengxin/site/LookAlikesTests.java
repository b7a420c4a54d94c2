package org.chengxin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chengxin.search.text.SiteTerms;
import org.chengxin.site.LookAlikes.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings against look-alikes: how many are seen, and how many honest sites are suspected. */
class LookAlikesTests {

    private static final int BOUND = 3_000;
    private static final int ALIKE = 1_500;
    private static final int INNOCENT = 30_000;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    gangbing-shop.example.net,                 ADDED
                    shopgangbing.cn,                           ADDED
                    gangbingguanwang.com,                      ADDED
                    gangbing.example.net,                      ENDING
                    gаngbing.cn,                               HOMOGLYPH
                    xn--gngbing-2fg.cn,                        HOMOGLYPH
                    gangb1ng.cn,                               HOMOGLYPH
                    gang-bing.com,                             HOMOGLYPH
                    gángbing.com,                              HOMOGLYPH
                    港饼.中国,                                  PINYIN
                    钢兵.com,                                   PINYIN
                    gangbinshipin.cn,                          PINYIN
                    gangbbing.cn,                              SPELLING
                    gagnbing.cn,                               SPELLING
                    gangbing.example.cn.kefu-vip.com,          INSIDE
                    gangbing-example-cn.kefu-vip.com,          INSIDE
                    """)
    void anAddressIsLikeTheBoundOne(String address, Likeness how) {
        LookAlikes bound = new LookAlikes(List.of("gangbing.example.cn", "gangbingshipin.example.cn"));
        assertThat(likes(bound, address)).anyMatch(like -> like.host().startsWith("gangbing") && like.how() == how);
    }

    @ParameterizedTest
    @CsvSource({
        "gangbing.example.cn",
        "pay.gangbing.example.cn",
        "gangping.cn",
        "gangbin.cn",
        "langbing.cn",
        "gangbingxiangmu.cn",
        "bing.com",
        "gang.cn",
        "gangbing.taobao.com",
        "example.cn",
        "568.cn"
    })
    void aSiteOfItsOwnIsNotSuspected(String address) {
        assertThat(likes(new LookAlikes(List.of("gangbing.example.cn", "123.example.cn")), address))
                .isEmpty();
    }

    @Test
    void mostLookAlikesAreSeenAndHardlyAnyHonestSiteIsSuspected() {
        long seed = Long.getLong("test.seed", new Random().nextLong());
        System.out.println("LookAlikesTests seed=" + seed);
        MadeUpDomains made = new MadeUpDomains(new Random(seed));
        Set<String> bound = new HashSet<>();
        while (bound.size() < BOUND) {
            bound.add(made.domain());
        }
        List<String> hosts = List.copyOf(bound);
        LookAlikes looks = new LookAlikes(hosts);

        Map<Likeness, Double> recall = new EnumMap<>(Likeness.class);
        int alike = 0;
        int seen = 0;
        for (Likeness kind : Likeness.values()) {
            int of = 0;
            for (int i = 0; i < ALIKE; i++) {
                String host = made.one(hosts);
                String lookAlike = made.like(host, kind);
                of += likes(looks, lookAlike).stream()
                                .anyMatch(like -> like.host().equals(host))
                        ? 1
                        : 0;
            }
            recall.put(kind, of / (double) ALIKE);
            alike += ALIKE;
            seen += of;
        }
        List<String> suspected = new ArrayList<>();
        for (int i = 0; i < INNOCENT; i++) {
            String innocent = made.domain();
            if (!bound.contains(innocent) && !likes(looks, innocent).isEmpty()) {
                suspected.add(innocent + " " + likes(looks, innocent));
            }
        }
        double wrong = suspected.size() / (double) INNOCENT;
        // as if one of two addresses that are asked about were a look-alike
        double precision = (seen / (double) alike) / (seen / (double) alike + wrong);
        System.out.printf(
                "LookAlikesTests recall %.3f %s, honest sites suspected %.4f, precision %.3f%n%s%n",
                seen / (double) alike, recall, wrong, precision, suspected.subList(0, Math.min(15, suspected.size())));
        assertThat(seen / (double) alike).isGreaterThan(0.77);
        assertThat(precision).isGreaterThan(0.97);
        assertThat(wrong).isLessThan(0.02);
        for (Likeness plain : List.of(Likeness.INSIDE, Likeness.HOMOGLYPH, Likeness.ENDING)) {
            assertThat(recall.get(plain)).as(plain.code()).isGreaterThan(0.93);
        }
        // a slip that makes another plausible name, or a word nobody knows as a lure, is no reason to suspect
        assertThat(recall.values()).allMatch(share -> share > 0.35);
    }

    private static List<Like> likes(LookAlikes bound, String address) {
        String plain = SiteTerms.find(address);
        assertThat(plain).as(address).isNotNull();
        return bound.of(SiteTerms.host(plain));
    }
}
