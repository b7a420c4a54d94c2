package org.chengxin.intake.value;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.catalog.FieldDef;

/** Reads a cell as the canonical text of a catalogue field, see {@link org.chengxin.catalog.FieldKind}. */
public final class FieldValues {

    private static final Set<String> YES = Set.of("是", "有", "TRUE", "Y", "YES", "1", "√", "已");
    private static final Set<String> NO = Set.of("否", "没有", "FALSE", "N", "NO", "0", "×", "未");
    private static final Pattern INTEGER = Pattern.compile("([+-]?\\d{1,18})(?:\\.0+)?(?:年度?|人|次|件|家|个|天|日|元)?");
    private static final Pattern DECIMAL = Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,12})?)(?:分|%|‰)?");

    private FieldValues() {}

    /**
     * The canonical text of every kind but DATE, MONEY and IDENTITY, which tell more than a text.
     *
     * @throws BadValueException when the cell cannot be read
     */
    public static String of(FieldDef field, String text) {
        return switch (field.kind()) {
            case TEXT -> text;
            case KEYWORD, PERSON, ADDRESS -> Texts.line(text);
            case CODE -> Choice.of(text, field.options());
            case INTEGER ->
                number(INTEGER, text, "number.integer").toBigInteger().toString();
            case DECIMAL ->
                number(DECIMAL, text, "number.decimal").stripTrailingZeros().toPlainString();
            case BOOLEAN -> yesOrNo(text);
            case PHONE, ACCOUNT -> Texts.narrow(Texts.line(text));
            case URL -> url(text);
            case DATE, MONEY, IDENTITY -> throw new IllegalArgumentException(field.name() + " is read on its own");
        };
    }

    private static BigDecimal number(Pattern pattern, String text, String problem) {
        Matcher number = pattern.matcher(Texts.code(text).replace(",", ""));
        if (!number.matches()) {
            throw new BadValueException(problem);
        }
        return new BigDecimal(number.group(1));
    }

    private static String yesOrNo(String text) {
        String word = Texts.code(text);
        if (YES.contains(word)) {
            return "true";
        }
        if (NO.contains(word)) {
            return "false";
        }
        throw new BadValueException("choice.boolean");
    }

    private static String url(String text) {
        String address = Texts.narrow(Texts.line(text));
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            throw new BadValueException("url.unreadable");
        }
        throw new BadValueException("url.unreadable");
    }
}
