package org.chengxin.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of all that remembers, wherever it does. */
abstract class MemoryContract {

    private static final Duration LONG = Duration.ofMinutes(1);
    private final long seed = Long.getLong("test.seed", System.nanoTime());

    abstract Memory memory();

    /** Lets so much time go by for the memory. */
    abstract void pass(Duration time);

    void put(String key, String value, Duration keep) {
        memory().put(key, value.getBytes(StandardCharsets.UTF_8), keep).block(LONG);
    }

    String get(String key) {
        byte[] found = memory().get(key).block(LONG);
        return found == null ? null : new String(found, StandardCharsets.UTF_8);
    }

    @Test
    void whatWasPutIsFoundAndNothingElse() {
        put("a", "甲", LONG);
        put("b", "", LONG);
        assertThat(get("a")).isEqualTo("甲");
        assertThat(get("b")).isEmpty();
        assertThat(get("c")).isNull();
        put("a", "乙", LONG);
        assertThat(get("a")).isEqualTo("乙");
    }

    @Test
    void anyBytesComeBackAsTheyWere() {
        Random random = new Random(seed);
        byte[] value = new byte[200_000];
        random.nextBytes(value);
        memory().put("bytes", value, LONG).block(LONG);
        assertThat(memory().get("bytes").block(LONG)).as("seed %d", seed).isEqualTo(value);
    }

    @Test
    void isForgottenInTimeAndPutAgainHasANewTime() {
        put("short", "1", Duration.ofMillis(300));
        put("long", "1", LONG);
        put("again", "1", Duration.ofMillis(300));
        put("again", "2", LONG);
        put("shorter", "1", LONG);
        put("shorter", "2", Duration.ofMillis(300));
        assertThat(get("shorter")).isEqualTo("2");
        pass(Duration.ofMillis(350));
        assertThat(get("short")).isNull();
        assertThat(get("long")).isEqualTo("1");
        assertThat(get("again")).isEqualTo("2");
        assertThat(get("shorter")).isNull();
    }
}
