package org.chengxin.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.chengxin.catalog.FieldDef;
import org.chengxin.shared.LocalName;

/** How a canonical value reads in a document: options as their labels, money exact and grouped. */
final class ValueText {

    private final Words words;

    ValueText(Words words) {
        this.words = words;
    }

    /** The value as a reader sees it; a value that does not fit its kind is shown as it is. */
    String of(FieldDef field, String value) {
        return switch (field.kind()) {
            case CODE -> {
                LocalName option = field.options().get(value);
                yield option == null ? value : option.in(words.locale());
            }
            case BOOLEAN -> words.has("boolean." + value) ? words.of("boolean." + value) : value;
            case MONEY -> money(value);
            default -> value;
        };
    }

    private String money(String value) {
        try {
            DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
            return words.of("money", format.format(new BigDecimal(value)));
        } catch (NumberFormatException notPlain) {
            return value;
        }
    }
}
