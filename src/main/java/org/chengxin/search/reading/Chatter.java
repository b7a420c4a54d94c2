package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away from a question what does not name a subject: 帮我查一下港饼靠谱吗 asks about 港饼. */
public final class Chatter {

    /** A name is at least two characters; a query that is all chatter is searched as it is. */
    private static final int SHORTEST = 2;

    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:请问|你好|您好|麻烦(?:您|你)?|谁知道|有谁知道|有人知道|帮(?:我|忙)?(?:查|搜|看|问)(?:一?下|查|看)?|查一?下|查一查|查询|查查|搜索|搜一?下"
                    + "|我?想(?:要)?(?:查询?|了解|问)(?:一?下)?|了解一?下|问一?下)[\\s:,，]*"
                    + "|(?:who\\s+is|who's|what\\s+is|tell\\s+me\\s+about|is)\\s+)+",
            Pattern.CASE_INSENSITIVE);
    private static final String WHO = "(?:这家公司|这个公司|这家店|这个店|这家企业)?";
    private static final Pattern TRAILING = Pattern.compile(
            "(?:是?(?:正规|合法|真实|骗子|皮包|传销|安全|可信)(?:公司|企业|平台|店铺|的)?(?:吗|么|不|嘛)"
                    + "|(?:靠谱|可靠|靠得住|可信|值得信赖)(?:吗|么|不靠谱|不|嘛)?"
                    + "|" + WHO + "(?:怎么样|怎样|咋样|好不好|如何|是不是骗子|是不是骗人的?|是骗子|骗人吗|是真的吗|是真的假的|是不是真的|可以相信吗|能信吗)"
                    + "|(?:的)?(?:官方旗舰店|官方网站|官网|旗舰店|专卖店|专营店|网店|淘宝店|京东店)"
                    + "|(?:的)?(?:联系电话|客服电话|电话号码|电话|地址|招聘|怎么投诉)(?:是?多少|是什么|在哪里?)?"
                    + "|(?:的)?(?:法人代表|法人|老板|负责人)(?:是谁|叫什么)"
                    + "|(?:的)?(?:统一社会信用代码|信用代码|税号|注册资本)(?:是?多少|是什么)"
                    + "|(?:的)?(?:信用|信誉|口碑|资质)(?:怎么样|如何|好不好|好吗|情况|记录)?"
                    + "|" + WHO + "(?:是什么公司|是做什么的|是干什么的|是干嘛的|在哪里?|倒闭了吗|跑路了吗|还在营业吗)"
                    + "|" + WHO
                    + "(?:有没有|有无|是否有|是不是有|是否)(?:被|过|什么|任何)*(?:行政)?(?:处罚|违规|违法|失信|投诉|被骗|造假|问题|异常|黑名单|列入)[\\p{IsHan}]{0,6}"
                    + "|\\s+(?:legit|reliable|trustworthy|a\\s+scam|phone\\s+number|address))+[吗呢啊么?？!！。,，\\s]*$",
            Pattern.CASE_INSENSITIVE);
    /** Names begin with 查 too (查马投资): taken for a verb only where a question follows. */
    private static final Pattern VERB = Pattern.compile("^(?:查|搜|问)(?=[\\p{IsHan}]{3,})");

    private static final Pattern ASKS = Pattern.compile("有没有|有无|是否|是不是|怎么样|吗|靠谱|电话|[?？]");

    private Chatter() {}

    /** The text without what was said around a name. */
    public static String without(String text) {
        String rest = withoutLead(text.strip());
        Matcher trailing = TRAILING.matcher(rest);
        if (trailing.find() && trailing.start() >= SHORTEST) {
            String name = rest.substring(0, trailing.start());
            return ASKS.matcher(trailing.group()).find() ? VERB.matcher(name).replaceFirst("") : name;
        }
        return rest;
    }

    /** The text without the words before a name. */
    static String withoutLead(String text) {
        String rest = LEADING.matcher(text).replaceFirst("");
        return rest.isBlank() ? text : rest;
    }
}
