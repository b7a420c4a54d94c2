package org.chengxin.search;

import java.util.List;

/** Texts that make an engine work most: what many names hold, what may be read many ways, what is too long. */
public final class WorstQueries {

    /** Common words, common sounds, one character, nothing, and far too much. */
    public static final List<String> ALL = List.of(
            "有限公司",
            "shi".repeat(60),
            "科技有限公司",
            "电子商务",
            "武汉",
            "武汉市科技有限公司",
            "wuhanshikejiyouxiangongsi",
            "youxiangongsi",
            "h",
            "公",
            "",
            "a".repeat(10_000),
            "市".repeat(10_000));

    private WorstQueries() {}
}
