package org.chengxin.shared;

import java.util.regex.Pattern;

/** Shows a part of a personal value: {@code 4202**********1234}, {@code 张*}, {@code 138****1234}. */
public final class Masks {

    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");

    private Masks() {}

    /** First and last four characters of an identity number; shorter than nine is masked whole. */
    public static String identity(String number) {
        return number.length() < 9 ? "*".repeat(number.length()) : keep(number, 4, 4);
    }

    /** The family name (first character), the rest masked. */
    public static String person(String name) {
        return name.isEmpty() ? "" : keep(name, 1, 0);
    }

    /** First three and last four digits; shorter than eight is masked whole. */
    public static String phone(String number) {
        return number.length() < 8 ? "*".repeat(number.length()) : keep(number, 3, 4);
    }

    /** The first six characters (province, city, district), the rest masked. */
    public static String address(String address) {
        return keep(address, Math.min(6, address.length() / 2), 0);
    }

    /** Running text with the identity and mobile phone numbers in it masked, the rest untouched. */
    public static String freeText(String text) {
        String safe = IDENTITY.matcher(text).replaceAll(found -> identity(found.group()));
        return MOBILE.matcher(safe).replaceAll(found -> phone(found.group()));
    }

    private static String keep(String text, int head, int tail) {
        int[] points = text.codePoints().toArray();
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            if (i < head || i >= points.length - tail) {
                masked.appendCodePoint(points[i]);
            } else {
                masked.append('*');
            }
        }
        return masked.toString();
    }
}
