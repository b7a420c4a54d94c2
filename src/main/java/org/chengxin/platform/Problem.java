package org.chengxin.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error answer, {@code application/problem+json} (RFC 9457).
 *
 * @param type stable URI of the kind of problem, relative to the portal's address
 * @param title the kind of problem, in the reader's language
 * @param status HTTP status
 * @param detail what to do about it, in the reader's language
 * @param errors the parameters at fault; left out when none is
 * @param request id of the request in the portal's log; only when the portal is at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors,
        @Nullable String request) {

    /**
     * A parameter at fault.
     *
     * @param field its name
     * @param reason what is wrong with it, in the reader's language
     * @param known the values it takes; left out when they are not a list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(String field, String reason, @Nullable List<String> known) {}
}
