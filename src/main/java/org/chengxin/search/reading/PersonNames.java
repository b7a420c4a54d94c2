package org.chengxin.search.reading;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells what is shaped like the full name of a person: a family name and one or two characters. */
public final class PersonNames {

    private static final String SINGLE =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柯阮佘占舒乐石明骆刑邢涂尤柳季殷祝左费华纪盛樊詹";
    private static final Set<String> DOUBLE = Set.of("欧阳", "上官", "司马", "诸葛", "皇甫", "司徒", "东方", "尉迟", "令狐", "夏侯");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]{2,4}");
    /** A dot stands between the parts of many names of minorities. */
    private static final Pattern DOTTED = Pattern.compile("[\\p{IsHan}]{2,10}[·•・][\\p{IsHan}]{2,10}");

    private PersonNames() {}

    /**
     * Whether a text has the shape of a person's name; says nothing on whether somebody bears it.
     *
     * @param name as typed, without blanks around it
     */
    public static boolean isShaped(String name) {
        if (DOTTED.matcher(name).matches()) {
            return true;
        }
        if (!HAN.matcher(name).matches()) {
            return false;
        }
        boolean twoCharacterFamily = name.length() > 2 && DOUBLE.contains(name.substring(0, 2));
        return twoCharacterFamily || (name.length() <= 3 && SINGLE.indexOf(name.charAt(0)) >= 0);
    }
}
