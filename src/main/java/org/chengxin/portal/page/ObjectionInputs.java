package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.record.Archive;
import org.chengxin.rights.EvidenceIntake;
import org.chengxin.rights.ObjectionForm;
import org.jspecify.annotations.Nullable;

/** The inputs of an objection form as they were sent, and what is wrong with them in words. */
final class ObjectionInputs {

    private ObjectionInputs() {}

    static ObjectionForm form(Map<String, String> texts) {
        String field = line(texts, "field");
        return new ObjectionForm(
                line(texts, "subject"),
                line(texts, "record"),
                field.matches("[A-Za-z0-9_.-]{1,64}") ? field : "",
                line(texts, "about"),
                line(texts, "reason"),
                text(texts, "description"),
                text(texts, "wanted"),
                line(texts, "standing"),
                line(texts, "name"),
                line(texts, "phone"),
                line(texts, "email"),
                line(texts, "consent").equals("yes"));
    }

    /** The same without what it is about: that is not shown any more. */
    static ObjectionForm without(ObjectionForm form) {
        return new ObjectionForm(
                "",
                "",
                "",
                form.about(),
                form.reason(),
                form.description(),
                form.wanted(),
                form.standing(),
                form.name(),
                form.phone(),
                form.email(),
                form.consent());
    }

    /** The same on a subject and one of its records; a fact that the record has not is none. */
    static ObjectionForm on(ObjectionForm form, Archive.SubjectView subject, Archive.@Nullable RecordView record) {
        boolean known = record != null
                && record.values().stream()
                        .anyMatch(value -> value.field().name().equals(form.field()));
        return new ObjectionForm(
                subject.id(),
                record == null ? "" : record.id(),
                known ? form.field() : "",
                form.about(),
                form.reason(),
                form.description(),
                form.wanted(),
                form.standing(),
                form.name(),
                form.phone(),
                form.email(),
                form.consent());
    }

    static List<InputFailure> failures(ObjectionForm form, List<EvidenceIntake.Refusal> refused, Words words) {
        List<InputFailure> failures = new ArrayList<>();
        form.problems()
                .forEach(problem -> failures.add(new InputFailure(
                        problem.input(), words.get("objection.error." + problem.input() + "." + problem.code()))));
        refused.forEach(refusal -> failures.add(new InputFailure(
                "evidence", words.get("objection.error.evidence." + refusal.code(), refusal.number()))));
        return failures;
    }

    private static String line(Map<String, String> texts, String name) {
        return text(texts, name).replaceAll("\\s+", " ");
    }

    /** Without control characters but line ends, which browsers send as CR LF. */
    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip();
    }
}
