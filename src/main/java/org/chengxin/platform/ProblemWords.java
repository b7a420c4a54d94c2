package org.chengxin.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Puts a problem into words, from {@code messages-problem*.properties}. */
public final class ProblemWords {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** Reads both bundles at once: reading them with the first error would block an event loop. */
    public ProblemWords() {
        messages.setBasename("messages-problem");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        for (Locale language : Language.ALL) {
            for (ProblemKind kind : ProblemKind.values()) {
                problem(kind, language);
            }
        }
    }

    /** A kind of problem in a language, without what is particular to one request. */
    public Problem problem(ProblemKind kind, Locale language) {
        return new Problem(
                kind.type(),
                word("problem." + kind.code() + ".title", language),
                kind.status(),
                word("problem." + kind.code() + ".detail", language),
                null,
                null);
    }

    List<Problem.FieldError> errors(List<ProblemException.Violation> violations, Locale language) {
        return violations.stream()
                .map(violation -> new Problem.FieldError(
                        violation.field(),
                        word(
                                "reason." + violation.reason(),
                                language,
                                violation.arguments().toArray()),
                        violation.known()))
                .toList();
    }

    private String word(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
