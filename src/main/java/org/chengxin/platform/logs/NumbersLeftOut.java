package org.chengxin.platform.logs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chengxin.shared.PersonalNumbers;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Leaves numbers of persons out of the log files and the console, wherever a message or a stack trace brought them in. A last net: who
 * logs does not log them.
 */
public final class NumbersLeftOut implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, NumbersLeftOut::without));
    }

    static String without(String text) {
        List<PersonalNumbers.Found> found = PersonalNumbers.in(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder left = new StringBuilder(text);
        found.stream()
                .sorted(Comparator.comparingInt(PersonalNumbers.Found::start).reversed())
                .forEach(number -> left.replace(
                        number.start(), number.end(), "[" + number.kind().name().toLowerCase(Locale.ROOT) + "]"));
        return left.toString();
    }
}
