package org.chengxin.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.chengxin.shared.Ids;

/**
 * Marks forms that this portal handed out, without a cookie and without anything about who asked: a moment, a random id and
 * a signature over both. A page of another site cannot make one, and it ends by itself.
 */
public final class FormTokens {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final int LONGEST = 128;

    private final Seal seal;
    private final Duration lifetime;
    private final Ids ids;
    private final Clock clock;

    FormTokens(Seal seal, Duration lifetime, Ids ids, Clock clock) {
        this.seal = seal;
        this.lifetime = lifetime;
        this.ids = ids;
        this.clock = clock;
    }

    public String next() {
        String body = clock.instant().getEpochSecond() + "." + ids.next() + ids.next();
        return body + "." + signature(body);
    }

    /** Whether a token was handed out here and has not run out. */
    public boolean valid(String token) {
        int end = token.lastIndexOf('.');
        if (end < 0
                || token.length() > LONGEST
                || !MessageDigest.isEqual(
                        signature(token.substring(0, end)).getBytes(StandardCharsets.UTF_8),
                        token.substring(end + 1).getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        Instant made = Instant.ofEpochSecond(Long.parseLong(token.substring(0, token.indexOf('.'))));
        Instant now = clock.instant();
        return !made.isAfter(now.plus(CLOCK_SKEW)) && made.plus(lifetime).isAfter(now);
    }

    private String signature(String body) {
        return HexFormat.of().formatHex(seal.derived("form:" + body), 0, 16);
    }
}
