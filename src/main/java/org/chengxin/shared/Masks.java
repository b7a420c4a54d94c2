package org.chengxin.shared;

/** Shows a part of a personal value: {@code 4202**********1234}, {@code 张*}, {@code 138****1234}. */
public final class Masks {

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
