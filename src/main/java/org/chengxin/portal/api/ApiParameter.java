package org.chengxin.portal.api;

import java.util.List;
import org.chengxin.platform.Language;
import org.chengxin.search.SubjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter of a door: read after it ({@link ApiQuery}) and described after it ({@link ApiDescription}).
 *
 * @param known values it takes, empty when they are not a list
 * @param min least number, only for {@link Form#NUMBER}
 * @param max greatest number, or most characters of a text
 * @param standard value when it is not given, null for none
 */
record ApiParameter(
        String name,
        Form form,
        String description,
        List<String> known,
        int min,
        int max,
        @Nullable String standard,
        boolean required) {

    /** How a value is read. */
    enum Form {
        TEXT,
        /** One of the known values. */
        CODE,
        /** Any number of the known values, repeated or separated by commas. */
        CODES,
        /** Any number of division codes, repeated or separated by commas. */
        REGIONS,
        NUMBER,
        /** A sum of money in yuan. */
        AMOUNT,
        DATE,
        /** A date, meaning its end, or an instant. */
        MOMENT,
        CURSOR
    }

    private static final int LONGEST_CURSOR = 4000;

    static ApiParameter text(String name, String description) {
        return new ApiParameter(name, Form.TEXT, description, List.of(), 0, SubjectQuery.MAX_PASTE, null, false);
    }

    static ApiParameter code(String name, List<String> known, @Nullable String standard, String description) {
        return new ApiParameter(name, Form.CODE, description, known, 0, 0, standard, false);
    }

    static ApiParameter codes(String name, List<String> known, String description) {
        return new ApiParameter(name, Form.CODES, description, known, 0, 0, null, false);
    }

    static ApiParameter regions(String name, String description) {
        return new ApiParameter(name, Form.REGIONS, description, List.of(), 0, 0, null, false);
    }

    static ApiParameter date(String name, String description) {
        return new ApiParameter(name, Form.DATE, description, List.of(), 0, 0, null, false);
    }

    static ApiParameter amount(String name, String description) {
        return new ApiParameter(name, Form.AMOUNT, description, List.of(), 0, 0, null, false);
    }

    static ApiParameter moment(String name, String description) {
        return new ApiParameter(name, Form.MOMENT, description, List.of(), 0, 0, null, false);
    }

    /** A number of 0 or more. */
    static ApiParameter count(String name, @Nullable String standard, String description) {
        return new ApiParameter(name, Form.NUMBER, description, List.of(), 0, Integer.MAX_VALUE, standard, false);
    }

    static ApiParameter size(int max, int standard) {
        String description = "How many items the answer holds at most.";
        return new ApiParameter("size", Form.NUMBER, description, List.of(), 1, max, Integer.toString(standard), false);
    }

    static ApiParameter cursor() {
        String description = "`cursor` of the answer before, for the items that follow. Opaque; all other parameters "
                + "stay as they were. Ends with the index it was made for: then start again.";
        return new ApiParameter("cursor", Form.CURSOR, description, List.of(), 0, LONGEST_CURSOR, null, false);
    }

    static ApiParameter language() {
        String description = "Language of labels and problems; without it `Accept-Language` decides, then Chinese.";
        return new ApiParameter(Language.PARAMETER, Form.CODE, description, Language.codes(), 0, 0, null, false);
    }

    ApiParameter asRequired() {
        return new ApiParameter(name, form, description, known, min, max, standard, true);
    }
}
