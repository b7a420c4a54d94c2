package org.chengxin.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameTerms;
import org.chengxin.shared.CreditCode;

/**
 * As many subjects as are wanted, one after the other, with names as plausible as in a province: some brands and trades are
 * common and most are rare, a tenth are small shops of a family's name, and one in forty bears the name of another. Each is made
 * from its number alone.
 */
public final class ScaleCorpus {

    /** What a question is, by its number. */
    public static final List<String> KINDS = List.of(
            "exact",
            "without form",
            "without region",
            "brand and trade",
            "beginning",
            "pinyin",
            "initials",
            "region apart",
            "a missing character",
            "reversed");

    /** What a question of records is, by its number. */
    public static final List<String> RECORD_KINDS = List.of("document number", "name, title, type");

    private static final String FREQUENT =
            "鑫华盛兴恒宏达信泰金瑞天德荣源丰佳顺诚龙东海祥昌新鸿福利安康汇美林嘉益正阳永成大中国通和文博联科亚星隆旺富胜远创凯翔宇航云" + "百众世佰晟晨启帆悦尚品优雅思腾飞卓越智慧融聚合力创艺景明辉耀光彩虹山水长江湖河";
    private static final String FAMILIES = "张李王刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余叶蒋杜苏魏程吕丁任卢姚";
    private static final String[] SHOPS = {
        "小吃店", "热干面馆", "超市", "便利店", "理发店", "服装店", "五金店", "药店", "水果店", "早餐店", "牛肉面馆", "农家乐"
    };
    private static final String[] FORMS = {"有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "经营部", "商行", "专业合作社", "厂"
    };
    private static final String[] TYPES = {"permit", "penalty", "supervision"};
    private static final String[] STATUSES = {"active", "active", "active", "active", "closed"};

    private final long seed;
    private final List<String[]> places = new ArrayList<>();
    private final List<String> trades;
    private final String characters;

    /** Makes nothing yet. */
    public ScaleCorpus(long seed) throws IOException {
        this.seed = seed;
        StringBuilder all = new StringBuilder(FREQUENT);
        for (String line : lines("divisions.tsv").toList()) {
            String[] cells = line.split("\t");
            places.add(cells);
            all.append(cells[1]);
        }
        trades = lines("industries.txt")
                .flatMap(line -> Stream.of(line.split(",")))
                .filter(word -> word.length() >= 2)
                .toList();
        trades.forEach(all::append);
        characters =
                all.chars().distinct().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameParts.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    private Random random(long number) {
        return new Random((seed + number) * 0x9E3779B97F4A7C15L);
    }

    /** Small numbers far more often than great ones. */
    private static int often(Random random, int bound) {
        double uniform = random.nextDouble();
        return (int) (bound * uniform * uniform * uniform);
    }

    /** One subject, with the ends of its records. */
    public SubjectDocument subject(int number, int records) {
        Random random = random(number);
        String[] place = place(random);
        Subjects subject = Subjects.subject(id(number), name(number))
                .region(region(place))
                .status(STATUSES[random.nextInt(STATUSES.length)])
                .uscc(code(random, place));
        for (int i = 0; i < records; i++) {
            subject.record(TYPES[i % TYPES.length], Long.MAX_VALUE);
        }
        return subject.build();
    }

    private String[] place(Random random) {
        return places.get(often(random, places.size()));
    }

    private static String region(String[] place) {
        return (place[0] + "0000").substring(0, 6);
    }

    private static String code(Random random, String[] place) {
        StringBuilder first = new StringBuilder("91").append(region(place)).append("MA");
        while (first.length() < 17) {
            first.append(random.nextInt(10));
        }
        return first.toString() + CreditCode.checkCharacter(first.toString());
    }

    /** What it is called. */
    public String name(int number) {
        Random random = random(-1L - number);
        if (number > 0 && random.nextInt(40) == 0) {
            return name(random.nextInt(number));
        }
        String place = place(random)[1];
        if (random.nextInt(10) == 0) {
            return place + any(random, FAMILIES) + "记" + SHOPS[random.nextInt(SHOPS.length)];
        }
        StringBuilder brand = new StringBuilder();
        for (int left = random.nextInt(10) < 7 ? 2 : 3; left > 0; left--) {
            brand.append(characters.charAt(often(random, characters.length())));
        }
        return place + brand + trades.get(often(random, trades.size())) + FORMS[random.nextInt(FORMS.length)];
    }

    private static char any(Random random, String of) {
        return of.charAt(random.nextInt(of.length()));
    }

    private static String id(int number) {
        return Integer.toString(number, Character.MAX_RADIX);
    }

    /** One record of a subject, counted from 0. */
    public RecordDocument record(int number, int which) {
        String[] place = place(random(number));
        Random random = random(number * 31L + which);
        String type = TYPES[which % TYPES.length];
        boolean penalty = type.equals("penalty");
        return Records.record("r" + id(number) + '-' + which)
                .of(id(number), name(number))
                .region(region(place))
                .type(type, penalty ? "negative" : "neutral")
                .title(penalty ? "行政处罚决定" : "行政许可决定")
                .number(place[1] + "市监〔" + (2015 + random.nextInt(11)) + "〕" + random.nextInt(100_000) + "号")
                .build();
    }

    /** A question of a kind about a record; kinds are counted from 0. */
    public RecordQuery recordQuestion(int number, int which, int kind) {
        RecordDocument record = record(number, which);
        return switch (kind) {
            case 0 -> asked(Objects.requireNonNull(record.documentNumber()), RecordFilter.NONE);
            case 1 -> asked(question(number, 3) + ' ' + record.title(), RecordFilter.ofTypes(Set.of(record.type())));
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    private static RecordQuery asked(String text, RecordFilter filter) {
        return new RecordQuery(text, filter, RecordQuery.Sort.RELEVANCE, 10, null);
    }

    /** A question of a kind about a subject; kinds are counted from 0. */
    public String question(int number, int kind) {
        FoldedText text = FoldedText.of(name(number));
        NameParts parts = NameParts.of(text);
        String name = text.text();
        int brand = parts.afterRegion();
        int form = name.length();
        while (form > brand + 2 && parts.at(form - 1) == NameParts.Part.FORM) {
            form--;
        }
        String core = name.substring(brand, form);
        return switch (kind) {
            case 0 -> name;
            case 1 -> name.substring(0, form);
            case 2 -> name.substring(brand);
            case 3 -> core;
            case 4 -> name.substring(0, Math.min(name.length(), brand + 3));
            case 5 -> NameTerms.spelled(text, brand, form);
            case 6 -> NameTerms.initials(name.substring(0, form));
            case 7 -> name.substring(0, brand) + ' ' + core;
            case 8 -> name.substring(0, brand + 1) + name.substring(Math.min(form, brand + 2), form);
            case 9 -> core + name.substring(0, brand);
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }
}
