package org.chengxin.search;

import static org.chengxin.search.Records.record;
import static org.chengxin.search.Subjects.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A made-up city: names as plausible and as often the same as in a real one, with records of several types, and ends. */
public final class DuelCorpus {

    private static final int SUBJECTS = 400;
    private static final int RECORDS = 400;
    private static final String[] PLACES = {"黄石市", "黄石", "大冶市", "阳新县", "湖北", "武汉", "", "黄石港区", "重庆"};
    private static final String[] CODES = {
        "420200", "420200", "420281", "420222", "420000", "420100", "420204", "420202"
    };
    private static final String BRAND = "宏达鑫磁湖港饼灵成华泰银信联盛天美佳源长行";
    private static final String[] FAMILIES = {"张记", "李记", "老王", "柯家", "曾氏", "aa"};
    private static final String[] TRADES = {"网络科技", "电子商务", "物流", "建筑工程", "建材", "商贸", "餐饮管理", "食品", "信息技术", "小吃"};
    private static final String[] FORMS = {"有限公司", "有限责任公司", "股份有限公司", "店", "经营部", "合作社"};
    private static final String[] KINDS = {"enterprise", "enterprise", "individual-business", "platform", "courier"};
    private static final String[] STATUSES = {"active", "active", "active", "closed", "revoked"};
    private static final String[] TYPES = {"penalty", "permit", "supervision", "red-list", "commitment"};
    private static final String[] LISTS = {"red", "serious-default", "abnormal"};
    private static final String[] AUTHORITIES = {"黄石市市场监督管理局", "黄石市工商行政管理局", "大冶市人民法院", "黄石市税务局"};
    private static final String[] SAYINGS = {
        "虚假宣传",
        "虚假的商业宣传",
        "刷单炒信",
        "未按规定公示价格",
        "食品标签不合规定",
        "药品网络销售",
        "罚款",
        "没收违法所得",
        "A级纳税人",
        "直播带货",
        "经查",
        "2024年",
        "责令改正"
    };

    private final Random random;
    final List<SubjectDocument> subjects = new ArrayList<>();
    final List<RecordDocument> records = new ArrayList<>();

    DuelCorpus(Random random) {
        this.random = random;
        Set<String> ids = new TreeSet<>(Comparator.comparing(String::hashCode));
        while (ids.size() < SUBJECTS) {
            ids.add(Integer.toString(random.nextInt(Integer.MAX_VALUE), 36));
        }
        for (String id : ids) {
            subjects.add(oneSubject(id));
        }
        for (int i = 0; i < RECORDS; i++) {
            records.add(oneRecord("r" + Integer.toString(i * 7919 + 31, 36)));
        }
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T any(T... all) {
        return all[random.nextInt(all.length)];
    }

    private boolean often() {
        return random.nextInt(4) > 0;
    }

    private boolean seldom() {
        return random.nextInt(6) == 0;
    }

    private long end() {
        return often() ? Long.MAX_VALUE : SearchEngineContract.NOW.toEpochMilli() - 2 + random.nextInt(5);
    }

    private String brand() {
        StringBuilder brand = new StringBuilder();
        for (int length = 2 + random.nextInt(2); length > 0; length--) {
            brand.append(BRAND.charAt(random.nextInt(BRAND.length())));
        }
        return brand.toString();
    }

    private String name() {
        return seldom() ? any(FAMILIES) + any("小吃店", "便利店", "百货店") : any(PLACES) + brand() + any(TRADES) + any(FORMS);
    }

    SubjectDocument oneSubject(String id) {
        String name = seldom() && !subjects.isEmpty() ? any(subjects).name() : name();
        Subjects one = subject(id, name)
                .kind(any(KINDS))
                .region(seldom() ? null : any(CODES))
                .status(any(STATUSES))
                .visibleUntil(end());
        if (often()) {
            one.uscc(code());
        }
        if (seldom()) {
            one.formerly(name());
        }
        if (seldom()) {
            one.alias(brand() + any("优选", "铺子"));
        }
        if (seldom()) {
            one.site("www." + id + ".example.cn");
        }
        if (seldom()) {
            one.representative(any("柯港生", "张伟", "李娜"));
        }
        if (seldom() && !subjects.isEmpty()) {
            one.branchOf(any(subjects).id());
        }
        if (often()) {
            one.registeredOn(LocalDate.of(2000 + random.nextInt(25), 1 + random.nextInt(12), 1));
        }
        if (seldom()) {
            one.list(any(LISTS), end());
        }
        for (int count = random.nextInt(3); count > 0; count--) {
            one.record(any(TYPES), end());
        }
        return one.build();
    }

    private String code() {
        StringBuilder code = new StringBuilder("91").append(any(CODES)).append("MA");
        for (int length = 8; length > 0; length--) {
            code.append("0123456789ABCDEFGH".charAt(random.nextInt(18)));
        }
        return code.toString();
    }

    RecordDocument oneRecord(String id) {
        SubjectDocument of = any(subjects);
        Records one = record(id)
                .of(of.id(), of.name())
                .region(of.region())
                .type(any(TYPES), any("negative", "neutral", "positive"))
                .title(any(SAYINGS) + any("案", "许可", "的决定"))
                .says("facts", saying(6))
                .inForceUntil(end())
                .publicUntil(end());
        if (seldom()) {
            one.list(any(LISTS));
        }
        if (often()) {
            one.authority(any(AUTHORITIES))
                    .decided("20" + (20 + random.nextInt(6)) + "-0" + (1 + random.nextInt(9)) + "-15");
        }
        if (often()) {
            one.published("20" + (20 + random.nextInt(6)) + "-0" + (1 + random.nextInt(9)) + "-20");
        }
        if (often()) {
            one.number("黄市监罚〔202" + random.nextInt(6) + "〕" + random.nextInt(60) + "号");
        }
        for (int count = random.nextInt(3); count > 0; count--) {
            one.amount(random.nextInt(1_000) + "." + random.nextInt(100));
        }
        return one.build();
    }

    String saying(int most) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(most); length > 0; length--) {
            text.append(any(SAYINGS)).append(any("", "，", "；", " "));
        }
        return text.toString();
    }
}
