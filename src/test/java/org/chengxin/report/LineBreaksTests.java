package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTests {

    @Test
    void noClosingMarkBeginsALineAndNoOpeningMarkEndsOne() {
        assertThat(marked("当事人（张某），")).isEqualTo("当|事|人|（张|某），");
        assertThat(marked("《食品安全法》第三条。")).isEqualTo("《食|品|安|全|法》|第|三|条。");
    }

    @Test
    void datesNumbersAndWordsStayWhole() {
        assertThat(marked("于2026-11-24罚20,000.50元")).isEqualTo("于|2026-11-24|罚|20,000.50|元");
        assertThat(marked("见 web page")).isEqualTo("见 |web |page");
    }

    @Test
    void aCountStaysWithItsMeasureAndALabelWithItsValue() {
        assertThat(marked("许可 3\u00a0条、处罚")).isEqualTo("许|可 |3\u00a0条、|处|罚");
        assertThat(marked("公示至：2028-01-01")).isEqualTo("公|示|至：2028-01-01");
    }

    @Test
    void addressesBreakAfterSlashes() {
        assertThat(marked("https://a.cn/b-c/d")).isEqualTo("https://|a.cn/|b-|c/|d");
    }

    @Test
    void supplementaryCharactersAreNotTornApart() {
        assertThat(marked("石𬭎饼")).isEqualTo("石|𬭎|饼");
    }

    private static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            marked.append(characters[i]);
            if (i < characters.length - 1
                    && LineBreaks.CHINESE.isSplitCharacter(0, i, characters.length, characters, null)) {
                marked.append('|');
            }
        }
        return marked.toString();
    }
}
