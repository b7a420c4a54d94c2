package org.chengxin.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes down a record in few words. */
public final class Records {

    private final String id;
    private final List<BigDecimal> amounts = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private String subject = "s1";
    private String name = SearchEngineContract.GANGBING;
    private String region = "420202";
    private String type = "penalty";
    private String polarity = "negative";
    private String list;
    private String title = "行政处罚";
    private String authority;
    private String number;
    private LocalDate decided;
    private LocalDate published = LocalDate.of(2026, 1, 1);
    private long inForceUntil = Long.MAX_VALUE;
    private long publicUntil = Long.MAX_VALUE;

    private Records(String id) {
        this.id = id;
    }

    /** A penalty of the company all tests know, without anything said yet. */
    public static Records record(String id) {
        return new Records(id);
    }

    public Records of(String subject, String name) {
        this.subject = subject;
        this.name = name;
        return this;
    }

    public Records region(String code) {
        region = code;
        return this;
    }

    public Records type(String code, String polarity) {
        type = code;
        this.polarity = polarity;
        return this;
    }

    public Records list(String code) {
        list = code;
        return this;
    }

    public Records title(String text) {
        title = text;
        return this;
    }

    public Records authority(String body) {
        authority = body;
        return this;
    }

    public Records number(String written) {
        number = written;
        return this;
    }

    public Records decided(String day) {
        decided = LocalDate.parse(day);
        return this;
    }

    public Records published(String day) {
        published = LocalDate.parse(day);
        return this;
    }

    public Records inForceUntil(long millis) {
        inForceUntil = millis;
        return this;
    }

    public Records publicUntil(long millis) {
        publicUntil = millis;
        return this;
    }

    public Records amount(String yuan) {
        amounts.add(new BigDecimal(yuan));
        return this;
    }

    public Records says(String field, String text) {
        passages.add(new Passage(field, text));
        return this;
    }

    /** The document, with subject, title, body and number among its passages as the catalogue's fields give them. */
    public RecordDocument build() {
        List<Passage> all = new ArrayList<>(List.of(new Passage("subjectName", name), new Passage("caseName", title)));
        if (number != null) {
            all.add(new Passage("documentNumber", number));
        }
        all.addAll(passages);
        if (authority != null) {
            all.add(new Passage("authority", authority));
        }
        return new RecordDocument(
                id,
                subject,
                name,
                region,
                type,
                polarity,
                list,
                title,
                authority,
                number,
                decided,
                published,
                inForceUntil,
                publicUntil,
                List.copyOf(amounts),
                List.copyOf(all));
    }
}
