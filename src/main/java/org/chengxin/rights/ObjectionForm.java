package org.chengxin.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An objection as it was typed.
 *
 * @param subject id of the subject it is about, blank when {@code about} says it
 * @param record id of the record, blank for the subject itself
 * @param field name of the one fact, blank for none in particular
 * @param about what it is about in the filer's words, where no subject was chosen
 * @param reason one of {@link #REASONS}
 * @param description what is wrong
 * @param wanted what would be right, may be blank
 * @param standing one of {@link #STANDINGS}
 * @param consent whether the note on personal data was agreed to
 */
public record ObjectionForm(
        String subject,
        String record,
        String field,
        String about,
        String reason,
        String description,
        String wanted,
        String standing,
        String name,
        String phone,
        String email,
        boolean consent) {

    /** What is wrong: content, period, not mine, repair result, something else. */
    public static final List<String> REASONS = List.of("content", "period", "not-mine", "repair", "other");

    /** Who files: the subject itself, its authorised agent, somebody else. */
    public static final List<String> STANDINGS = List.of("self", "agent", "other");

    public static final int LONGEST_ABOUT = 200;
    public static final int SHORTEST_DESCRIPTION = 5;
    public static final int LONGEST_DESCRIPTION = 2000;
    public static final int LONGEST_WANTED = 1000;
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_CONTACT = 100;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,24}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,60}\\.[^\\s@<>\".]{2,20}");

    /**
     * What is wrong with one input.
     *
     * @param input its name in the form
     * @param code what is wrong, stable
     */
    public record Problem(String input, String code) {}

    /** What has to be mended before it can be filed, in the order of the form. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (subject.isEmpty()) {
            text(problems, "about", about, 2, LONGEST_ABOUT);
        }
        chosen(problems, "reason", reason, REASONS);
        text(problems, "description", description, SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION);
        if (length(wanted) > LONGEST_WANTED) {
            problems.add(new Problem("wanted", "long"));
        }
        chosen(problems, "standing", standing, STANDINGS);
        text(problems, "name", name, 1, LONGEST_NAME);
        if (phone.isEmpty() && email.isEmpty()) {
            problems.add(new Problem("phone", "missing"));
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            problems.add(new Problem("phone", "form"));
        }
        if (!email.isEmpty()
                && (email.length() > LONGEST_CONTACT || !EMAIL.matcher(email).matches())) {
            problems.add(new Problem("email", "form"));
        }
        if (!consent) {
            problems.add(new Problem("consent", "missing"));
        }
        return problems;
    }

    private static void text(List<Problem> problems, String input, String text, int shortest, int longest) {
        if (text.isEmpty()) {
            problems.add(new Problem(input, "missing"));
        } else if (length(text) < shortest) {
            problems.add(new Problem(input, "short"));
        } else if (length(text) > longest) {
            problems.add(new Problem(input, "long"));
        }
    }

    private static void chosen(List<Problem> problems, String input, String value, List<String> known) {
        if (!known.contains(value)) {
            problems.add(new Problem(input, "missing"));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
