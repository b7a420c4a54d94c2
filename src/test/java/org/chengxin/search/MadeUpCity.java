package org.chengxin.search;

import static org.chengxin.search.Subjects.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * The seed among what a real city has around it: forty shops of one name, a chain with its outlets, and some seven hundred
 * companies whose names are put together from the same few brands, trades and places.
 */
final class MadeUpCity {

    private static final String[][] PLACES = {
        {"黄石市", "420200"}, {"黄石港区", "420202"}, {"下陆区", "420204"}, {"西塞山区", "420203"}, {"铁山区", "420205"},
        {"大冶市", "420281"}, {"阳新县", "420222"}, {"湖北", "420202"}, {"武汉市", "420100"}, {"鄂州市", "420700"}
    };
    private static final String[] BRANDS = {
        "宏达", "鑫源", "恒信", "瑞丰", "金桥", "华兴", "天成", "东方", "顺达", "永兴", "众诚", "蓝天", "南岭", "宁远", "林源", "盛世", "长江", "楚天",
        "磁湖", "东楚"
    };
    private static final String[] TRADES = {"电子商务", "网络科技", "商贸", "建筑工程", "食品", "物流", "餐饮管理", "信息技术", "农业开发", "服饰"};
    /** District, its code, and streets in it. */
    private static final String[][] STREETS = {
        {"黄石港区", "420202", "胜阳港", "花湖", "沈家营", "红旗桥", "黄石港", "磁湖路", "湖滨大道", "天津路"},
        {"下陆区", "420204", "团城山", "新下陆", "东方山", "老下陆", "长乐山"},
        {"西塞山区", "420203", "八泉街", "澄月街", "临江街", "黄思湾", "陈家湾"},
        {"铁山区", "420205", "铁山街", "鹿獐山"},
        {"大冶市", "420281", "东风路", "东岳路", "金湖", "罗家桥", "陈贵镇", "灵乡镇", "还地桥镇", "金牛镇"},
        {"阳新县", "420222", "兴国镇", "富池镇", "黄颡口镇", "浮屠镇", "白沙镇", "木港镇"}
    };

    private static final String CHAIN = "黄石恒信大药房连锁有限公司";
    private static final String[] NUMBERS = {"第一", "第二", "第三", "第五", "第八", "第十", "第十一", "第十二", "第二十"};
    private static final String[] STORES = {"团城山", "花湖", "胜阳港", "新下陆", "陈贵"};

    private final List<SubjectDocument> subjects = new ArrayList<>(SeedSubjects.all());

    private MadeUpCity() {}

    static List<SubjectDocument> subjects() {
        MadeUpCity city = new MadeUpCity();
        city.shops();
        city.chain();
        city.companies();
        return city.subjects;
    }

    private void add(Subjects subject) {
        subjects.add(subject.build());
    }

    private Subjects next(String name, String region) {
        return subject("c" + subjects.size(), name).region(region);
    }

    private void shops() {
        for (String[] district : STREETS) {
            for (int i = 2; i < district.length; i++) {
                String name = district[0] + district[i] + "张记小吃店";
                // one in five has closed
                String status = i % 5 == 4 ? "closed" : "active";
                add(next(name, district[1]).kind("individual-business").status(status));
            }
        }
        add(next("铁山区张记小吃店", "420205").kind("individual-business"));
        add(next("阳新县张记小吃店", "420222").kind("individual-business"));
        add(next("下陆区章记小吃店", "420204").kind("individual-business"));
        add(next("黄石港区老张记小吃店", "420202").kind("individual-business"));
        add(next("黄石港区张记热干面馆", "420202").kind("individual-business"));
    }

    private void chain() {
        Subjects company = next(CHAIN, "420202");
        String id = company.build().id();
        add(company);
        for (String number : NUMBERS) {
            add(next(CHAIN + number + "分店", "420202").branchOf(id));
        }
        for (String store : STORES) {
            add(next(CHAIN + store + "店", "420204").branchOf(id));
        }
    }

    private void companies() {
        for (int place = 0; place < PLACES.length; place++) {
            for (int brand = 0; brand < BRANDS.length; brand++) {
                for (int trade = 0; trade < TRADES.length; trade++) {
                    if ((place + 2 * brand + 7 * trade) % 3 == 0) {
                        add(next(PLACES[place][0] + BRANDS[brand] + TRADES[trade] + "有限公司", PLACES[place][1]));
                    }
                }
            }
        }
    }
}
