package org.chengxin.intake;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chengxin.shared.LocalName;

/** Reasons and results in words: Chinese, or English for an English locale. */
public final class IntakeMessages {

    private static final String BUNDLE = "messages-intake";

    private IntakeMessages() {}

    /** The message of a key; the key itself when no file has it, so that a missing word never hides a reason. */
    public static String text(Locale locale, String code, Object... arguments) {
        boolean english = LocalName.isEnglish(locale);
        // Without this control a server with an English system language would answer English to everybody.
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.containsKey(code) ? new MessageFormat(bundle.getString(code), locale).format(arguments) : code;
    }

    /** The Chinese reason of a problem. */
    static String reason(Problem problem) {
        Collection<Object> arguments = problem.arguments();
        return text(Locale.CHINESE, problem.code(), arguments.toArray());
    }

    static String english(String code, Object... arguments) {
        return text(Locale.ENGLISH, code, arguments);
    }
}
