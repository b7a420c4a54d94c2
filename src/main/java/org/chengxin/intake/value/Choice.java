package org.chengxin.intake.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengxin.shared.LocalName;

/** Reads one of the options of a field: its code, its Chinese or English label. */
public final class Choice {

    private Choice() {}

    /** The code of the option a text names; throws {@link BadValueException} when it names none. */
    public static String of(String text, Map<String, LocalName> options) {
        return find(text, options)
                .orElseThrow(() -> new BadValueException(
                        "choice.unknown",
                        String.join(
                                "、",
                                options.values().stream().map(LocalName::zh).toList())));
    }

    /** The code of the option a text names, empty when it names none. */
    public static Optional<String> find(String text, Map<String, LocalName> options) {
        String wanted = key(text);
        for (Map.Entry<String, LocalName> option : options.entrySet()) {
            if (wanted.equals(key(option.getKey()))
                    || wanted.equals(key(option.getValue().zh()))
                    || wanted.equals(key(option.getValue().en()))) {
                return Optional.of(option.getKey());
            }
        }
        return Optional.empty();
    }

    private static String key(String text) {
        return Texts.code(text).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
