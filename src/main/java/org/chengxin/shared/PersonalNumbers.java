package org.chengxin.shared;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of persons in running text, however they are written ({@link PlainDigits}), whole or cut by blanks and
 * signs: identity numbers and travel documents, bank cards, phones, vehicle plates, e-mail addresses. Document numbers, USCC,
 * amounts, years, order numbers and GTIN are none.
 */
public final class PersonalNumbers {

    private static final String FREE = "(?<![0-9A-Za-z])";
    private static final String END = "(?![0-9A-Za-z])";
    /** What may stand between the digits of one number; possessive, so that no text makes the search slow. */
    private static final String CUT = "[\\s\\-‐-―－_·•・.,，、/*:：;；|~'\"()（）\\[\\]]{0,3}+";
    /** Sums and quantities are no phones. */
    private static final String NO_AMOUNT = "(?!\\.\\d|\\s?(?:万|亿|千|百)?[元件个只台套吨克斤米瓶箱份包盒次条株])";

    private static final String PLATE_LETTER = "A-HJ-NP-Z";
    private static final String MOBILE = "(?<![0-9A-Za-z.¥$])(?:(?:\\+|00)?86[ -]?)?";

    /** What is found, in the order it is looked for. */
    public enum Kind {
        IDENTITY(
                15,
                FREE + "(?:\\d{17}[0-9Xx×]|\\d{15})" + END,
                // cut, or with letters for digits, or with the last character told apart; the check character decides
                FREE + "[1-8lI](?:" + CUT + "[0-9OoIl]){16}" + CUT + "(?:尾号[为是]?)?" + CUT + "[0-9Xx×OoIl]" + END,
                FREE + "\\d{6}[ -]\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]\\d{3}" + END,
                "(?=\\d)(?<=身份证.{0,8}[:：为是号码 ]{1,3})\\d(?:" + CUT + "\\d){14}" + END),
        TRAVEL_DOCUMENT(
                6,
                "(?=[0-9A-Za-z])(?<=(?:护照|通行证|台胞证|回乡证|居留证|军官证)(?:号码?|证?号|编号)?[:：为是 (（]{0,3})" + "[A-Za-z]{0,2}\\d{6,10}"
                        + END),
        BANK_CARD(
                16,
                FREE
                        + "(?:62\\d{2}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?|9558\\d{15}|(?:4\\d{3}|5[1-5]\\d{2})(?:[ -]?\\d{4}){3})"
                        + END,
                FREE + "62(?:" + CUT + "\\d){14,17}" + END),
        MOBILE(
                11,
                PersonalNumbers.MOBILE + "1[3-9]\\d([ \\-‐-―_·.]{0,2})\\d{4}\\1\\d{4}" + END + NO_AMOUNT,
                PersonalNumbers.MOBILE + "1([ \\-‐-―_·.*/,，、]{1,2})[3-9](?:\\1\\d){9}" + END,
                PersonalNumbers.MOBILE + "1[3-9]\\d{2}[ -]\\d{3}[ -]\\d{4}" + END,
                "(?=[1+08])(?<=(?:电话|手机|联系|微信|致电|拨打|来电|短信).{0,8})(?:(?:\\+|00)?86" + CUT + ")?(?<!\\d)1" + CUT
                        + "[3-9](?:" + CUT + "\\d){9}" + END),
        LANDLINE(
                10,
                "(?<![0-9A-Za-z.\\-])(?:(?:\\+|00)86[ -]?)?(?:\\(0\\d{2,3}\\) ?|0\\d{2,3}[ \\-‐-―]{1,2})[2-8]\\d{6,7}"
                        + "(?![0-9A-Za-z]|-\\d{5})",
                "(?=0)(?<=(?:电话|座机|致电|拨打|TEL).{0,4})(?<!\\d)0\\d{2,3}[2-8]\\d{6,7}" + END),
        PLATE(
                3,
                "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新] ?[" + PLATE_LETTER
                        + "a-hj-np-z][·•・.\\- ]?"
                        + "(?=[0-9A-Za-z]*(?:\\d[A-Za-z]*){3})[0-9" + PLATE_LETTER + "a-hj-np-z]{4,5}[0-9"
                        + PLATE_LETTER
                        + "a-hj-np-z挂学警港澳](?![0-9A-Za-z-]|型|款|系列)"),
        EMAIL(0, "(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]{1,63}(?:\\.[0-9A-Za-z-]{1,63}){1,5}");

        private final int fewest;
        private final List<Pattern> patterns;

        /** @param fewest digits that each of the patterns takes at least, or letters that are read as such */
        Kind(int fewest, String... patterns) {
            this.fewest = fewest;
            this.patterns = List.of(patterns).stream().map(Pattern::compile).toList();
        }

        /** Most texts hold no number: that is told before any pattern is tried. */
        private boolean mayBeIn(Signs signs) {
            return signs.digits >= fewest
                    && switch (this) {
                        case EMAIL -> signs.at;
                        // behind a word, or behind the name of a province
                        case TRAVEL_DOCUMENT, PLATE -> signs.han;
                        default -> true;
                    };
        }

        private boolean isOne(String written) {
            return switch (this) {
                case IDENTITY -> identity(written);
                case BANK_CARD -> passesLuhn(written);
                default -> true;
            };
        }
    }

    /**
     * A number found.
     *
     * @param start where it begins in the text
     * @param end where it ends, exclusive
     */
    public record Found(Kind kind, int start, int end) {}

    private PersonalNumbers() {}

    /** All of them, by kind, then by place; none overlaps another. */
    public static List<Found> in(String text) {
        Signs written = Signs.of(text);
        if (written.ascii && !written.mayHoldAny()) {
            // it is plain as it is
            return List.of();
        }
        PlainDigits plain = PlainDigits.of(text);
        String read = plain.text();
        Signs signs = Signs.of(read);
        List<Found> all = new ArrayList<>();
        BitSet taken = new BitSet(text.length());
        for (Kind kind : Kind.values()) {
            if (!kind.mayBeIn(signs)) {
                continue;
            }
            for (Pattern pattern : kind.patterns) {
                Matcher matcher = pattern.matcher(read);
                int from = 0;
                while (matcher.find(from)) {
                    // what begins inside a match that is none may be one
                    from = matcher.start() + 1;
                    if (kind.isOne(matcher.group())) {
                        from = matcher.end();
                        int start = plain.start(matcher.start());
                        int end = plain.end(matcher.end());
                        int old = taken.nextSetBit(start);
                        if (old < 0 || old >= end) {
                            taken.set(start, end);
                            all.add(new Found(kind, start, end));
                        }
                    }
                }
            }
        }
        return all;
    }

    /**
     * What a text is made of.
     *
     * @param digits how many, letters that are at times written for them counted too
     * @param at whether there is an {@code @}
     * @param han whether there is a Chinese character
     * @param ascii whether there is nothing beyond ASCII
     */
    private record Signs(int digits, boolean at, boolean han, boolean ascii) {

        private static final String LETTERS = "OoIl";

        static Signs of(String text) {
            int digits = 0;
            boolean at = false;
            boolean han = false;
            boolean ascii = true;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                digits += (c >= '0' && c <= '9') || LETTERS.indexOf(c) >= 0 ? 1 : 0;
                at |= c == '@';
                han |= Character.isIdeographic(c);
                ascii &= c < 0x80;
            }
            return new Signs(digits, at, han, ascii);
        }

        boolean mayHoldAny() {
            for (Kind kind : Kind.values()) {
                if (kind.mayBeIn(this)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean identity(String written) {
        String number = written.replaceAll("[^0-9A-Za-z×]", "").replace('×', 'X');
        if (number.length() == written.length() && number.chars().allMatch(c -> c <= '9' || c == 'X' || c == 'x')) {
            return IdentityNumber.isOne(number);
        }
        String digits = number.replaceAll("[Oo]", "0").replaceAll("[Il]", "1");
        boolean plainlyCut =
                written.chars().allMatch(c -> (c <= '9' && c >= '0') || c == '-' || c == ' ' || c == 'X' || c == 'x');
        return IdentityNumber.isOne(digits) && (plainlyCut || digits.length() == 15 || IdentityNumber.agrees(digits));
    }

    /** Whether the check digit of a card number (ISO/IEC 7812) agrees; what is no digit does not count. */
    static boolean passesLuhn(String number) {
        int sum = 0;
        int place = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = number.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                int weighed = place++ % 2 == 0 ? digit : digit * 2;
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
        }
        return sum % 10 == 0;
    }
}
