package org.chengxin.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of persons in running text: identity numbers, bank cards, mobile phones, vehicle plates, e-mail addresses.
 * Document numbers, USCC, amounts, years, order numbers and GTIN are none. Takes narrow (half-width) text.
 */
public final class PersonalNumbers {

    private static final String FREE = "(?<![0-9A-Za-z])";
    private static final String END = "(?![0-9A-Za-z])";
    private static final String PLATE_LETTER = "A-HJ-NP-Z";

    /** What is found, in the order it is looked for. */
    public enum Kind {
        IDENTITY(FREE + "(?:\\d{17}[0-9Xx]|\\d{15})" + END),
        BANK_CARD(FREE
                + "(?:62\\d{2}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?|9558\\d{15}|(?:4\\d{3}|5[1-5]\\d{2})(?:[ -]?\\d{4}){3})"
                + END),
        MOBILE("(?<![0-9A-Za-z.])(?:\\+?86[ -]?)?1[3-9]\\d([ -]?)\\d{4}\\1\\d{4}" + END),
        PLATE("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][" + PLATE_LETTER + "a-hj-np-z][·•・. ]?"
                + "(?=[0-9A-Za-z]*(?:\\d[A-Za-z]*){3})[0-9" + PLATE_LETTER + "a-hj-np-z]{4,5}[0-9" + PLATE_LETTER
                + "a-hj-np-z挂学警港澳](?![0-9A-Za-z-])"),
        EMAIL("(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]{1,63}(?:\\.[0-9A-Za-z-]{1,63}){1,5}");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        private boolean isOne(String text) {
            return switch (this) {
                case IDENTITY -> IdentityNumber.isOne(text);
                case BANK_CARD -> passesLuhn(text);
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
        List<Found> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.pattern.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (kind.isOne(matcher.group()) && all.stream().noneMatch(old -> start < old.end && old.start < end)) {
                    all.add(new Found(kind, start, end));
                }
            }
        }
        return all;
    }

    /** Whether the check digit of a card number (ISO/IEC 7812) agrees; blanks and hyphens do not count. */
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
