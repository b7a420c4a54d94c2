package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of any text, sensible or hostile, whatever the engine. */
public abstract class AnyTextContractTests extends SearchEngineContract {

    @ParameterizedTest
    @CsvSource({
        "'', NOTHING",
        "港饼, NAME",
        "gangbing, PINYIN",
        "91420202MA4F0K8H7X, CODE",
        "www.gangbing.example.cn, SITE",
        "黄市监罚〔2024〕12号, DOCUMENT",
        "有限公司, MEANINGLESS",
        "!!!😀, MEANINGLESS",
        "11010519491231002X, IDENTITY_NUMBER",
        "查一下 11010519491231002x 这个人, IDENTITY_NUMBER"
    })
    void saysWhatItTookTheQueryFor(String text, Understanding.As as) {
        putCity();
        assertThat(find(text).understood().as()).isEqualTo(as);
    }

    @Test
    void neverSearchesAnIdentityNumber() {
        putCity();
        SearchPage<SubjectHit> page = find("柯港生 11010519491231002X");
        assertThat(page.items()).isEmpty();
        assertThat(page.understood().searched()).isEmpty();
        assertThat(engine.suggest("柯港生 11010519491231002X", 5, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "\"",
                "'; DROP TABLE subject; --",
                "<script>alert(1)</script>",
                "\u0000\u0001",
                "\uD800",
                "a\uDC00b",
                "😀😀😀",
                "((((",
                "AND OR NOT",
                "?name=*:*",
                "../../etc/passwd",
                "%00",
                "𠮷野家",
                "９１４２０２"
            })
    void takesAnyQuery(String text) {
        putCity();
        assertThat(find(text).items()).hasSizeLessThanOrEqualTo(10);
        assertThat(engine.suggest(text, 5, NOW)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void takesLongAndRandomQueries() {
        putCity();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int length = i % 50 == 0 ? 10_000 : random.nextInt(40);
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < length; k++) {
                text.append((char) (random.nextBoolean() ? 0x4E00 + random.nextInt(500) : random.nextInt(0x10000)));
            }
            assertThat(find(text.toString()).items()).as("seed %d", seed).hasSizeLessThanOrEqualTo(10);
            assertThat(engine.suggest(text.toString(), 5, NOW))
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(5);
        }
    }
}
