package org.chengxin.portal.page;

import java.util.List;
import org.chengxin.rights.ObjectionForm;
import org.jspecify.annotations.Nullable;

/**
 * The form to object or report an error.
 *
 * @param subject name of the subject it is about, null when the filer says it in words
 * @param records what of it can be meant; empty without a subject
 * @param fields facts of the chosen record; empty without one
 * @param typed what was typed, blank at first
 * @param errors what has to be mended, in the order of the form
 * @param filesLost whether files were sent that have to be chosen again
 */
public record ObjectionView(
        @Nullable String subject,
        List<Option> records,
        List<Option> fields,
        ObjectionForm typed,
        String token,
        List<Option> reasons,
        List<Option> standings,
        List<InputFailure> errors,
        boolean filesLost) {

    /** Something to choose. */
    public record Option(String value, String word, boolean chosen) {}
}
