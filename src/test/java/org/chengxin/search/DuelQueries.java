package org.chengxin.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameTerms;

/** What people might ask of a made-up city, well and badly typed. */
final class DuelQueries {

    private final Random random;
    private final DuelCorpus corpus;

    DuelQueries(Random random, DuelCorpus corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    /** Something that may find a subject. */
    String name() {
        SubjectDocument meant = corpus.any(corpus.subjects);
        String name = meant.name();
        int middle = Math.min(name.length() - 1, 2 + random.nextInt(4));
        return switch (random.nextInt(16)) {
            case 0 -> name;
            case 1 -> name.replaceAll("(有限责任公司|股份有限公司|有限公司|店)$", "");
            case 2 -> name.substring(0, 1 + random.nextInt(name.length()));
            case 3 -> name.substring(random.nextInt(name.length()));
            case 4 -> name.substring(0, middle) + name.substring(middle + 1);
            case 5 -> name.substring(0, middle) + corpus.any("大", "金", "虎") + name.substring(middle + 1);
            case 6 -> name.substring(middle) + name.substring(0, middle);
            case 7 -> spelled(name);
            case 8 -> spelled(name.substring(0, middle));
            case 9 -> name.substring(0, middle) + " " + name.substring(middle);
            case 10 -> meant.uscc() == null ? "9142" : meant.uscc();
            case 11 -> meant.uscc() == null ? "MA12" : meant.uscc().substring(0, 17) + "X";
            case 12 -> meant.uscc() == null ? "example" : meant.uscc().substring(6, 6 + random.nextInt(12));
            case 13 -> meant.sites().isEmpty() ? "柯港生" : meant.sites().get(0);
            case 14 -> initials(name);
            default -> corpus.any("黄石", "公司", "网络科技", "不存在的名字", "a", "张记小吃店", "物流 大冶", "小", "hd");
        };
    }

    private static String spelled(String name) {
        FoldedText text = FoldedText.of(name);
        return NameTerms.spelled(text, 0, text.length());
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < Math.min(6, name.length()); i++) {
            initials.append(spelled(name.substring(i, i + 1)).charAt(0));
        }
        return initials.toString();
    }

    SubjectQuery subjects() {
        return new SubjectQuery(
                random.nextInt(20) == 0 ? "" : name(),
                some("enterprise", "platform"),
                some("420200", "420281"),
                some("active", "closed"),
                some("red", "abnormal"),
                some("penalty", "permit"),
                random.nextInt(8) == 0 ? corpus.any(SubjectQuery.Sort.values()) : SubjectQuery.Sort.RELEVANCE,
                1 + random.nextInt(30),
                null);
    }

    private Set<String> some(String one, String other) {
        return switch (random.nextInt(16)) {
            case 0 -> Set.of(one);
            case 1 -> Set.of(one, other);
            default -> Set.of();
        };
    }

    RecordQuery records() {
        RecordDocument meant = corpus.any(corpus.records);
        String text =
                switch (random.nextInt(10)) {
                    case 0 -> "";
                    case 1 -> meant.documentNumber() == null ? "罚〔2024〕" : meant.documentNumber();
                    case 2 -> meant.subjectName();
                    case 3 -> "\"" + corpus.saying(1) + "\"";
                    case 4 -> corpus.saying(1) + " -" + corpus.saying(1);
                    case 5 -> meant.authority() == null ? "市监局 罚款" : meant.authority();
                    case 6 -> corpus.saying(6);
                    case 7 -> meant.title() + " " + corpus.saying(1);
                    default -> corpus.saying(2);
                };
        return new RecordQuery(
                text, filter(meant), corpus.any(RecordQuery.Sort.values()), 1 + random.nextInt(30), null);
    }

    private RecordFilter filter(RecordDocument meant) {
        LocalDate from = LocalDate.of(2020 + random.nextInt(6), 1, 1);
        boolean dated = random.nextInt(6) == 0;
        boolean published = random.nextInt(6) == 0;
        boolean priced = random.nextInt(6) == 0;
        return new RecordFilter(
                random.nextInt(12) == 0 ? meant.subjectId() : null,
                some("penalty", "permit"),
                some("negative", "positive"),
                some("red", "abnormal"),
                some("420200", "420281"),
                random.nextInt(10) == 0 ? meant.authority() : null,
                random.nextInt(6) == 0 ? corpus.any(RecordFilter.Validity.values()) : null,
                dated ? from : null,
                dated && random.nextBoolean() ? from.plusYears(2) : null,
                published ? from : null,
                published && random.nextBoolean() ? from.plusYears(2) : null,
                priced ? BigDecimal.valueOf(random.nextInt(500)) : null,
                priced && random.nextBoolean() ? BigDecimal.valueOf(500 + random.nextInt(500)) : null);
    }

    MatchQuery match() {
        SubjectDocument meant = corpus.any(corpus.subjects);
        return new MatchQuery(
                random.nextInt(4) == 0 ? null : name(),
                random.nextInt(4) == 0 ? meant.uscc() : null,
                random.nextInt(4) == 0 ? meant.region() : null,
                null,
                random.nextInt(6) == 0
                        ? List.copyOf(meant.sites()).stream().findFirst().orElse(null)
                        : null);
    }
}
