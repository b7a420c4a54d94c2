package org.chengxin.portal.page;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.chengxin.shared.LocalName;

/** The words of the pages in one language: {@code messages.properties} (Chinese) or {@code messages_en.properties}. */
public final class Words {

    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of all languages; read from disk by the first who asks. */
    static List<Words> all() {
        return List.of(CHINESE, ENGLISH);
    }

    /** English words for an English locale, Chinese ones for any other. */
    public static Words in(Locale locale) {
        return LocalName.isEnglish(locale) ? ENGLISH : CHINESE;
    }

    /** The text of a key with its {@code {0}} filled in; throws {@link MissingResourceException} for an unknown key. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The text of a key of an open set, empty when it has none. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }

    public Locale locale() {
        return locale;
    }

    boolean chinese() {
        return this == CHINESE;
    }

    /** Value of the {@code lang} parameter: {@code zh} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    /** Value of {@code lang} attributes and {@code Content-Language}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
