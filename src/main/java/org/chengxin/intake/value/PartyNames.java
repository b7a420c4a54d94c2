package org.chengxin.intake.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.shared.NameKey;

/** What the form of a name tells: an organisation, a person, two parties in one cell, a branch of which company. */
public final class PartyNames {

    private static final String ORGANISATION_END =
            "公司|集团|企业|厂|矿|店|铺|部|中心|商行|酒楼|饭店|宾馆|旅馆|餐馆|超市|市场|合作社|社|行|所|院|校|学校|医院|银行|协会|学会|基金会|委员会|"
                    + "局|站|馆|坊|摊|室|园|农场|林场|渔场|养殖场|场|户|库|处|队|公社|联合社|商会|平台|网|工作室|事务所|经营者";
    private static final Pattern ORGANISATION = Pattern.compile(".*(" + ORGANISATION_END + ")(\\(.*\\))?");
    private static final Pattern SEPARATORS = Pattern.compile("[、;；/\\n]|[,，](?=\\p{IsHan})");

    /** The hundred most frequent family names and the double ones; enough to tell a bare name from a short trade name. */
    private static final String FAMILY_NAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付"
            + "傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柯明占詹游阮乐华";

    private static final Pattern PERSON = Pattern.compile("([" + FAMILY_NAMES
            + "][\\p{IsHan}*×某]{1,2}|(欧阳|上官|司马|诸葛|皇甫|尉迟)[\\p{IsHan}*×某]{1,2}|\\p{IsHan}{1,8}·\\p{IsHan}{1,8})");

    private static final String BRANCH_END =
            "分公司|支公司|营业部|营业厅|门店|分店|店|支行|分行|分理处|储蓄所|网点|分部|办事处|经营部|服务部|服务站|加油站|项目部|分厂|分院|分校|分社|分所|门市部|销售部|专卖店|仓库|车间|工地|商场|超市|中心|食堂";
    private static final Pattern BRANCH = Pattern.compile(".+(" + BRANCH_END + ")(\\([^)]*\\))?");
    private static final Pattern COMPANY_END = Pattern.compile("公司|集团|合作社|联合社|银行|分行|支行|事务所|有限合伙\\)");

    private PartyNames() {}

    /** Whether a name ends as organisations' do. */
    public static boolean organisation(String name) {
        return ORGANISATION.matcher(NameKey.of(name)).matches();
    }

    /** Whether a name is in the form of a natural person's. */
    public static boolean person(String name) {
        String bare = name.strip();
        return PERSON.matcher(bare).matches() && !organisation(bare);
    }

    /** Whether one cell names two organisations. */
    public static boolean several(String name) {
        String[] parts = SEPARATORS.split(name, -1);
        int organisations = 0;
        for (String part : parts) {
            if (part.strip().length() > 4 && organisation(part)) {
                organisations++;
            }
        }
        return organisations > 1;
    }

    /** Names of the companies a branch of this name may belong to, in the form of {@link NameKey}, the longest first. */
    public static List<String> companies(String name) {
        String key = NameKey.of(name);
        List<String> companies = new ArrayList<>();
        if (!BRANCH.matcher(key).matches()) {
            return companies;
        }
        Matcher end = COMPANY_END.matcher(key);
        while (end.find()) {
            if (end.end() < key.length() && end.end() > 4) {
                companies.add(0, key.substring(0, end.end()));
            }
        }
        return companies;
    }
}
