package org.chengxin.shared;

import java.util.Comparator;
import java.util.List;
import org.chengxin.shared.PersonalNumbers.Found;

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

    /** First and last four digits of a card or account; shorter than nine is masked whole. */
    public static String account(String number) {
        return identity(number);
    }

    /** Province and letter of a vehicle plate and its last character: {@code 鄂B****5}. */
    public static String plate(String plate) {
        return keep(plate, 2, 1);
    }

    /** The first character and the host of an e-mail address: {@code z***@example.cn}. */
    public static String email(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "*".repeat(address.length()) : address.charAt(0) + "***" + address.substring(at);
    }

    /** Running text with the numbers of persons in it masked (see {@link PersonalNumbers}), the rest untouched. */
    public static String freeText(String text) {
        List<Found> found = PersonalNumbers.in(text).stream()
                .sorted(Comparator.comparingInt(Found::start))
                .toList();
        StringBuilder safe = new StringBuilder();
        int at = 0;
        for (Found one : found) {
            String number = text.substring(one.start(), one.end());
            safe.append(text, at, one.start()).append(masked(one.kind(), number));
            at = one.end();
        }
        return safe.append(text, at, text.length()).toString();
    }

    private static String masked(PersonalNumbers.Kind kind, String number) {
        return switch (kind) {
            case IDENTITY, TRAVEL_DOCUMENT -> identity(number);
            case BANK_CARD -> account(number);
            case MOBILE, LANDLINE -> phone(number);
            case PLATE -> plate(number);
            case EMAIL -> email(number);
        };
    }

    /** Whether a text holds an identity number, however it is written. */
    public static boolean holdsIdentity(String text) {
        return PersonalNumbers.in(text).stream().anyMatch(found -> found.kind() == PersonalNumbers.Kind.IDENTITY);
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
