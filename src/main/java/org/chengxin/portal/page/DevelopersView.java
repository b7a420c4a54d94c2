package org.chengxin.portal.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API described for people.
 *
 * @param quota what a client may ask for, in words
 */
public record DevelopersView(List<Door> doors, String quota, List<ProblemLine> problems) {

    /**
     * An operation.
     *
     * @param example an address to try it at, null where there is none
     * @param curl the same from the command line
     * @param action where its form leads, null where it has none
     * @param asked the fields of its form
     */
    public record Door(
            String id,
            String method,
            String path,
            String text,
            List<Field> fields,
            @Nullable String example,
            String curl,
            @Nullable String action,
            List<Field> asked) {

        /** The example as a reader reads it, without escapes. */
        public String readable() {
            return example == null ? "" : URLDecoder.decode(example, StandardCharsets.UTF_8);
        }
    }

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}, and {@code place} says it in words
     * @param form how its value is written, and {@code told} says it in words with its limits
     * @param values those it takes, empty when they are not a list
     * @param tried what its field is filled in with, blank for nothing
     */
    public record Field(
            String name,
            String in,
            String place,
            String form,
            String told,
            String text,
            List<String> values,
            String tried) {

        /** Type of the input of a value that is typed. */
        public String input() {
            return form.equals("number") || form.equals("date") ? form : "text";
        }
    }

    /** A kind of problem, as the API answers it. */
    public record ProblemLine(String code, int status, String title, String detail, String href) {}
}
